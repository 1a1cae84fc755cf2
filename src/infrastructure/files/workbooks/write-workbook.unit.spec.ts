import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { type CellValue, type WorkbookColumn, writeWorkbook } from './write-workbook';

const COLUMNS: readonly WorkbookColumn[] = (['text', 'amount', 'number', 'date', 'boolean'] as const).map((kind) => {
  return { name: kind, kind, width: 20 };
});

async function written(batches: readonly (readonly (readonly CellValue[])[])[], columns = COLUMNS): Promise<Buffer> {
  async function* rows(): AsyncGenerator<readonly (readonly CellValue[])[]> {
    for (const batch of batches) yield await Promise.resolve(batch);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook('Rows & "more"', columns, rows())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function opened(content: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  // Its type is that of an older Node.js.
  await book.xlsx.load(content as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
}

function cellsOf(sheet: ExcelJS.Worksheet, line: number): readonly unknown[] {
  return COLUMNS.map((_, index) => sheet.getRow(line).getCell(index + 1).value);
}

describe('A workbook', () => {
  it('has a typed cell for what fits its column, and text for what does not', async () => {
    const sheet = await opened(
      await written([
        [['=1+1', '-12.50', 7, '2026-03-31', true]],
        [
          ['12', '12.5e3', '0x10', '2026-02-30', false],
          [null, '', '1'.repeat(16), '1900-01-01', 'yes'],
        ],
      ]),
    );

    expect(sheet.name).toBe('Rows & "more"');
    expect([2, 3, 4].map((line) => cellsOf(sheet, line))).toEqual([
      ['=1+1', -12.5, 7, new Date('2026-03-31'), true],
      ['12', '12.5e3', '0x10', '2026-02-30', false],
      [null, null, '1'.repeat(16), '1900-01-01', 'yes'],
    ]);
    expect(sheet.getCell('B2').numFmt).toBe('0.00');
  });

  it('keeps any text as it is, but for what XML can not hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const sheet = await opened(await written([texts.map((text) => [text])]));

          texts.forEach((text, index) => {
            const expected = text
              .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
              .replace(/\r\n?/g, '\n');
            expect(sheet.getCell(index + 2, 1).value).toBe(expected);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same at any time, however its rows come', async () => {
    const rows = Array.from({ length: 30 }, (_, index): readonly CellValue[] => [`row ${index}`, '1.00']);

    expect(await written([rows.slice(0, 7), [], rows.slice(7)])).toEqual(await written([rows]));
  });

  it('has columns beyond Z', async () => {
    const many = Array.from({ length: 800 }, (_, index) => ({ name: `c${index}`, kind: 'text', width: 10 }) as const);
    const sheet = await opened(await written([[many.map(({ name }) => name)]], many));

    expect(sheet.getCell('AA2').value).toBe('c26');
    expect(sheet.getCell('ADT2').value).toBe('c799');
  });

  it('asks for rows only as its bytes are taken', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<readonly (readonly CellValue[])[]> {
      for (;;) {
        asked += 1;
        // Not to be packed well.
        yield await Promise.resolve(
          Array.from({ length: 500 }, (_, index) => [
            `${Math.sin(asked * 500 + index)}${Math.cos(asked * 500 + index)}`,
          ]),
        );
      }
    }
    const workbook = writeWorkbook('Rows', COLUMNS, endless());
    let taken = 0;
    while (taken < 500_000) {
      const next = await workbook.next();
      if (next.done !== true) taken += next.value.length;
    }
    await new Promise((resolve) => setImmediate(resolve));
    const before = asked;
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));

    expect(asked).toBeLessThan(before + 10);
    await workbook.return(undefined);
  });

  it('breaks off where its rows do', async () => {
    async function* broken(): AsyncGenerator<readonly (readonly CellValue[])[]> {
      yield await Promise.resolve([['one']]);
      throw new Error('no more rows');
    }
    const read = async (): Promise<void> => {
      for await (const _ of writeWorkbook('Rows', COLUMNS, broken())) expect(_).toBeInstanceOf(Buffer);
    };

    await expect(read()).rejects.toThrow('no more rows');
  });
});
