import { type Accounts, accountsAt } from '../accounting/accounts';
import { type LeadTimes, MAX_LEAD_TIME } from '../mandates/lead-time';
import { addDays, compareDates, dateInZone, isDate, startOfDayInZone } from '../shared/calendar';
import { decided, type Decision, type Issued, refuse } from '../shared/decider';
import { type OpenedConnection } from './connection';
import {
  type AccessTokenChanged,
  type AccountsChosen,
  type CompanyDetailsChanged,
  type LeadTimesChosen,
  type Logo,
  type LogoChosen,
  type PeriodClosed,
  type TokenAccess,
  type WebhookSecretsChanged,
} from './events';
import { closedThrough } from './periods';

/** `from` is a day in the connection's zone; left out = tomorrow. */
export interface ChooseAccounts {
  readonly type: 'ChooseAccounts';
  readonly accounts: Accounts;
  readonly from?: string;
}

/** Whose the new token is and what it may do, as GoCardless answered when it was tried. */
export interface ChangeAccessToken {
  readonly type: 'ChangeAccessToken';
  readonly creditorId: string;
  readonly access: TokenAccess;
}

/** How many secrets are live from now on: one, or two while they are rotated. */
export interface ChangeWebhookSecrets {
  readonly type: 'ChangeWebhookSecrets';
  readonly count: number;
}

export interface ChangeCompanyDetails {
  readonly type: 'ChangeCompanyDetails';
  readonly company: CompanyDetailsChanged['data'];
}

/** Null takes it away. */
export interface ChooseLogo {
  readonly type: 'ChooseLogo';
  readonly logo: Logo | null;
}

/** Those that are left out stay as they are. */
export interface ChooseLeadTimes {
  readonly type: 'ChooseLeadTimes';
  readonly leadTimes: Partial<LeadTimes>;
}

/** Closes all days up to and with `through`, a day in the connection's zone. */
export interface ClosePeriod {
  readonly type: 'ClosePeriod';
  readonly through: string;
}

const LONGEST_ACCOUNT = 20;
const LONGEST_TEXT = 1000;

export function chooseAccounts(
  command: Issued<ChooseAccounts>,
  connection: OpenedConnection,
): Decision<AccountsChosen> {
  const { accounts, at } = command;
  for (const [use, account] of Object.entries(accounts)) {
    if (typeof account === 'string' && (account.trim() === '' || account.length > LONGEST_ACCOUNT)) {
      return refuse(
        'validation_failed',
        `An account is text of 1 to ${LONGEST_ACCOUNT} characters.`,
        `accounts.${use}`,
      );
    }
  }
  const tomorrow = addDays(dateInZone(at, connection.timeZone), 1);
  const day = command.from ?? tomorrow;
  if (!isDate(day)) return refuse('validation_failed', 'This is not a date.', 'from');
  if (compareDates(day, tomorrow) < 0) {
    return refuse(
      'accounts_too_early',
      `Accounts can be chosen from ${tomorrow} on, never for days already posted.`,
      'from',
    );
  }
  const from = startOfDayInZone(day, connection.timeZone);
  if (sameFields(accounts, accountsAt(connection.accounts, from))) return [];
  return [decided(command, { type: 'AccountsChosen', data: { from, accounts } })];
}

export function changeAccessToken(
  command: Issued<ChangeAccessToken>,
  connection: OpenedConnection,
): Decision<AccessTokenChanged> {
  const { creditorId, access } = command;
  if (creditorId !== connection.creditorId) {
    return refuse('other_creditor', 'This token is another GoCardless account’s.', 'accessToken');
  }
  return [decided(command, { type: 'AccessTokenChanged', data: { creditorId, access } })];
}

export function changeWebhookSecrets(command: Issued<ChangeWebhookSecrets>): Decision<WebhookSecretsChanged> {
  const { count } = command;
  if (count !== 1 && count !== 2)
    return refuse('validation_failed', 'One or two webhook secrets can be live.', 'webhookSecrets');
  return [decided(command, { type: 'WebhookSecretsChanged', data: { count } })];
}

export function changeCompanyDetails(
  command: Issued<ChangeCompanyDetails>,
  connection: OpenedConnection,
): Decision<CompanyDetailsChanged> {
  const { companyName, address, vatNumber } = command.company;
  for (const [field, text] of Object.entries({ companyName, address, vatNumber })) {
    if (text.length > LONGEST_TEXT) return refuse('validation_failed', `At most ${LONGEST_TEXT} characters.`, field);
  }
  if (connection.company !== null && sameFields(command.company, connection.company)) return [];
  const data = { companyName, address, vatNumber };
  return [decided(command, { type: 'CompanyDetailsChanged', data })];
}

export function chooseLogo(command: Issued<ChooseLogo>, connection: OpenedConnection): Decision<LogoChosen> {
  const { logo } = command;
  if (logo?.sha256 === connection.logo?.sha256) return [];
  return [decided(command, { type: 'LogoChosen', data: { logo } })];
}

export function chooseLeadTimes(
  command: Issued<ChooseLeadTimes>,
  connection: OpenedConnection,
): Decision<LeadTimesChosen> {
  const { leadTimes } = command;
  for (const [scheme, days] of Object.entries(leadTimes)) {
    if (!Number.isInteger(days) || days < 0 || days > MAX_LEAD_TIME) {
      const detail = `A lead time is a whole number of working days from 0 to ${MAX_LEAD_TIME}.`;
      return refuse('validation_failed', detail, `leadTimes.${scheme}`);
    }
  }
  if (sameFields(leadTimes, connection.leadTimes)) return [];
  return [decided(command, { type: 'LeadTimesChosen', data: { leadTimes } })];
}

export function closePeriod(command: Issued<ClosePeriod>, connection: OpenedConnection): Decision<PeriodClosed> {
  const { through, at } = command;
  if (!isDate(through)) return refuse('validation_failed', 'This is not a date.', 'through');
  if (compareDates(through, dateInZone(at, connection.timeZone)) > 0) {
    return refuse('period_not_over', 'A day in the future can not be closed.', 'through');
  }
  const closed = closedThrough(connection.closings);
  if (through === closed) return [];
  if (closed !== null && compareDates(through, closed) < 0) {
    return refuse('period_already_closed', `The books are closed through ${closed}.`, 'through');
  }
  return [decided(command, { type: 'PeriodClosed', data: { through } })];
}

/** Compares field by field: the order of fields in a stored event is not that of a request. */
function sameFields<T extends object>(a: T, b: T): boolean {
  const known = new Map<string, unknown>(Object.entries(b));
  return Object.entries(a).every(([field, value]) => known.get(field) === value);
}
