import {
  AS_IT_IS,
  type TableForm,
  type TableLine,
  type TableReading,
  UnreadableTable,
} from '../../src/application/ports/table-files';
import { readTable } from '../../src/infrastructure/files/tables/read-table';

/** What a file of balances has, and a column of texts of any kind. */
export const BALANCE_FORM: TableForm = {
  columns: {
    customerId: 'text',
    reference: 'text',
    currency: 'currency',
    amount: 'amount',
    asOf: 'day',
    note: 'text',
  },
  oneOf: [['customerId', 'reference'], ['currency'], ['amount'], ['asOf']],
};

export function uploaded(content: Buffer | string, fileName: string | null = null) {
  return { mediaType: 'text/csv', fileName, content: Buffer.from(content) };
}

export async function readLines(
  content: Buffer | string,
  reading: Partial<TableReading> = {},
  fileName: string | null = null,
): Promise<readonly TableLine[]> {
  const lines: TableLine[] = [];
  for await (const line of readTable(uploaded(content, fileName), BALANCE_FORM, { ...AS_IT_IS, ...reading })) {
    lines.push(line);
  }
  return lines;
}

/** Why the table as a whole can not be read. */
export async function refusalOf(reading: Promise<unknown>): Promise<UnreadableTable> {
  const error: unknown = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnreadableTable)) throw new Error(`was not refused as unreadable: ${String(error)}`);
  return error;
}

/** The cells of a line by column, and what is wrong with them as `column message`. */
export function cellsAndFaults({ cells, faults }: TableLine): CellsAndFaults {
  if (faults.length === 0) return cells;
  return { ...cells, faults: faults.map(({ column, message }) => `${column} ${message}`) };
}

interface CellsAndFaults {
  readonly faults?: readonly string[];
  readonly [column: string]: string | readonly string[] | undefined;
}
