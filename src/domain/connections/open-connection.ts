import { dateInZone, isDate, isTimeZone, startOfDayInZone } from '../shared/calendar';
import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type ConnectionOpened, type Environment, type TokenAccess } from './events';

const DEFAULT_TIME_ZONE = 'Europe/London';

export interface OpenConnection {
  readonly type: 'OpenConnection';
  readonly connectionId: string;
  readonly name: string;
  readonly environment: Environment;
  /** As GoCardless answered when the token was tried. */
  readonly creditorId: string;
  readonly creditorName: string;
  /** Left out = `DEFAULT_TIME_ZONE`. */
  readonly timeZone?: string;
  /** The first day of the books, in the zone; left out = today. */
  readonly booksFrom?: string;
  /** Another connection has another series. */
  readonly receiptSeries: string;
  /** What the token may do; left out = `read_write`. */
  readonly access?: TokenAccess;
}

const ENVIRONMENTS: readonly string[] = ['sandbox', 'live'];
const LONGEST_NAME = 200;

export function openConnection(command: Issued<OpenConnection>): Decision<ConnectionOpened> {
  const { connectionId, name, environment, creditorId, creditorName, receiptSeries, at } = command;
  const timeZone = command.timeZone ?? DEFAULT_TIME_ZONE;
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    return refuse('validation_failed', `A name is text of 1 to ${LONGEST_NAME} characters.`, 'name');
  }
  if (!ENVIRONMENTS.includes(environment)) {
    return refuse('validation_failed', 'An environment is sandbox or live.', 'environment');
  }
  if (!isTimeZone(timeZone)) {
    return refuse('validation_failed', 'A time zone is an IANA name such as Europe/London.', 'timeZone');
  }
  const firstDay = command.booksFrom ?? dateInZone(at, timeZone);
  if (!isDate(firstDay)) return refuse('validation_failed', 'This is not a date.', 'booksFrom');
  if (!isReceiptSeries(receiptSeries)) {
    return refuse(
      'validation_failed',
      'A receipt series is at most 12 characters and does not end in a digit.',
      'receiptSeries',
    );
  }
  return [
    decided(command, {
      type: 'ConnectionOpened',
      data: {
        connectionId,
        name,
        environment,
        creditorId,
        creditorName,
        timeZone,
        booksFrom: startOfDayInZone(firstDay, timeZone),
        receiptSeries,
        ...(command.access === undefined ? {} : { access: command.access }),
      },
    }),
  ];
}

/** It may not end in a digit: receipt 1000017 of series `R` and receipt 17 of series `R1` would be one number. */
function isReceiptSeries(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,11}$/.test(text) && !/\d$/.test(text);
}
