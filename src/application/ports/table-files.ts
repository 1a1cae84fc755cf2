import { type RefusalCode } from '../../domain/shared/refusal-code';

/** A file of lines and columns that somebody uploaded. */
export interface UploadedTable {
  /** As its sender named it, for example `text/csv`. */
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly content: Buffer;
  /** Aborted when its sender has gone: reading it ends then. */
  readonly signal?: AbortSignal;
}

/** A line of the file: its number as a spreadsheet program shows it (the header is line 1), and its cells by column, trimmed. */
export interface TableLine {
  readonly line: number;
  /** An empty cell is ''. Amounts are decimal text (`12.5`), days `YYYY-MM-DD`, where the file holds them as such and not as text. */
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with single cells: a merged cell, an error value, an amount that is shown as another one. */
  readonly faults: readonly { readonly column: string; readonly message: string }[];
}

/**
 * Text and currency codes are read as they are displayed, amounts, days and times in UTC as they are stored, if that is what is displayed.
 * A column of days whose heading says `(UTC)` is one of times.
 */
export type ColumnKind = 'text' | 'currency' | 'amount' | 'day' | 'time';

/** What a table must look like, whoever sends it. */
export interface TableForm {
  /** All columns that there can be, by their names here. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Columns that must be there; each alternative names columns of which one must be there. */
  readonly oneOf: readonly (readonly string[])[];
}

/** What the sender says about one file. */
export interface TableReading {
  /** The name in the file by the name here, where a file calls its columns otherwise. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Names in the file of columns that are not to be read; others that nobody asked for are refused. */
  readonly ignored: readonly string[];
  /** What stands in a column for every line that says nothing else, by the name here. */
  readonly given: Readonly<Record<string, string>>;
  /** Lists of this service that are read as such. */
  readonly lists: readonly ListFile[];
}

/** A list of this service as a file: one that has all its headings that are read, and none besides, is that list. */
export interface ListFile {
  /** The column here by heading; null for one that is not read. */
  readonly headings: Readonly<Record<string, string | null>>;
  /** Headings: a row in which one of these is empty, or false, says nothing that is to be imported, and is left out. */
  readonly needed: readonly string[];
}

export const AS_IT_IS: TableReading = { mapping: {}, ignored: [], given: {}, lists: [] };

export const LINES_PER_BATCH = 500;

/** Lines of a batch are fewer where they are long. */
export const CHARACTERS_PER_BATCH = 256 * 1024;

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
  read(table: UploadedTable, form: TableForm, reading: TableReading): AsyncIterable<readonly TableLine[]>;
}

export const TABLE_FILES = Symbol('TableFiles');
