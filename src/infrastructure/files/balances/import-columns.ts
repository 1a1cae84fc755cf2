import { type ExportedBatch } from '../../../application/ports/balance-files';
import { type ExportRow } from '../../../domain/balance-exports/events';
import { cleanText } from '../../../domain/shared/clean-text';
import { majorUnits } from '../../../domain/shared/decimal-amount';
import { type WorkbookColumn } from '../workbooks/write-workbook';

/** The columns of GoCardless's payment import, exactly these and in this order; the last one is a metadata field of the payment. */
export const IMPORT_COLUMNS: readonly WorkbookColumn[] = [
  { name: 'mandate.id', kind: 'text', width: 18 },
  { name: 'customer.id', kind: 'text', width: 18 },
  { name: 'customer.given_name', kind: 'text', width: 22 },
  { name: 'customer.family_name', kind: 'text', width: 22 },
  { name: 'customer.company_name', kind: 'text', width: 28 },
  { name: 'customer.email', kind: 'text', width: 30 },
  { name: 'payment.amount', kind: 'amount', width: 16 },
  { name: 'payment.currency', kind: 'text', width: 17 },
  { name: 'payment.description', kind: 'text', width: 36 },
  { name: 'payment.charge_date', kind: 'date', width: 20 },
  { name: 'payment.metadata.export_row', kind: 'text', width: 48 },
];

/** A row in the order of the columns; what is not known any more is empty. */
export function importCells(batch: ExportedBatch, row: ExportRow): readonly string[] {
  const { givenName, familyName } = namesOf(clean(row.name));
  return [
    row.mandateId,
    row.gocardlessCustomerId,
    givenName,
    familyName,
    clean(row.company),
    clean(row.email),
    majorUnits(row.amount),
    batch.currency,
    clean(row.description),
    batch.chargeDate ?? '',
    row.rowId,
  ];
}

function clean(text: string | null): string {
  return text === null ? '' : cleanText(text).trim();
}

/** We keep one name: its last word is the family name, as most of GoCardless's customers would write it. */
function namesOf(name: string): { readonly givenName: string; readonly familyName: string } {
  const space = name.lastIndexOf(' ');
  return { givenName: name.slice(0, Math.max(space, 0)).trim(), familyName: name.slice(space + 1) };
}
