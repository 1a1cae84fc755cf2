import { type FieldsOf } from '../fields/field';
import { Day, Flag, Id, Instant, Nested, NestedList, Text } from '../fields/fields';

const ACCOUNT = { max: 20 };

/** The accounts that documents use, by what they are for. */
export class AccountFields {
  @Text(ACCOUNT)
  bank!: string;

  @Text(ACCOUNT)
  conversion!: string;

  @Text({ ...ACCOUNT, description: 'Money that is at GoCardless and not yet in a booked payout.' })
  clearing!: string;

  @Text(ACCOUNT)
  customers!: string;

  @Text(ACCOUNT)
  outputTax!: string;

  @Text(ACCOUNT)
  inputTax!: string;

  @Flag({ description: 'False: the tax of fees stays in the fees.' })
  inputTaxRecoverable!: boolean;

  @Text(ACCOUNT)
  unidentifiedReceipts!: string;

  @Text(ACCOUNT)
  priorPeriod!: string;

  @Text({ ...ACCOUNT, description: 'Income of order lines that name no account of their own.' })
  sales!: string;

  @Text(ACCOUNT)
  fees!: string;

  @Text(ACCOUNT)
  surcharges!: string;

  @Text(ACCOUNT)
  appFees!: string;
}

class ChosenAccounts {
  @Instant({ description: 'Documents effective then or later use them.' })
  from!: string;

  @Nested(() => AccountFields)
  accounts!: AccountFields;
}

export class Settings {
  @Id()
  connectionId!: string;

  @Text({ nullable: true })
  companyName!: string | null;

  @Text({ nullable: true })
  address!: string | null;

  @Text({ nullable: true })
  vatNumber!: string | null;

  @Text({ description: 'Fixed when the connection is opened.' })
  timeZone!: string;

  @Text({ description: 'Fixed when the connection is opened.' })
  receiptSeries!: string;

  @Nested(() => AccountFields, { description: 'Those that hold at the time asked for.' })
  accounts!: AccountFields;

  @NestedList(() => ChosenAccounts, { description: 'Every choice that was made, also those that hold later.' })
  accountsChosen!: FieldsOf<ChosenAccounts>[];
}

const COMPANY = { optional: true, min: 0, max: 1000 };

/** What is left out stays as it is. */
export class SettingsBody {
  @Text(COMPANY)
  companyName?: string;

  @Text(COMPANY)
  address?: string;

  @Text(COMPANY)
  vatNumber?: string;

  @Nested(() => AccountFields, { optional: true, description: 'All of them; they hold from tomorrow at the earliest.' })
  accounts?: AccountFields;

  @Day({ optional: true, description: 'From which day on the accounts hold, in the time zone; tomorrow if left out.' })
  accountsFrom?: string;
}
