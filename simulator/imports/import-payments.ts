import { ApiFailure } from '../api-errors/api-failure';
import { createPayment, checkPayment, type PaymentWish } from '../payments/create-payment';
import { type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { type ImportError, type ImportRow, readImportFile } from './import-file';

export type ImportOutcome =
  | { readonly payments: readonly { readonly row: number; readonly payment: string }[] }
  | { readonly errors: readonly ImportError[] };

/** The dashboard's bulk import: one bad row and nothing is made; the same file twice makes everything twice. */
export function importPayments(world: World, organisation: Organisation, csv: string): ImportOutcome {
  const { rows, errors } = readImportFile(csv);
  const all = [...errors];
  const ready: { row: number; mandate: MandateRecord; wish: PaymentWish }[] = [];
  for (const row of rows) {
    const checked = checkRow(world, organisation, row);
    if ('message' in checked) all.push(checked);
    else ready.push(checked);
  }
  if (all.length > 0) return { errors: all.sort((one, other) => one.row - other.row) };
  if (ready.length === 0) return { errors: [{ row: 1, column: null, message: 'The file holds no payment' }] };
  const payments = ready.map(({ row, mandate, wish }) => ({
    row,
    payment: createPayment(world, organisation, mandate, wish).resource.id,
  }));
  return { payments };
}

function checkRow(world: World, organisation: Organisation, row: ImportRow) {
  const fault = (column: string, message: string): ImportError => ({ row: row.row, column, message });
  const mandate = organisation.mandates.get(row.mandate);
  if (mandate === undefined) return fault('mandate.id', 'There is no such mandate');
  if (mandate.resource.links.customer !== row.customer)
    return fault('customer.id', 'The mandate is another customer’s');
  if (row.amount < 1) return fault('payment.amount', 'must be more than nothing');
  const wish: PaymentWish = {
    amount: row.amount,
    currency: row.currency,
    chargeDate: row.chargeDate,
    description: row.description,
    reference: null,
    metadata: row.metadata,
    retryIfPossible: false,
  };
  try {
    checkPayment(world, organisation, mandate, wish);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const entry = error.entries[0];
    const column = entry?.field === undefined ? 'mandate.id' : `payment.${entry.field}`;
    return fault(column, entry?.message ?? error.message);
  }
  return { row: row.row, mandate, wish };
}
