import { createHash } from 'node:crypto';
import { type Pool } from 'pg';
import {
  type BalanceFiles,
  type BalanceFileWriter,
  type ExportedBatch,
} from '../../../application/ports/balance-files';
import { type ExportRow } from '../../../domain/balance-exports/events';
import { type MasterKey } from '../../security/master-key';
import { KeptFiles } from '../kept-files';
import { writeWorkbook } from '../workbooks/write-workbook';
import { csvHeader, csvRows } from './balance-csv';
import { Channel } from './channel';
import { IMPORT_COLUMNS, importCells } from './import-columns';

/** The CSV is made anew from the rows whenever it is asked for; the workbook is kept, encrypted, in PostgreSQL. */
export class PostgresBalanceFiles implements BalanceFiles {
  private readonly keptFiles: KeptFiles;

  constructor(pool: Pool, masterKey: MasterKey) {
    this.keptFiles = new KeptFiles(pool, masterKey);
  }

  begin(batch: ExportedBatch): BalanceFileWriter {
    return new PostgresBalanceFileWriter(this.keptFiles, batch);
  }

  async *csv(batch: ExportedBatch, chunks: AsyncIterable<readonly ExportRow[]>): AsyncGenerator<Buffer> {
    yield csvHeader();
    for await (const rows of chunks) yield csvRows(batch, rows);
  }

  workbook(balanceExportId: string): Promise<AsyncIterable<Buffer> | null> {
    return this.keptFiles.read(fileId(balanceExportId));
  }

  async remove(balanceExportId: string): Promise<void> {
    await this.keptFiles.remove(fileId(balanceExportId));
  }
}

class PostgresBalanceFileWriter implements BalanceFileWriter {
  private readonly csvHash = createHash('sha256').update(csvHeader());
  private readonly xlsxHash = createHash('sha256');
  private readonly rows = new Channel<readonly ExportRow[]>();
  private readonly kept: Promise<void>;

  constructor(
    private readonly keptFiles: KeptFiles,
    private readonly batch: ExportedBatch,
  ) {
    this.kept = keptFiles.keep(fileId(batch.balanceExportId), this.workbook());
    this.kept.then(
      () => undefined,
      (error: unknown) => {
        this.rows.fail(error);
      },
    );
  }

  async write(rows: readonly ExportRow[]): Promise<void> {
    this.csvHash.update(csvRows(this.batch, rows));
    await this.rows.hand(rows);
  }

  async finish(): Promise<{ readonly csvSha256: string; readonly xlsxSha256: string }> {
    this.rows.end();
    await this.kept;
    return { csvSha256: this.csvHash.digest('hex'), xlsxSha256: this.xlsxHash.digest('hex') };
  }

  async abandon(): Promise<void> {
    this.rows.fail(new Error('The balance export was abandoned.'));
    await this.kept.catch(() => undefined);
    await this.keptFiles.remove(fileId(this.batch.balanceExportId));
  }

  private async *workbook(): AsyncGenerator<Buffer> {
    for await (const bytes of writeWorkbook('Payments', IMPORT_COLUMNS, this.cells())) {
      this.xlsxHash.update(bytes);
      yield bytes;
    }
  }

  private async *cells(): AsyncGenerator<readonly (readonly string[])[]> {
    for await (const rows of this.rows) yield rows.map((row) => importCells(this.batch, row));
  }
}

function fileId(balanceExportId: string): string {
  return `${balanceExportId}.xlsx`;
}
