import { type ExportRow } from '../../domain/balance-exports/events';

/** What stands in every line of a batch's files beside its rows. */
export interface ExportedBatch {
  readonly balanceExportId: string;
  readonly currency: string;
  readonly chargeDate: string | null;
}

/** Writes both files of a batch while its rows come in, so that memory does not grow with them. */
export interface BalanceFileWriter {
  write(rows: readonly ExportRow[]): Promise<void>;
  /** Ends both files. The workbook is kept, encrypted, from then on; the CSV is made anew from the rows whenever it is asked for. */
  finish(): Promise<{ readonly csvSha256: string; readonly xlsxSha256: string }>;
  /** Nothing is kept. */
  abandon(): Promise<void>;
}

/** The files of balance exports: GoCardless's import CSV, and the same rows as a workbook for people. */
export interface BalanceFiles {
  begin(batch: ExportedBatch): BalanceFileWriter;
  /** The CSV: the same rows give the same bytes for ever. Chunks are read as the bytes are taken. */
  csv(batch: ExportedBatch, chunks: AsyncIterable<readonly ExportRow[]>): AsyncIterable<Buffer>;
  /** The workbook as it was sealed, byte for byte; null when there is none (any more). */
  workbook(balanceExportId: string): Promise<AsyncIterable<Buffer> | null>;
  /** Removes a kept workbook: its batch was abandoned, or a person in it is forgotten. */
  remove(balanceExportId: string): Promise<void>;
}

export const BALANCE_FILES = Symbol('BalanceFiles');
