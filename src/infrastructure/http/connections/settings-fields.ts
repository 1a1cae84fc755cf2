import { MAX_LEAD_TIME } from '../../../domain/mandates/lead-time';
import { type Scheme } from '../../../domain/mandates/scheme';
import { fields, nullable, optional } from '../../../fields/field';
import { day, flag, id, instant, listOf, nested, text, wholeNumber } from '../../../fields/kinds';

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

class ChosenAccounts extends fields({
  from: instant({ description: 'Documents effective then or later use them.' }),
  accounts: nested(AccountFields),
}) {}

const leadTime = (description = 'Working days between sending and charging.') =>
  wholeNumber({ min: 0, max: MAX_LEAD_TIME, description });

const LEAD_TIMES = {
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
} satisfies Readonly<Record<Scheme, unknown>>;

/** How early payments are sent, by scheme. */
export class LeadTimeFields extends fields(LEAD_TIMES) {}

class ChosenLeadTimes extends fields({
  ach: optional(LEAD_TIMES.ach),
  autogiro: optional(LEAD_TIMES.autogiro),
  bacs: optional(LEAD_TIMES.bacs),
  becs: optional(LEAD_TIMES.becs),
  becs_nz: optional(LEAD_TIMES.becs_nz),
  betalingsservice: optional(LEAD_TIMES.betalingsservice),
  faster_payments: optional(LEAD_TIMES.faster_payments),
  pad: optional(LEAD_TIMES.pad),
  pay_to: optional(LEAD_TIMES.pay_to),
  sepa_core: optional(LEAD_TIMES.sepa_core),
}) {}

export class Settings extends fields({
  connectionId: id(),
  companyName: nullable(text()),
  address: nullable(text()),
  vatNumber: nullable(text()),
  creditorName: text({ description: 'Who collects by GoCardless’s word: on receipts when no company is given.' }),
  timeZone: text({ description: 'Fixed when the connection is opened.' }),
  receiptSeries: text({ description: 'Fixed when the connection is opened.' }),
  accounts: nested(AccountFields, { description: 'Those that hold at the time asked for.' }),
  leadTimes: nested(LeadTimeFields, { description: 'No payment is sent later than 10 days before it is due.' }),
  accountsChosen: listOf(ChosenAccounts, { description: 'Every choice that was made, also those that hold later.' }),
}) {}

const COMPANY = { optional: true, min: 0, max: 1000 };

/** What is left out stays as it is. */
export class SettingsBody extends fields({
  companyName: text(COMPANY),
  address: text(COMPANY),
  vatNumber: text(COMPANY),
  accounts: optional(nested(AccountFields, { description: 'All of them; they hold from tomorrow at the earliest.' })),
  leadTimes: optional(nested(ChosenLeadTimes, { description: 'Of schemes that are left out it stays.' })),
  accountsFrom: optional(
    day({ description: 'From which day on the accounts hold, in the time zone; tomorrow if left out.' }),
  ),
}) {}
