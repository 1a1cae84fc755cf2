import {
  Amount,
  CurrencyCode,
  Day,
  Flag,
  Id,
  Instant,
  Nested,
  NestedList,
  OneOf,
  Text,
  Texts,
  WholeNumber,
} from '../fields/fields';

const STATUSES = ['opened', 'exported', 'abandoned'] as const;
const REASONS = ['no_usable_mandate', 'nothing_collectable', 'wrong_currency', 'changed_meanwhile'] as const;

export class ExportBalancesBody {
  @CurrencyCode()
  currency!: string;

  @Texts({ optional: true, min: 1, description: 'All with a stated balance when left out.' })
  customerIds?: string[];

  @Day({ optional: true, description: 'As soon as possible when left out.' })
  chargeDate?: string;

  @Text({ optional: true, max: 100, description: 'Stands on the payers’ bank statements where the scheme shows one.' })
  description?: string;

  @Flag({ optional: true, description: 'Only say what would be exported.' })
  dryRun?: boolean;

  @Id({ optional: true, description: 'Where there are several connections.' })
  connectionId?: string;
}

export class LeftOutCustomer {
  @Id()
  customerId!: string;

  @OneOf(REASONS)
  reason!: string;
}

export class PreviewedRow {
  @Id()
  customerId!: string;

  @Id()
  mandateId!: string;

  @Amount()
  amount!: number;
}

export class ExportedBalances {
  @Id({ optional: true, description: 'Not in a dry run.' })
  id?: string;

  @CurrencyCode()
  currency!: string;

  @WholeNumber({ min: 0 })
  rows!: number;

  @Amount({ min: 0 })
  totalAmount!: number;

  @NestedList(() => LeftOutCustomer)
  leftOut!: readonly LeftOutCustomer[];

  @Text({ optional: true, description: 'Not in a dry run.' })
  csvSha256?: string;

  @Text({ optional: true, description: 'Not in a dry run.' })
  xlsxSha256?: string;

  @NestedList(() => PreviewedRow, { optional: true, description: 'The first rows, in a dry run only.' })
  preview?: readonly PreviewedRow[];
}

export class BalanceExportFilters {
  @OneOf(STATUSES, { optional: true })
  status?: (typeof STATUSES)[number];

  @CurrencyCode({ optional: true })
  currency?: string;
}

export class BalanceExportItem {
  @Id()
  id!: string;

  @Id()
  connectionId!: string;

  @CurrencyCode()
  currency!: string;

  @Day({ nullable: true })
  chargeDate!: string | null;

  @OneOf(STATUSES, { description: 'Only `exported` ones are sealed and have rows.' })
  status!: string;

  @WholeNumber({ min: 0, nullable: true })
  rows!: number | null;

  @Amount({ min: 0, nullable: true })
  totalAmount!: number | null;

  @WholeNumber({ min: 0, description: 'Rows that were given up.' })
  released!: number;

  @Text({ nullable: true })
  rowsSha256!: string | null;

  @Text({ nullable: true })
  csvSha256!: string | null;

  @Text({ nullable: true })
  xlsxSha256!: string | null;

  @Instant()
  openedAt!: string;

  @Instant({ nullable: true })
  sealedAt!: string | null;

  @Flag({ description: 'Its rows are payments that are waited for.' })
  added!: boolean;

  @Instant({ nullable: true })
  addedAt!: string | null;

  @Flag({ description: 'Its rows are sent through the API.' })
  collected!: boolean;

  @Instant({ nullable: true })
  collectedAt!: string | null;

  @Instant({ nullable: true, description: 'Since then a person of its files is forgotten.' })
  notReproducibleSince!: string | null;
}

export class CollectionProgress {
  @WholeNumber({ min: 0, description: 'Rows that GoCardless has.' })
  sent!: number;

  @WholeNumber({ min: 0, description: 'Rows that GoCardless refused.' })
  refused!: number;

  @WholeNumber({ min: 0, description: 'All rows but those that were given up and never seen.' })
  of!: number;
}

export class BalanceExportProgress extends CollectionProgress {
  @WholeNumber({ min: 0, description: 'Given up, and seen all the same.' })
  afterCancellation!: number;

  @WholeNumber({ min: 0 })
  amountDiffers!: number;

  @WholeNumber({ min: 0, description: 'GoCardless should have shown them by now.' })
  notSeen!: number;
}

export class BalanceExportDetails extends BalanceExportItem {
  @Nested(() => BalanceExportProgress)
  progress!: BalanceExportProgress;
}

export class ExportRowFilters {
  @Id({ optional: true })
  customerId?: string;

  @Flag({ optional: true })
  released?: boolean;

  @Flag({ optional: true })
  afterCancellation?: boolean;

  @Flag({ optional: true })
  amountDiffers?: boolean;

  @Flag({ optional: true })
  notSeen?: boolean;
}

export class ExportRowItem {
  @Id()
  id!: string;

  @WholeNumber({ min: 1 })
  number!: number;

  @Id()
  customerId!: string;

  @Text({ nullable: true })
  customerName!: string | null;

  @Id({ nullable: true })
  mandateId!: string | null;

  @CurrencyCode()
  currency!: string;

  @Amount({ description: 'As it stands in the file.' })
  amount!: number;

  @Amount({ nullable: true, description: 'What GoCardless collects; null until it shows the payment.' })
  collectedAmount!: number | null;

  @Id({ nullable: true })
  paymentId!: string | null;

  @Text({ description: '`exported`, `released`, `matched`, `awaiting_gocardless`, or the status of its payment.' })
  status!: string;

  @Flag()
  released!: boolean;

  @Flag({ description: 'Given up, and seen at GoCardless all the same.' })
  afterCancellation!: boolean;

  @Flag()
  amountDiffers!: boolean;

  @Flag({ description: 'GoCardless should have shown it by now.' })
  notSeen!: boolean;

  @Id({ nullable: true, description: 'The payment made elsewhere that was taken for this row.' })
  matchedTo!: string | null;
}

export class AddedBalances {
  @WholeNumber({ min: 0 })
  created!: number;

  @WholeNumber({ min: 0 })
  alreadyAdded!: number;
}

export class CollectedBalances {
  @Nested(() => CollectionProgress)
  progress!: CollectionProgress;
}

export class CancelBalanceExportBody {
  @Texts({ optional: true, min: 1, description: 'Ids of rows; all that GoCardless has not shown when left out.' })
  rows?: string[];
}

export class CancelledRows {
  @WholeNumber({ min: 0 })
  released!: number;

  @WholeNumber({ min: 0, description: 'Rows whose payment GoCardless has, or may have.' })
  kept!: number;
}

export class RowMatchFields {
  @Id()
  rowId!: string;

  @Id()
  paymentId!: string;
}

export class RowMatchItem extends RowMatchFields {
  @WholeNumber({ min: 1 })
  number!: number;

  @Id()
  customerId!: string;

  @Id()
  mandateId!: string;

  @Amount()
  amount!: number;

  @CurrencyCode()
  currency!: string;

  @Id({ nullable: true })
  gocardlessPaymentId!: string | null;

  @Instant({ nullable: true })
  submittedAt!: string | null;
}

export class ConfirmMatchesBody {
  @NestedList(() => RowMatchFields, { optional: true, min: 1, description: 'All that are suggested when left out.' })
  matches?: RowMatchFields[];
}

export class ConfirmedMatches {
  @WholeNumber({ min: 0 })
  confirmed!: number;
}
