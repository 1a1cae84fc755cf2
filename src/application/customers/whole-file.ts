import { type Refusal, refuse } from '../../domain/shared/decider';
import { type TableLine } from '../ports/table-files';
import {
  ERRORS_TOLD,
  type LineError,
  type LinesRefusal,
  MAX_WRONG,
  noLines,
  unlessUnreadable,
  wrongLines,
} from './line-errors';

/** So many lines are carried out while somebody waits for the answer; more go by several files. */
const MAX_LINES = 10_000;

/**
 * Reads a file to its end before anything of it is done.
 *
 * @param batches the lines as they come out of the file; may throw `UnreadableTable`
 * @param read what each line of a batch says, or what is wrong with it
 * @param done what is done with the lines, and with none of them while one is wrong or there are too many
 */
export async function readWholeFile<Line extends object>(
  batches: AsyncIterable<readonly TableLine[]>,
  read: (batch: readonly TableLine[]) => Promise<readonly (Line | readonly LineError[])[]>,
  done: 'linked' | 'changed',
): Promise<readonly Line[] | Refusal | LinesRefusal> {
  const lines: Line[] = [];
  const errors: LineError[] = [];
  let wrong = 0;
  try {
    for await (const batch of batches) {
      for (const line of await read(batch)) {
        if (isWrong(line)) {
          wrong += line.length;
          errors.push(...line.slice(0, ERRORS_TOLD - errors.length));
        } else lines.push(line);
      }
      if (wrong > MAX_WRONG) break;
      if (lines.length > MAX_LINES) {
        return refuse('too_many_lines', `At most ${MAX_LINES} lines are ${done} at once; send several files.`);
      }
    }
  } catch (error) {
    return unlessUnreadable(error);
  }
  if (wrong > 0) return wrongLines(errors, wrong, `nothing was ${done}`);
  return lines.length === 0 ? noLines() : lines;
}

function isWrong(line: object): line is readonly LineError[] {
  return Array.isArray(line);
}
