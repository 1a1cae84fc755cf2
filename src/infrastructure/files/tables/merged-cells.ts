import { UnreadableTable } from '../../../application/ports/table-files';
import { DamagedArchive } from '../archive/read-archive';
import { placeOf } from './cell-places';
import { decoded } from './xml-events';

/** With more of them a table is laid out for the eye, and each would have to be looked at for each cell. */
const MAX_MERGED = 1000;
/** Of one tag, so that it is found when it is cut in two. */
const LONGEST_TAG = 256;

/** Cells that are shown as one; columns from 0, lines from 1, both ends included. */
export interface Merged {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromLine: number;
  readonly toLine: number;
}

/** They are told after the lines, so the sheet is looked through for them before. Every repetition is bounded: the text may be anything. */
export async function readMerged(sheet: AsyncIterable<Buffer>): Promise<readonly Merged[]> {
  const merged: Merged[] = [];
  let rest = '';
  for await (const piece of decoded(sheet)) {
    const text = rest + piece;
    let end = Math.max(0, text.length - LONGEST_TAG);
    for (const tag of text.matchAll(/<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?\bref="([A-Z0-9:$]{1,30})"/g)) {
      const after = tag.index + tag[0].length;
      merged.push(rangeOf(tag[1] ?? ''));
      end = Math.max(end, after);
      if (merged.length > MAX_MERGED) {
        throw new UnreadableTable('merged_cells', `The sheet has more than ${MAX_MERGED} merged cells. Unmerge them.`);
      }
    }
    rest = text.slice(end);
  }
  refuseOverlaps(merged);
  return merged;
}

/** Excel calls a file damaged that merges one cell twice. */
function refuseOverlaps(merged: readonly Merged[]): void {
  const areApart = merged.every((one, index) =>
    merged
      .slice(index + 1)
      .every(
        (other) =>
          one.toColumn < other.fromColumn ||
          other.toColumn < one.fromColumn ||
          one.toLine < other.fromLine ||
          other.toLine < one.fromLine,
      ),
  );
  if (!areApart) throw new DamagedArchive('cells that are merged twice');
}

function rangeOf(reference: string): Merged {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  return { fromColumn: first.column, fromLine: first.line, toColumn: last.column, toLine: last.line };
}
