import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BalanceExports } from '../../../application/balances/balance-exports';
import { BALANCE_FILES, type BalanceFiles } from '../../../application/ports/balance-files';
import { type SealedBalanceExport } from '../../../domain/balance-exports/balance-export';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Operation, Refuses } from '../answers/operation';
import { notFound, problem } from '../errors/problem';
import { NO_EXPORT } from './balance-exports.controller';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The files of sealed batches, sent as they are read. */
@ApiTags('Balance exports')
@Controller('api/balance-exports/:id')
export class BalanceExportFilesController {
  constructor(
    private readonly exports: BalanceExports,
    @Inject(BALANCE_FILES) private readonly files: BalanceFiles,
  ) {}

  /** For GoCardless's import: the same bytes for ever. */
  @Get('file.csv')
  @Operation('readBalanceExportCsv', 'Get the file for GoCardless’s import')
  @Refuses('not_sealed')
  @Roles(...MAY.readBooks)
  @ApiProduces(CSV)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async csv(@Param('id') id: string, @Caller() access: Access): Promise<StreamableFile> {
    const { opened, seal } = await this.sealed(id, access);
    return download(this.files.csv(opened, this.exports.rows(id, seal)), `${CSV}; charset=utf-8`, `${id}.csv`);
  }

  /** The same rows for people, as they were when the batch was sealed. */
  @Get('file.xlsx')
  @Operation('readBalanceExportWorkbook', 'Get the same rows as a workbook')
  @Refuses('not_sealed', 'file_removed')
  @Roles(...MAY.readBooks)
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Param('id') id: string, @Caller() access: Access): Promise<StreamableFile> {
    await this.sealed(id, access);
    const content = await this.files.workbook(id);
    if (content === null)
      throw problem('file_removed', 'The workbook was removed; the CSV is still made from the rows.');
    return download(content, XLSX, `${id}.xlsx`);
  }

  private async sealed(id: string, access: Access): Promise<SealedBalanceExport> {
    const batch = await this.exports.within(access, id);
    if (batch === null) throw notFound(NO_EXPORT);
    if (batch.state.status === 'exported') return batch.state;
    throw problem('not_sealed', 'The balance export was never finished: it has no files.');
  }
}

function download(content: AsyncIterable<Buffer>, type: string, fileName: string): StreamableFile {
  return new StreamableFile(Readable.from(content), { type, disposition: `attachment; filename="${fileName}"` });
}
