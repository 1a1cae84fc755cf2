import {
  type ListFile,
  type TableForm,
  type TableReading,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { cleanText } from '../../../domain/shared/clean-text';

/** Names of unknown columns that are told. */
const MAX_NAMED = 20;
const LONGEST_NAME = 100;

/** Tells which column here a name in a file means. */
export class ColumnNames {
  /** What the file calls each column that there can be, by the name here. */
  private readonly called: ReadonlyMap<string, string>;
  private readonly byCalled: ReadonlyMap<string, string>;
  private readonly ignored: ReadonlySet<string>;

  constructor(
    { columns }: TableForm,
    private readonly reading: TableReading,
  ) {
    const names = Object.keys(columns);
    const mapping = Object.entries(reading.mapping);
    const strange = mapping.find(([name]) => !names.includes(name));
    if (strange !== undefined) {
      const message = `The mapping names a column that is not known here: ${short(strange[0])}. There are: ${names.join(', ')}.`;
      throw new UnreadableTable('unknown_column', message);
    }
    this.ignored = new Set(reading.ignored.map(folded));
    const taken = new Set(mapping.map(([, called]) => folded(called)));
    // A name that the mapping gives to one column is no other column's any more.
    const unmapped = names.filter((name) => !Object.hasOwn(reading.mapping, name) && !taken.has(folded(name)));
    const called = [...unmapped.map((name) => [name, name] as const), ...mapping];
    this.called = new Map(called.filter(([, one]) => !this.ignored.has(folded(one))));
    this.byCalled = new Map([...this.called].map(([name, one]) => [folded(one), name]));
    if (this.byCalled.size === this.called.size) return;
    throw new UnreadableTable('duplicate_column', 'The mapping gives one name to two columns.');
  }

  /** As the file calls a column. */
  calledHere(name: string): string {
    return this.called.get(name) ?? name;
  }

  /**
   * For each heading the column that it means, null for one that is not to be read. Refuses one that nobody asked for, and two that mean
   * the same.
   */
  meantBy(headings: readonly string[], line: number): readonly (string | null)[] {
    const list = this.listOf(headings);
    const names = headings.map((heading) => (list === null ? this.asked(heading) : this.listed(heading, list)));
    const unknown = headings.filter((_, index) => names[index] === undefined);
    if (unknown.length > 0) throw this.unknown(unknown, line);
    const known = names.map((name) => name ?? null);
    const double = known.find((name, index) => name !== null && known.indexOf(name) !== index);
    if (double !== undefined && double !== null) {
      const message = `The header has the column ${short(this.calledHere(double))} twice.`;
      throw new UnreadableTable('duplicate_column', message, line, double);
    }
    return known;
  }

  /** The list of the service's own that has these headings; null for any other file. */
  listOf(headings: readonly string[]): ListFile | null {
    const { mapping, lists } = this.reading;
    if (Object.keys(mapping).length > 0) return null;
    const found = lists.find(
      (list) =>
        headings.every((heading) => Object.hasOwn(list.headings, heading)) &&
        Object.entries(list.headings).every(([heading, name]) => name === null || headings.includes(heading)),
    );
    return found ?? null;
  }

  private asked(heading: string): string | null | undefined {
    return this.ignored.has(folded(heading)) ? null : this.byCalled.get(folded(heading));
  }

  private listed(heading: string, list: ListFile): string | null | undefined {
    return this.ignored.has(folded(heading)) ? null : list.headings[heading];
  }

  private unknown(headings: readonly string[], line: number): UnreadableTable {
    const told = headings.slice(0, MAX_NAMED).map(short).join(', ');
    const more = headings.length > MAX_NAMED ? ` and ${headings.length - MAX_NAMED} more` : '';
    const what = headings.length === 1 ? 'a column that is' : 'columns that are';
    const known = [...this.called.values()].map(short).join(', ');
    const message = `The header has ${what} not known here: ${told}${more}. There can be: ${known}. Name others in "ignore".`;
    return new UnreadableTable('unknown_column', message, line, headings[0]);
  }
}

/** Names are the same whatever stands between their words, and however their letters are written: `As of`, `as_of`, `asOf`. */
function folded(name: string): string {
  const bare = name.normalize('NFC').toLowerCase();
  return bare.replace(/[\s_.-]/g, '') || bare;
}

function short(name: string): string {
  return cleanText(name).slice(0, LONGEST_NAME);
}
