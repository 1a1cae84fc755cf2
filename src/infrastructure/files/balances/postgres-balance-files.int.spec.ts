import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres';
import { type ExportRow } from '../../../domain/balance-exports/events';
import { createPool } from '../../../postgres/pool';
import { MasterKey } from '../../security/master-key';
import { PostgresBalanceFiles } from './postgres-balance-files';

const masterKey = new MasterKey(Buffer.alloc(32, 7));
const batch = { balanceExportId: 'bex_1', currency: 'GBP', chargeDate: '2026-12-01' };
let database: TestDatabase;
let pool: Pool;
let files: PostgresBalanceFiles;

beforeAll(async () => {
  database = await testDatabase();
  pool = createPool({ ...database, max: 4 });
  files = new PostgresBalanceFiles(pool, masterKey);
});

beforeEach(async () => {
  await pool.query('truncate kept_files cascade');
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

function row(number: number, more: Partial<ExportRow> = {}): ExportRow {
  return {
    rowId: `blr_0123_${number}`,
    number,
    customerId: `cus_${number}`,
    mandateId: `MD${number}`,
    gocardlessCustomerId: `CU${number}`,
    name: `Ada Payer ${createHash('sha256').update(String(number)).digest('hex')}`,
    company: null,
    email: `ada.${number}@example.com`,
    amount: 12_000 + number,
    description: 'Rent',
    ...more,
  };
}

const rows = Array.from({ length: 1200 }, (_, index) => row(index + 1));

async function write(chunks: readonly (readonly ExportRow[])[], balanceExportId = 'bex_1') {
  const writer = files.begin({ ...batch, balanceExportId });
  for (const chunk of chunks) await writer.write(chunk);
  return writer.finish();
}

async function whole(content: AsyncIterable<Buffer> | null): Promise<Buffer> {
  if (content === null) throw new Error('there is no such file');
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function opened(content: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
}

function hash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

describe('The files of a balance export', () => {
  it('are the same however the rows come, and are what their hashes say', async () => {
    const sealed = await write([rows.slice(0, 500), [], rows.slice(500, 501), rows.slice(501)]);
    const again = await write([rows], 'bex_2');
    async function* chunks(): AsyncGenerator<readonly ExportRow[]> {
      yield rows.slice(0, 700);
      yield await Promise.resolve(rows.slice(700));
    }

    expect(again).toEqual(sealed);
    expect(hash(await whole(files.csv(batch, chunks())))).toBe(sealed.csvSha256);
    expect(hash(await whole(await files.workbook('bex_1')))).toBe(sealed.xlsxSha256);
  });

  it('hold typed cells for people, and no formula', async () => {
    await write([
      [row(1, { name: '=1+1 @x', company: '_x0041_ <&> "q"\n\u0007', description: '-5' }), row(2, { name: null })],
    ]);

    const sheet = await opened(await whole(await files.workbook('bex_1')));

    expect(sheet.getRow(1).values).toEqual([
      undefined,
      ...'mandate.id customer.id customer.given_name customer.family_name customer.company_name customer.email'.split(
        ' ',
      ),
      ...'payment.amount payment.currency payment.description payment.charge_date'.split(' '),
      'payment.metadata.export_row',
    ]);
    expect(sheet.getCell('K1').font.bold).toBe(true);
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    const cells = sheet.getRow(2);
    expect([3, 4, 9].map((column) => cells.getCell(column).value)).toEqual(['=1+1', '@x', '-5']);
    expect(cells.getCell(5).value).toBe('_x005F_x0041_ <&> "q"');
    expect([cells.getCell(7).value, cells.getCell(7).numFmt]).toEqual([120.01, '0.00']);
    expect([cells.getCell(10).value, cells.getCell(10).numFmt]).toEqual([new Date('2026-12-01'), 'yyyy-mm-dd']);
    expect([3, 4, 5].map((column) => sheet.getRow(3).getCell(column).value)).toEqual([null, null, null]);
    sheet.eachRow((line) => {
      line.eachCell((cell) => {
        expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
      });
    });
  });

  it('are not there before the end, and not after they were abandoned or removed', async () => {
    const writer = files.begin(batch);
    await writer.write(rows);
    expect(await files.workbook('bex_1')).toBeNull();
    await writer.abandon();
    expect(await files.workbook('bex_1')).toBeNull();

    await write([rows]);
    await files.remove('bex_1');
    await files.remove('bex_1');
    expect(await files.workbook('bex_1')).toBeNull();
    const left = await pool.query('select from kept_file_chunks');
    expect(left.rowCount).toBe(0);
    expect(await files.workbook('bex_unknown')).toBeNull();
  });

  it('fail for the one who writes them when they can not be kept', async () => {
    const writer = new PostgresBalanceFiles(pool, masterKey).begin({ ...batch, balanceExportId: 'bex\u0000' });

    await expect(writer.write(rows).then(() => writer.finish())).rejects.toThrow('invalid byte sequence');
    await expect(writer.write(rows)).rejects.toThrow('invalid byte sequence');
  });
});
