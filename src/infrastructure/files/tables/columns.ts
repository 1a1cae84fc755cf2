import { type TableForm, type TableLine, UnreadableTable } from '../../../application/ports/table-files';
import { cleanText } from '../../../domain/shared/clean-text';
import { asBeforeFormulaSafety } from '../formula-safe';

/** A cell as its file has it: its text, or what is wrong with it. */
export type RawCell = string | { readonly fault: string };

/** A line as its file has it; there may be holes between the cells. */
export interface RawLine {
  readonly line: number;
  readonly cells: readonly (RawCell | undefined)[];
}

/** Far beyond any table that is meant to be read here; a header of more is an attack. */
const MAX_COLUMNS = 1000;

/** The columns of a table, found by its header. */
export class Columns {
  private constructor(
    /** The name here of each column of the file; null where the header is blank. */
    private readonly names: readonly (string | null)[],
  ) {}

  /** Refuses unknown, missing and double columns, each by the name that the file has for it. */
  static of(header: RawLine, form: TableForm): Columns {
    const known = knownColumns(form);
    const line = header.line;
    if (header.cells.length > MAX_COLUMNS) {
      throw new UnreadableTable('not_a_table', `The header has more than ${MAX_COLUMNS} columns.`, line);
    }
    const names = Array.from(header.cells, (cell = '') => {
      if (typeof cell !== 'string') {
        throw new UnreadableTable('unknown_column', `A cell of the header ${cell.fault}.`, line);
      }
      const written = textOf(cell);
      if (written === '') return null;
      const name = known.get(folded(written));
      if (name !== undefined) return name;
      throw new UnreadableTable('unknown_column', `${unknown(written)} There can be: ${listOf(known)}.`, line, written);
    });
    refuseDouble(names, line);
    refuseMissing(names, form, line);
    return new Columns(names);
  }

  /** Null for a blank line. */
  read({ line, cells }: RawLine): TableLine | null {
    const texts: Record<string, string> = {};
    const faults: { readonly column: string; readonly message: string }[] = [];
    let isBlank = true;
    for (let index = 0; index < Math.max(this.names.length, cells.length); index += 1) {
      const cell = cells[index] ?? '';
      const text = typeof cell === 'string' ? textOf(cell) : '';
      if (text !== '' || typeof cell !== 'string') isBlank = false;
      const column = this.names[index];
      if (column !== undefined && column !== null) {
        texts[column] = text;
        if (typeof cell !== 'string') faults.push({ column, message: cell.fault });
      } else if (text !== '') {
        const message = `Line ${line} has something in column ${index + 1}, where the header has no name.`;
        throw new UnreadableTable('unknown_column', message, line);
      }
    }
    return isBlank ? null : { line, cells: texts, faults };
  }
}

export function isBlank({ cells }: RawLine): boolean {
  return cells.every((cell) => cell === undefined || (typeof cell === 'string' && textOf(cell) === ''));
}

function textOf(cell: string): string {
  return cleanText(asBeforeFormulaSafety(cell)).trim();
}

/** The columns that there can be, by what the file calls them. */
function knownColumns({ oneOf, optional, mapping }: TableForm): ReadonlyMap<string, string> {
  const columns = [...oneOf.flat(), ...optional];
  const strange = Object.keys(mapping).find((name) => !columns.includes(name));
  if (strange !== undefined) {
    const message = `The mapping names a column that is not known here: ${cleanText(strange).slice(0, 100)}.`;
    throw new UnreadableTable('unknown_column', message);
  }
  return new Map(columns.map((name) => [folded(Object.hasOwn(mapping, name) ? (mapping[name] ?? name) : name), name]));
}

function refuseDouble(names: readonly (string | null)[], line: number): void {
  const double = names.find((name, index) => name !== null && names.indexOf(name) !== index);
  if (double === undefined || double === null) return;
  throw new UnreadableTable('duplicate_column', `The header has the column ${double} twice.`, line, double);
}

function refuseMissing(names: readonly (string | null)[], { oneOf, mapping }: TableForm, line: number): void {
  const missing = oneOf.find((alternatives) => !alternatives.some((name) => names.includes(name)));
  if (missing === undefined) return;
  const called = missing.map((name) => (Object.hasOwn(mapping, name) ? (mapping[name] ?? name) : name)).join(' or ');
  throw new UnreadableTable('missing_column', `The header lacks the column ${called}.`, line, missing[0]);
}

function unknown(written: string): string {
  return `The header has a column that is not known here: ${written.slice(0, 100)}.`;
}

function listOf(known: ReadonlyMap<string, string>): string {
  return [...known.values()].join(', ');
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
