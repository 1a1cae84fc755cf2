import {
  type ColumnKind,
  type TableForm,
  type TableLine,
  type TableReading,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { type CellText, type RawCell, readCell } from './cells';
import { ColumnNames } from './column-names';
import { type Fault } from './shown-values';

/** A line of a file that has something in it. */
export interface RawLine {
  readonly line: number;
  /** By column from 0; blank ones are left out. */
  readonly cells: ReadonlyMap<number, RawCell>;
  /** Nobody who looks at the file sees this line. */
  readonly isHidden?: boolean;
  /** What keeps people from seeing a cell by itself; null for one that they see. Left out where all are seen. */
  readonly unseen?: (column: number) => 'merged' | 'hidden' | null;
}

/** As many as a sheet of Excel has. */
const MAX_COLUMNS = 16_384;

const MERGED: Fault = { fault: 'is merged with others: unmerge them and fill each by itself' };
const NOTHING: CellText = { text: '' };

type ColumnFault = TableLine['faults'][number];

interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** In the file, from 0. */
  readonly index: number;
}

/** The columns of a table, found by its header. */
export class Columns {
  private constructor(
    private readonly asked: readonly Column[],
    /** Of all columns that the header has a name for. */
    private readonly named: ReadonlySet<number>,
    private readonly form: TableForm,
    private readonly given: TableReading['given'],
    /** In the file, from 0: columns of a list without which a line says nothing. */
    private readonly needed: readonly number[],
  ) {}

  /** Refuses unknown, missing, double and hidden columns, each by the name that the file has for it. */
  static of(header: RawLine, form: TableForm, reading: TableReading): Columns {
    const { line } = header;
    const headings = headingsOf(header);
    const names = new ColumnNames(form, reading);
    const meant = names.meantBy([...headings.values()], line);
    const asked = [...headings.keys()].flatMap((index, place): readonly Column[] => {
      const name = meant[place] ?? null;
      return name === null ? [] : [{ name, kind: kindOf(form.columns[name], headings.get(index) ?? ''), index }];
    });
    refuseUnseen(asked, names, header);
    refuseMissing([...asked.map(({ name }) => name), ...Object.keys(reading.given)], names, form, line);
    const needed = names.listOf([...headings.values()])?.needed ?? [];
    const neededAt = [...headings].filter(([, heading]) => needed.includes(heading)).map(([index]) => index);
    return new Columns(asked, new Set(headings.keys()), form, reading.given, neededAt);
  }

  /** Null for a line that says nothing. */
  read(raw: RawLine): TableLine | null {
    this.refuseNameless(raw);
    if (this.needed.some((index) => isMissing(raw.cells.get(index)))) return null;
    const cells: Record<string, string> = { ...this.given };
    const faults = raw.isHidden === true ? this.hiddenLine() : [];
    const shownIn: ShownCurrency[] = [];
    for (const { name, kind, index } of raw.isHidden === true ? [] : this.asked) {
      const read = this.readOne(name, kind, raw, index);
      if ('fault' in read) faults.push({ column: name, message: read.fault });
      else if (read.currencies !== undefined) shownIn.push({ column: name, currencies: read.currencies });
      const text = 'fault' in read ? '' : read.text;
      cells[name] = text === '' ? (this.given[name] ?? '') : text;
    }
    return { line: raw.line, cells, faults: [...faults, ...this.otherCurrencies(shownIn, cells)] };
  }

  private readOne(name: string, kind: ColumnKind, raw: RawLine, index: number): CellText | Fault {
    if (raw.unseen?.(index) === 'merged') return MERGED;
    const cell = raw.cells.get(index);
    const read = cell === undefined ? NOTHING : readCell(cell, kind);
    const given = this.given[name];
    const contradicts = !('fault' in read) && read.text !== '' && given !== undefined && !areSame(read.text, given);
    return contradicts ? { fault: 'says something else than what was given for the whole file' } : read;
  }

  private hiddenLine(): ColumnFault[] {
    const [first] = this.asked;
    return first === undefined
      ? []
      : [{ column: first.name, message: 'stands in a hidden line: show it or delete it' }];
  }

  /** An amount in pounds on a line of euros is one or the other. */
  private otherCurrencies(shownIn: readonly ShownCurrency[], cells: TableLine['cells']): readonly ColumnFault[] {
    const stated = Object.entries(cells).find(([name]) => this.form.columns[name] === 'currency')?.[1] ?? '';
    return shownIn
      .filter(({ currencies }) => stated !== '' && !currencies.includes(stated.toUpperCase()))
      .map(({ column }) => ({ column, message: 'is shown in another currency than its line says' }));
  }

  private refuseNameless({ line, cells }: RawLine): void {
    const nameless = [...cells.keys()].find((index) => !this.named.has(index));
    if (nameless === undefined) return;
    const message = `Line ${line} has something in column ${nameless + 1}, where the header has no name.`;
    throw new UnreadableTable('unknown_column', message, line);
  }
}

function isMissing(cell: RawCell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && /^false$/i.test(cell));
}

/** A time in a spreadsheet has no zone: only a heading can say it. */
function kindOf(kind: ColumnKind = 'text', heading: string): ColumnKind {
  return kind === 'day' && /\(UTC\)$/.test(heading) ? 'time' : kind;
}

interface ShownCurrency {
  readonly column: string;
  readonly currencies: readonly string[];
}

/** The header's cells by their place. */
function headingsOf({ line, cells }: RawLine): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const [index, cell] of cells) {
    if (index >= MAX_COLUMNS) {
      throw new UnreadableTable('not_a_table', `The header has more than ${MAX_COLUMNS} columns.`, line);
    }
    const read = readCell(cell, 'text');
    if ('fault' in read) throw new UnreadableTable('unknown_column', `A cell of the header ${read.fault}.`, line);
    if (read.text !== '') headings.set(index, read.text);
  }
  return headings;
}

function refuseUnseen(asked: readonly Column[], names: ColumnNames, { line, isHidden, unseen }: RawLine): void {
  if (isHidden === true) throw new UnreadableTable('hidden_column', 'The header is hidden. Show it.', line);
  for (const { name, index } of asked) {
    const called = names.calledHere(name).slice(0, 100);
    switch (unseen?.(index) ?? null) {
      case 'hidden': {
        const message = `The column ${called} is hidden. Show it, or name it in "ignore" if it is not to be read.`;
        throw new UnreadableTable('hidden_column', message, line, name);
      }
      case 'merged':
        throw new UnreadableTable(
          'merged_cells',
          `The header of the column ${called} is merged with others.`,
          line,
          name,
        );
      case null:
    }
  }
}

function refuseMissing(found: readonly string[], names: ColumnNames, form: TableForm, line: number): void {
  const missing = form.oneOf.find((alternatives) => !alternatives.some((name) => found.includes(name)));
  if (missing === undefined) return;
  const called = missing.map((name) => names.calledHere(name).slice(0, 100)).join(' or ');
  throw new UnreadableTable('missing_column', `The header lacks the column ${called}.`, line, missing[0]);
}

function areSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}
