import { type ListFile } from '../../../application/ports/table-files';
import { type Field, type FieldsClass } from '../../../fields/field';
import { type ColumnKind, type WorkbookColumn } from '../../files/workbooks/write-workbook';

/** A column of a table for people. */
export interface Column {
  /** In words, and the same for no two columns of a table. */
  readonly heading: string;
  readonly kind: ColumnKind;
  /** Where its value is: in the item, or in one of the objects of the item's list. */
  readonly path: readonly string[];
  readonly isOfPart: boolean;
}

/** A table of items: a row for each, or for each of its parts, such as the lines of a receipt. */
export interface TableColumns {
  /** The field with the item's parts; null when an item is one row. */
  readonly parts: string | null;
  readonly columns: readonly Column[];
}

/**
 * The columns of a class of items. The fields of an object within are columns of their own, those of the objects in a list are columns of
 * the item's parts; an object whose fields nobody knows has no column. Throws when two columns would have one heading, or an item two kinds of parts.
 */
export function columnsOf(item: FieldsClass): TableColumns {
  const lists = Object.entries(item.fields).filter(([, { kind, of }]) => kind === 'list' && of !== undefined);
  const columns = Object.entries(item.fields).flatMap(([name, field]) => columnsFor(name, field, PLAIN));
  const double = columns.find(({ heading }, index) => columns.findIndex((one) => one.heading === heading) !== index);
  if (double !== undefined) throw new Error(`The table of ${item.name} has two columns called ${double.heading}.`);
  if (lists.length > 1) throw new Error(`The table of ${item.name} can not have rows for two kinds of parts.`);
  return { parts: lists[0]?.[0] ?? null, columns };
}

/**
 * A list of items as a file that is imported again: `read` names the column there by the field here; what it does not name is not read.
 *
 * @param needed fields without which a row says nothing that is to be imported
 */
export function listFile<Item extends object>(
  item: FieldsClass<Item>,
  read: Partial<Record<keyof Item & string, string>>,
  needed: readonly (keyof Item & string)[],
): ListFile {
  const names: Readonly<Record<string, string | undefined>> = read;
  const columns = columnsOf(item).columns.map(({ heading, path }) => ({ heading, name: path.join('.') }));
  const isNeeded: readonly string[] = needed;
  return {
    headings: Object.fromEntries(columns.map(({ heading, name }) => [heading, names[name] ?? null])),
    needed: columns.filter(({ name }) => isNeeded.includes(name)).map(({ heading }) => heading),
  };
}

interface Within {
  readonly path: readonly string[];
  readonly heading: string;
  readonly isOfPart: boolean;
}

const PLAIN: Within = { path: [], heading: '', isOfPart: false };

function columnsFor(name: string, field: Field, within: Within): readonly Column[] {
  const { of, kind, heading } = field;
  if (of !== undefined) {
    const path = kind === 'list' ? [] : [...within.path, name];
    const inner = { path, heading: heading ?? within.heading, isOfPart: within.isOfPart || kind === 'list' };
    return Object.entries(of.fields).flatMap(([part, of]) => columnsFor(part, of, inner));
  }
  if (kind === 'any') return [];
  const { path, isOfPart } = within;
  return [
    { heading: headingOf(name, field, within.heading), kind: columnKindOf(kind), path: [...path, name], isOfPart },
  ];
}

/** Words that are not written as they are in names. */
const SPELLED: Readonly<Record<string, string>> = {
  gocardless: 'GoCardless',
  csv: 'CSV',
  xlsx: 'XLSX',
  sha256: 'SHA-256',
};

/** `gocardlessPaymentId` → `GoCardless payment id`. A time names its zone, which a spreadsheet can not keep. */
function headingOf(name: string, { kind, heading }: Field, before: string): string {
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const text = heading ?? words.map((word) => SPELLED[word] ?? word).join(' ');
  const whole = before === '' ? text.charAt(0).toUpperCase() + text.slice(1) : `${before} ${text}`;
  return kind === 'instant' ? `${whole} (UTC)` : whole;
}

function columnKindOf(kind: Field['kind']): ColumnKind {
  switch (kind) {
    case 'number':
    case 'decimal':
    case 'amount':
    case 'boolean':
    case 'instant':
      return kind;
    case 'day':
      return 'date';
    case 'text':
    case 'object':
    case 'list':
    case 'any':
      return 'text';
  }
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 24,
  amount: 14,
  number: 14,
  decimal: 10,
  date: 12,
  instant: 20,
  boolean: 10,
};

export function workbookColumnsOf({ columns }: TableColumns): readonly WorkbookColumn[] {
  return columns.map(({ heading, kind }) => {
    return { name: heading, kind, width: Math.max(WIDTHS[kind], heading.length + 2) };
  });
}
