import { type RefusalCode } from '../../domain/shared/refusal-code';

/** A file of lines and columns that somebody uploaded. */
export interface UploadedTable {
  /** As its sender named it, for example `text/csv`. */
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly content: Buffer;
}

/** A line of the file: its number as a spreadsheet program shows it (the header is line 1), and its cells by column, trimmed. */
export interface TableLine {
  readonly line: number;
  /** An empty cell is ''. Numbers are decimal text (`12.5`), dates `YYYY-MM-DD` or an instant. */
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with single cells: a formula, a merged cell, an error value. */
  readonly faults: readonly { readonly column: string; readonly message: string }[];
}

export interface TableForm {
  /** Columns that must be there; each alternative names columns of which one must be there. */
  readonly oneOf: readonly (readonly string[])[];
  /** Columns that may be there; all others are refused by name. */
  readonly optional: readonly string[];
  /** The name in the file by the name here, where a file calls its columns otherwise. */
  readonly mapping: Readonly<Record<string, string>>;
}

export const LINES_PER_BATCH = 500;

/** More than this is refused before a line of it is worked on. */
export const MAX_TABLE_LINES = 100_000;

/** Of the file as it is sent; a workbook unpacks to 100 MB at most. */
export const MAX_TABLE_BYTES = 20_000_000;

/** The file as a whole can not be read: no header, an unknown column, too many lines, too large when unpacked, macros, no table at all. */
export class UnreadableTable extends Error {
  constructor(
    /** For programs. */
    readonly code: RefusalCode,
    message: string,
    readonly line?: number,
    readonly column?: string,
  ) {
    super(message);
    this.name = 'UnreadableTable';
  }
}

export interface TableFiles {
  /** The lines in order, blank ones left out, `LINES_PER_BATCH` at a time at most. Throws `UnreadableTable`, also midway. */
  read(table: UploadedTable, form: TableForm): AsyncIterable<readonly TableLine[]>;
}

export const TABLE_FILES = Symbol('TableFiles');
