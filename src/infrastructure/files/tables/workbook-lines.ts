import { UnreadableTable } from '../../../application/ports/table-files';
import { DamagedArchive, EncryptedArchive, UnpackedTooLarge } from '../archive/read-archive';
import { type RawLine } from './columns';
import { type Merged, readMerged } from './merged-cells';
import { sheetLines } from './sheet-lines';
import { readParts } from './workbook-parts';

/** The lines of the first sheet of an Excel workbook (.xlsx). */
export async function* workbookLines(content: Buffer): AsyncGenerator<RawLine> {
  try {
    const parts = await readParts(content);
    const merged = await readMerged(parts.sheet());
    for await (const line of sheetLines(parts)) yield withMerged(line, merged);
  } catch (error) {
    throw asUnreadable(error);
  }
}

function withMerged(raw: RawLine, merged: readonly Merged[]): RawLine {
  const touching = merged.filter(({ fromLine, toLine }) => raw.line >= fromLine && raw.line <= toLine);
  if (touching.length === 0) return raw;
  const isMerged = (column: number) =>
    touching.some(({ fromColumn, toColumn }) => column >= fromColumn && column <= toColumn);
  return { ...raw, unseen: (column) => (isMerged(column) ? 'merged' : (raw.unseen?.(column) ?? null)) };
}

function asUnreadable(error: unknown): unknown {
  if (error instanceof DamagedArchive) {
    return new UnreadableTable('not_a_table', 'The workbook is damaged or was cut off. Save it again and send that.');
  }
  if (error instanceof UnpackedTooLarge) {
    return new UnreadableTable('table_too_large', 'The workbook is larger than 100 MB when it is unpacked.');
  }
  if (error instanceof EncryptedArchive) {
    return new UnreadableTable('password_protected', 'The file is protected by a password. Save it without one.');
  }
  return error;
}
