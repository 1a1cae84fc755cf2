import { accountsAt } from '../../domain/accounting/accounts';
import { MAX_LEAD_TIME } from '../../domain/mandates/lead-time';
import { type Scheme } from '../../domain/mandates/scheme';
import { fields, nullable, partial } from '../../fields/field';
import { flag, id, instant, listOf, nested, text, wholeNumber } from '../../fields/kinds';
import { type ReadModelDatabase } from '../engine/database';
import { RowReader } from '../engine/reader';
import { pick } from '../lists/pick';
import { seen, type View } from '../view';
import { type ConnectionRow, connections } from './table';

const ACCOUNT = { max: 20 };

/** The accounts that documents use, by what they are for. */
export class AccountFields extends fields({
  bank: text(ACCOUNT),
  conversion: text(ACCOUNT),
  clearing: text({ ...ACCOUNT, description: 'Money that is at GoCardless and not yet in a booked payout.' }),
  customers: text(ACCOUNT),
  outputTax: text(ACCOUNT),
  inputTax: text(ACCOUNT),
  inputTaxRecoverable: flag({ description: 'False: the tax of fees stays in the fees.' }),
  unidentifiedReceipts: text(ACCOUNT),
  priorPeriod: text(ACCOUNT),
  sales: text({ ...ACCOUNT, description: 'Income of order lines that name no account of their own.' }),
  fees: text(ACCOUNT),
  surcharges: text(ACCOUNT),
  appFees: text(ACCOUNT),
}) {}

export class ChosenAccounts extends fields({
  from: instant({ description: 'Documents effective then or later use them.' }),
  accounts: nested(AccountFields),
}) {}

const leadTime = (description = 'Working days between sending and charging.') =>
  wholeNumber({ min: 0, max: MAX_LEAD_TIME, description });

/** How early payments are sent, by scheme. */
export class LeadTimeFields extends fields({
  ach: leadTime(),
  autogiro: leadTime(),
  bacs: leadTime(),
  becs: leadTime(),
  becs_nz: leadTime(),
  betalingsservice: leadTime('Working days before the month of the due date: it charges on one day of a month.'),
  faster_payments: leadTime(),
  pad: leadTime(),
  pay_to: leadTime(),
  sepa_core: leadTime(),
} satisfies Readonly<Record<Scheme, unknown>>) {}

export class ChosenLeadTimes extends fields(partial(LeadTimeFields.fields)) {}

/** An empty one is one that was taken away. */
export const COMPANY = { min: 0, max: 1000 };

export class LogoFields extends fields({
  sha256: text({ description: 'Of the picture.' }),
  mediaType: text(),
  width: wholeNumber({ min: 1 }),
  height: wholeNumber({ min: 1 }),
}) {}

export class Settings extends fields({
  connectionId: id(),
  companyName: nullable(text(COMPANY)),
  address: nullable(text(COMPANY)),
  vatNumber: nullable(text(COMPANY)),
  logo: nullable(nested(LogoFields, { description: 'Stands at the head of receipts.' })),
  creditorName: text({ description: 'Who collects by GoCardless’s word: on receipts when no company is given.' }),
  timeZone: text({ description: 'Fixed when the connection is opened.' }),
  receiptSeries: text({ description: 'Fixed when the connection is opened.' }),
  accounts: nested(AccountFields, { description: 'Those that hold at the time asked for.' }),
  accountsChosen: listOf(ChosenAccounts, { description: 'Every choice that was made, also those that hold later.' }),
  leadTimes: nested(LeadTimeFields, { description: 'No payment is sent later than 10 days before it is due.' }),
}) {}

/**
 * Null when there is none in view.
 *
 * @param at the time at which `accounts` hold, ISO 8601 UTC
 */
export async function findSettings(
  database: ReadModelDatabase,
  view: View,
  connectionId: string,
  at: string,
): Promise<Settings | null> {
  if (view.connectionIds !== 'all' && !view.connectionIds.includes(connectionId)) return null;
  const query = { ...seen(view), ids: [connectionId] };
  const [found] = await new RowReader(database).readRows<ConnectionRow>(connections, query);
  if (found === undefined) return null;
  const { accounts, ...row } = found.row;
  const accountsChosen = accounts.map(({ from, accounts: chosen }) => ({ from, accounts: chosen }));
  return pick(Settings, row, { connectionId, accounts: accountsAt(accounts, at), accountsChosen });
}
