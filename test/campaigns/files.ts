import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_IT_IS, type TableLine, type TableReading, UnreadableTable } from '../../src/application/ports/table-files';
import { type FieldsClass } from '../../src/fields/field';
import { readTable } from '../../src/infrastructure/files/tables/read-table';
import { StateBalanceBody } from '../../src/infrastructure/http/balances/balance-fields';
import { OpenConnectionBody } from '../../src/infrastructure/http/connections/connection-fields';
import { RegisterCustomerBody } from '../../src/infrastructure/http/customers/customer-fields';
import { ProblemError } from '../../src/infrastructure/http/errors/problem';
import { MakeKeyBody } from '../../src/infrastructure/http/keys/key-fields';
import { cleanTexts } from '../../src/infrastructure/http/requests/clean-text';
import { FieldsPipe } from '../../src/infrastructure/http/requests/fields-pipe';
import { PlaceSalesOrderBody } from '../../src/infrastructure/http/sales-orders/sales-order-fields';
import { textCell, workbookParts, zipped } from '../support/hand-made-workbook';
import { BALANCE_FORM } from '../support/tables';
import { type Random, seededRandom } from './random';

export interface FilesCampaign {
  readonly seed: number;
  readonly inputs: number;
}

export interface FilesReport {
  readonly inputs: number;
  readonly lines: number;
  readonly refused: number;
  readonly slowestMs: number;
}

/** On a machine that does much else too. */
const SLOWEST_MS = 5_000;
/** Of the heap, after what is not needed any more could have gone. */
const MAX_GROWTH_BYTES = 400_000_000;

/** Gives readers of files and bodies what nobody should send: noise, files of other programs that were damaged, and files by grammar. */
export async function runFiles({ seed, inputs }: FilesCampaign): Promise<FilesReport> {
  const before = process.memoryUsage().heapUsed;
  const report = { inputs, lines: 0, refused: 0, slowestMs: 0 };
  for (let index = 0; index < inputs; index += 1) {
    const random = seededRandom(seed * 1_000_003 + index);
    const began = performance.now();
    try {
      const lines = random.below(4) === 0 ? tryBody(random) : await tryFile(random);
      if (lines === null) report.refused += 1;
      else report.lines += lines;
      report.slowestMs = Math.max(report.slowestMs, performance.now() - began);
      requireBound('milliseconds', performance.now() - began, SLOWEST_MS);
      requireBound('bytes', process.memoryUsage().heapUsed - before, MAX_GROWTH_BYTES);
    } catch (error) {
      throw new Error(`Input ${index} of seed ${seed}: ${String(error)}`, { cause: error });
    }
  }
  return { ...report, slowestMs: Math.round(report.slowestMs) };
}

function requireBound(what: string, found: number, bound: number): void {
  if (found > bound) throw new Error(`took ${Math.round(found)} ${what}`);
}

/** How many lines were read; null for a file that was refused. Any other end is a fault. */
async function tryFile(random: Random): Promise<number | null> {
  const content = random.pick([noise, damaged, damaged, csv, csv, workbook, workbook, workbook])(random);
  let lines = 0;
  try {
    for await (const line of readTable({ mediaType: '', fileName: null, content }, BALANCE_FORM, reading(random))) {
      requireLine(line);
      lines += 1;
    }
    return lines;
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    requireBound('characters of a message', error.message.length, 8_192);
    return null;
  }
}

function requireLine({ line, cells, faults }: TableLine): void {
  const known = Object.keys(BALANCE_FORM.columns);
  const strange = [...Object.keys(cells), ...faults.map(({ column }) => column)].find((name) => !known.includes(name));
  if (strange !== undefined || !Number.isInteger(line) || line < 1)
    throw new Error(`an odd line ${line}, ${String(strange)}`);
  for (const text of Object.values(cells)) requireBound('characters of a cell', text.length, 320);
  requireBound('faults', faults.length, 2 * known.length);
}

function reading(random: Random): TableReading {
  return random.pick([
    AS_IT_IS,
    AS_IT_IS,
    { ...AS_IT_IS, given: { currency: 'GBP', asOf: '2026-03-31' } },
    { ...AS_IT_IS, mapping: { amount: 'Balance', reference: 'note' }, ignored: ['amount', 'x', 'Phone'] },
  ]);
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.below(4096) }, () => random.below(256)));
}

const FIXTURES = join(process.cwd(), 'test/fixtures/tables');

function damaged(random: Random): Buffer {
  const names = readdirSync(FIXTURES).filter((name) => !name.endsWith('.md'));
  let content = readFileSync(join(FIXTURES, random.pick(names)));
  for (let times = random.below(8); times >= 0; times -= 1) {
    const at = random.below(content.length);
    const end = Math.min(content.length, at + 1 + random.below(64));
    const piece = content.subarray(at, end);
    const other = random.pick([noise(random).subarray(0, 8), piece, Buffer.concat([piece, piece]), Buffer.alloc(0)]);
    content = Buffer.concat([
      content.subarray(0, at),
      other,
      content.subarray(random.pick([at, end, at + other.length])),
    ]);
  }
  return content;
}

const HEADINGS = [
  'customerId',
  'currency',
  'amount',
  'asOf',
  'reference',
  'note',
  'As of',
  'Balance',
  'Phone',
  'x',
  '',
];
const TEXTS = [
  '',
  'c',
  'GBP',
  'gbp',
  '12.50',
  '-3',
  '1e3',
  '2026-03-31',
  '31/03/2026',
  '=1+1',
  "'=1",
  ' ',
  '\u00a0',
  'Zoe\u0308',
  '山田',
  '_x0041_',
  'TRUE',
  '00123',
];
/** Rare, since one of them may end a whole file. */
const ODD_TEXTS = ['9'.repeat(400), 'x'.repeat(33_000), '&amp;', '\u0000', '\ud800', '"', '<', '\n', ','];

function text(random: Random): string {
  return random.pick(random.below(60) === 0 ? ODD_TEXTS : TEXTS);
}

function some<T>(random: Random, most: number, one: () => T): T[] {
  return Array.from({ length: random.below(most + 1) }, one);
}

function header(random: Random): readonly string[] {
  return random.below(3) === 0
    ? some(random, 8, () => random.pick(HEADINGS))
    : ['customerId', 'currency', 'amount', 'asOf'];
}

function csv(random: Random): Buffer {
  const separator = random.pick([',', ';', '\t', '|']);
  const lineBreak = random.pick(['\n', '\r\n', '\r', '\n\n']);
  const cell = () => random.pick(['', '', '"'].map((mark) => `${mark}${text(random)}${mark}`));
  const line = () => some(random, random.below(30) === 0 ? 6 : 4, cell).join(separator);
  const body = [...some(random, 2, () => ''), header(random).join(separator), ...some(random, 20, line)].join(
    lineBreak,
  );
  const whole = `${random.pick(['', '', `sep=${separator}${lineBreak}`])}${body}${random.pick(['', lineBreak.repeat(random.below(2_000))])}`;
  return random.below(5) === 0
    ? Buffer.from(`\ufeff${whole}`, 'utf16le')
    : Buffer.from(random.pick(['', '\ufeff']) + whole);
}

const FORMATS = [
  '0.00',
  '#,##0.00;[Red]-#,##0.00',
  '00000',
  'dd/mm/yyyy',
  'mmm-yy',
  '0%',
  '0,',
  '@',
  '"C-"@',
  ';;;',
  '[$£-809]0.00',
  '# ?/?',
  '0.00E+00',
  'General',
  '_-* "-"??_-',
  '[h]:mm',
];
const NUMBERS = [
  '1',
  '-1',
  '0',
  '0.30000000000000004',
  '46112',
  '46112.5',
  '1e400',
  '1e-7',
  '1E+14',
  '',
  ' 5 ',
  '٣',
  'NaN',
  '-',
  '1'.repeat(64),
  '1'.repeat(70),
  '60',
  '-0',
];
const PIECES = [
  '0',
  '#',
  '?',
  '.',
  ',',
  '%',
  ';',
  '"',
  '\\',
  '_',
  '*',
  '[',
  ']',
  '$',
  '-',
  'd',
  'm',
  'y',
  'h',
  's',
  'E+',
  '@',
  '/',
  'General',
  '[Red]',
  '[>1]',
  'AM/PM',
];

function workbook(random: Random): Buffer {
  const formats = some(random, 6, () =>
    random.pick([random.pick(FORMATS), some(random, 60, () => random.pick(PIECES)).join('')]),
  );
  const place = () => {
    if (random.below(40) > 0) return '';
    return ` r="${random.pick(['A1', 'B2', 'XFD1', 'XFE1', 'A1048577', 'a1', '', '$C$3'])}"`;
  };
  const cell = () => {
    const value = escaped(random.pick([random.pick(NUMBERS), text(random)]));
    const type = random.pick([
      '',
      '',
      ' t="s"',
      ' t="str"',
      ' t="b"',
      ' t="e"',
      ' t="d"',
      ' t="n"',
      ' t="inlineStr"',
      ' t="x"',
    ]);
    const inner = random.pick([
      `<v>${value}</v>`,
      `<is><t>${value}</t></is>`,
      `<f>1</f><v>${value}</v>`,
      '<f>1</f>',
      '',
      `<v><![CDATA[${value.slice(0, 40)}]]></v>`,
    ]);
    return `<c${place()}${type} s="${random.below(9)}">${inner}</c>`;
  };
  const row = () =>
    `<row${random.below(20) > 0 ? '' : random.pick([' hidden="1"', ' r="2"', ' r="9"'])}>${some(random, random.below(30) === 0 ? 6 : 4, cell).join('')}</row>`;
  const head = `<row>${header(random).map(textCell).join('')}</row>`;
  const parts = workbookParts({
    formats,
    data:
      random.pick([head, head, head, '']) + some(random, 8, () => row().repeat(random.pick([1, 1, 1, 300]))).join(''),
    columns: random.pick([
      '',
      '',
      '<cols><col min="1" max="2" hidden="1"/></cols>',
      '<cols><col min="0" max="99999" hidden="true"/></cols>',
    ]),
    after: random.pick([
      '',
      '',
      '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
      '<mergeCell ref="A1:ZZZ9"/>',
      '<mergeCell '.repeat(500),
    ]),
    sharedTexts: some(random, 5, () => `<si><t>${escaped(text(random))}</t></si>`).join(''),
    properties: random.pick(['', '', 'date1904="1"']),
  });
  const changed = parts.map(({ name, content }) => ({
    name:
      random.below(40) === 0 ? random.pick([name.toUpperCase(), name.replaceAll('/', '\\'), 'x', `/${name}`]) : name,
    content: random.below(60) === 0 ? mangled(random, String(content)) : content,
  }));
  return zipped(
    changed,
    random.below(20) === 0
      ? random.pick([{ flags: 1 }, { size: 3 }, { crc: 1 }, { overlap: true }, { zip64: true }])
      : {},
  );
}

function mangled(random: Random, text: string): string {
  const at = random.below(text.length);
  return (
    text.slice(0, at) +
    random.pick(['<', '>', '"', '<!--', '<![CDATA[', '&#0;', '<x:', ']]>', '<?a?>', '\ufeff']) +
    text.slice(random.pick([at, at + 5]))
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const BODIES: readonly FieldsClass[] = [
  StateBalanceBody,
  OpenConnectionBody,
  RegisterCustomerBody,
  MakeKeyBody,
  PlaceSalesOrderBody,
];

/** 1 for a body that is taken, null for one that is refused. Any other end is a fault. */
function tryBody(random: Random): number | null {
  const of = random.pick(BODIES);
  const text = random.below(3) === 0 ? JSON.stringify(anyValue(random, 0)) : bodyBy(random, of);
  try {
    new FieldsPipe().transform(cleanTexts(JSON.parse(text)), { type: 'body', metatype: of });
    return 1;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
    requireBound('characters of an answer', JSON.stringify(error.problem).length, 65_536);
    return null;
  }
}

/** With the names that there are, and values of any kind. */
function bodyBy(random: Random, { fields }: FieldsClass): string {
  const entries = Object.keys(fields).map((name) => `${JSON.stringify(name)}:${numberOr(random)}`);
  const more = some(random, random.pick([0, 0, 3, 300]), () => `"x${random.below(1e6)}":1`);
  return `{${[...entries.filter(() => random.below(5) > 0), ...more].join(',')}}`;
}

function numberOr(random: Random): string {
  return random.below(8) === 0
    ? random.pick(['9'.repeat(5_000), '1e999', '-0', '0.1'])
    : JSON.stringify(anyValue(random, 1));
}

function anyValue(random: Random, depth: number): unknown {
  if (depth > 70) return null;
  switch (random.below(depth > 4 ? 6 : 9)) {
    case 0:
      return random.pick([null, true, false]);
    case 1:
      return random.pick([0, -1, 1.5, 12_000, Number.MAX_SAFE_INTEGER, 2 ** 60]);
    case 2:
    case 3:
    case 4:
    case 5:
      return random.pick([...TEXTS, 'sandbox', 'admin', 'GBP', 'Europe/London', 'a@b.example', 'x'.repeat(100_000)]);
    case 6:
      return some(random, random.pick([3, 3, 3, 2_000]), () => random.below(9));
    case 7:
      return some(random, 5, () => anyValue(random, depth + 1));
    default:
      return Object.fromEntries(
        some(random, 5, () => [
          random.pick([...HEADINGS, '__proto__', 'constructor', 'amount']),
          anyValue(random, depth + 1),
        ]),
      );
  }
}
