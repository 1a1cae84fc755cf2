import { textRow, workbookByHand } from '../../../../test/support/hand-made-workbook';
import { BALANCE_FORM, refusalOf, uploaded } from '../../../../test/support/tables';
import { AS_IT_IS, type TableLine } from '../../../application/ports/table-files';
import { WorkerTableFiles } from './worker-table-files';

const HEADER = 'customerId,currency,amount,asOf';
const HEADER_ROW = textRow(HEADER.split(','));

function batchesOf(files: WorkerTableFiles, content: Buffer | string, signal?: AbortSignal) {
  const table = { ...uploaded(content), ...(signal === undefined ? {} : { signal }) };
  return files.read(table, BALANCE_FORM, AS_IT_IS);
}

async function read(files: WorkerTableFiles, content: Buffer | string, signal?: AbortSignal) {
  const lines: TableLine[] = [];
  for await (const batch of batchesOf(files, content, signal)) lines.push(...batch);
  return lines;
}

/** Takes far longer to read than any test: a hundred thousand amounts, each in a format that is long to follow. */
function slowWorkbook(): Buffer {
  const format = `0.00${'\\x'.repeat(120)}`;
  const row = '<row><c t="str"><v>c</v></c><c t="str"><v>GBP</v></c><c s="1"><v>1.25</v></c></row>';
  return workbookByHand({ formats: [format], data: `${HEADER_ROW}${row.repeat(99_999)}` });
}

describe('Tables in threads of their own', () => {
  it('are handed over in batches, and a thread ends when they are no longer taken', async () => {
    const one = new WorkerTableFiles({ atOnce: 1 });
    const content = `${HEADER}\n${'c,GBP,1,\n'.repeat(1200)}`;
    const sizes: number[] = [];
    for await (const batch of batchesOf(one, content)) sizes.push(batch.length);
    expect(sizes).toEqual([500, 500, 200]);
    for await (const batch of batchesOf(one, content)) {
      expect(batch).toHaveLength(500);
      break;
    }
    // The only place is free again.
    expect(await Promise.all([read(one, content), read(one, HEADER)])).toMatchObject([{ length: 1200 }, []]);
  });

  it('are handed over in small batches where their lines are long', async () => {
    const line = `${'c'.repeat(320)},GBP,1,2026-01-01,${'n'.repeat(320)}\n`;
    const sizes: number[] = [];
    for await (const batch of batchesOf(new WorkerTableFiles(), `${HEADER},note\n${line.repeat(1000)}`)) {
      sizes.push(batch.length);
    }

    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(1000);
    expect(Math.max(...sizes)).toBeLessThan(500);
  });

  it('are refused when they are larger than 20 MB', async () => {
    expect((await refusalOf(read(new WorkerTableFiles(), Buffer.alloc(20_000_001, 'a')))).code).toBe('table_too_large');
  });

  it('that take too much memory end their reader and nothing else', async () => {
    const small = new WorkerTableFiles({ atOnce: 1, megabytes: 24 });
    const texts = Array.from({ length: 600_000 }, (_, index) => `<si><t>text ${index}</t></si>`);
    const greedy = workbookByHand({ data: HEADER_ROW, sharedTexts: texts.join('') });

    expect((await refusalOf(read(small, greedy))).code).toBe('table_too_large');
    expect(await read(small, `${HEADER}\nc,GBP,1,\n`)).toHaveLength(1);
  });

  it('that take too long end their reader', async () => {
    const hasty = new WorkerTableFiles({ atOnce: 1, milliseconds: 100 });
    const began = performance.now();

    expect((await refusalOf(read(hasty, slowWorkbook()))).code).toBe('table_too_slow');
    // The only place is free again.
    expect((await refusalOf(read(hasty, slowWorkbook()))).code).toBe('table_too_slow');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('end when their sender has gone, also one that waits for its turn', async () => {
    const one = new WorkerTableFiles({ atOnce: 1 });
    const sender = new AbortController();
    const first = batchesOf(one, slowWorkbook(), sender.signal);
    expect((await first.next()).done).toBe(false);
    const second = refusalOf(read(one, HEADER, sender.signal));
    sender.abort();

    expect((await refusalOf(first.next())).code).toBe('upload_broken_off');
    expect((await second).code).toBe('upload_broken_off');
    expect((await refusalOf(read(one, HEADER, sender.signal))).code).toBe('upload_broken_off');
    expect(await read(one, `${HEADER}\nc,GBP,1,\n`)).toHaveLength(1);
  });
});
