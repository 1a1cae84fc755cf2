import { parse } from 'csv-parse/sync';
import { isLocalDate } from '../calendar/local-date';

export interface ImportRow {
  /** Line of the file's table; the header is 1. */
  readonly row: number;
  readonly mandate: string;
  readonly customer: string;
  readonly amount: number;
  readonly currency: string;
  readonly description: string | null;
  readonly chargeDate: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface ImportError {
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
}

const HEADER = [
  'mandate.id',
  'customer.id',
  'customer.given_name',
  'customer.family_name',
  'customer.company_name',
  'customer.email',
  'payment.amount',
  'payment.currency',
  'payment.description',
  'payment.charge_date',
];
const METADATA = /^payment\.metadata\.(.{1,50})$/;
const MAX_METADATA = 3;
const MAX_CHARACTERS = 100;
/** Major units with two places, as people write money: 120.00. */
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;

/** Reads the dashboard's payment import file: exact header, cells within bounds. Rows without an amount are left out. */
export function readImportFile(csv: string): { rows: ImportRow[]; errors: ImportError[] } {
  const table = parseTable(csv);
  if (typeof table === 'string') return { rows: [], errors: [{ row: 1, column: null, message: table }] };
  const [header = [], ...lines] = table;
  const headerErrors = checkHeader(header);
  if (headerErrors.length > 0) return { rows: [], errors: headerErrors };
  const errors: ImportError[] = [];
  const rows = lines.flatMap((cells, index) => {
    const read = readRow(header, cells, index + 2, errors);
    return read === undefined ? [] : [read];
  });
  return { rows, errors };
}

function parseTable(csv: string): string[][] | string {
  try {
    return parse(csv, { relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    return `The file is not CSV: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
}

function checkHeader(header: readonly string[]): ImportError[] {
  const fault = (column: string | null, message: string): ImportError => ({ row: 1, column, message });
  const wrong = HEADER.findIndex((name, index) => header[index] !== name);
  if (wrong !== -1) {
    return [fault(header[wrong] ?? null, `Column ${wrong + 1} must be ${HEADER[wrong] ?? ''}`)];
  }
  const more = header.slice(HEADER.length);
  if (more.length > MAX_METADATA) return [fault(null, `There can be ${MAX_METADATA} metadata columns at most`)];
  const strange = more.find((name) => !METADATA.test(name));
  return strange === undefined ? [] : [fault(strange, 'Only payment.metadata columns may follow')];
}

function readRow(
  header: readonly string[],
  cells: readonly string[],
  row: number,
  errors: ImportError[],
): ImportRow | undefined {
  const before = errors.length;
  const fault = (column: string | null, message: string): void => {
    errors.push({ row, column, message });
  };
  if (cells.length !== header.length) fault(null, `The row has ${cells.length} cells, the header ${header.length}`);
  for (const [index, cell] of cells.entries()) {
    if (cell.length > MAX_CHARACTERS)
      fault(header[index] ?? null, `A cell can hold ${MAX_CHARACTERS} characters at most`);
  }
  const cell = (name: string) => cells[header.indexOf(name)] ?? '';
  const amount = cell('payment.amount');
  if (amount === '') return undefined;
  if (!AMOUNT.test(amount)) fault('payment.amount', 'must be an amount such as 120.00');
  const chargeDate = cell('payment.charge_date');
  if (chargeDate !== '' && !isLocalDate(chargeDate)) fault('payment.charge_date', 'must be a date, YYYY-MM-DD');
  if (errors.length > before) return undefined;
  const metadata = header.slice(HEADER.length).flatMap((name) => {
    const key = METADATA.exec(name)?.[1];
    return key === undefined || cell(name) === '' ? [] : [[key, cell(name)] as const];
  });
  return {
    row,
    mandate: cell('mandate.id'),
    customer: cell('customer.id'),
    amount: minorUnits(amount),
    currency: cell('payment.currency'),
    description: cell('payment.description') || null,
    chargeDate: chargeDate || null,
    metadata: Object.fromEntries(metadata),
  };
}

/** Digits only, no binary fraction: 12.3 is 1230. */
function minorUnits(amount: string): number {
  const [whole = '0', fraction = ''] = amount.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}
