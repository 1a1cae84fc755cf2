import { type Refusal, refuse } from '../../domain/shared/decider';
import { type TableLine, UnreadableTable } from '../ports/table-files';

/** What is wrong with one cell, or with a line as a whole. */
export interface LineError {
  /** As a spreadsheet program counts: the header is line 1. */
  readonly line: number;
  /** The column, by its name here. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Nothing of the file was taken over; `errors` says what is wrong, by line and column. */
export interface LinesRefusal extends Refusal {
  readonly errors: readonly LineError[];
}

/** More than this nobody reads; the sentence says how many there are, as far as they are counted. */
export const ERRORS_TOLD = 100;

/** With more than this the file is another one than was meant: it is read no further. */
export const MAX_WRONG = 1_000;

/** What is wrong with the cells of a line that could not be read. */
export function unusableCells({ line, faults }: TableLine): LineError[] {
  return faults.map(({ column, message }) => ({ line, field: column, code: 'unusable_cell', message }));
}

/** @param done what was not done because of it, for example `nothing was linked` */
export function wrongLines(errors: readonly LineError[], count: number, done: string): LinesRefusal {
  const many =
    count > MAX_WRONG ? `More than ${MAX_WRONG} things are` : count === 1 ? '1 thing is' : `${count} things are`;
  const detail = `${many} wrong with the file; ${done}.`;
  return { ...refuse('wrong_lines', detail), errors: errors.slice(0, ERRORS_TOLD) };
}

export function noLines(): Refusal {
  return refuse('no_lines', 'The file has no lines below its header.');
}

/** The refusal of a file that can not be read as a whole; what is no such error is thrown again. */
export function unlessUnreadable(error: unknown): LinesRefusal {
  if (!(error instanceof UnreadableTable)) throw error;
  const { code, message, line = 1, column = 'file' } = error;
  return { ...refuse(code, message), errors: [{ line, field: column, code, message }] };
}
