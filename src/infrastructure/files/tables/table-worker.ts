import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  LINES_PER_BATCH,
  type TableForm,
  type TableLine,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { readTable } from './read-table';

/** What the worker is started with. */
export interface TableToRead {
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly content: Uint8Array;
  readonly form: TableForm;
}

/** What it answers each time it is asked for more. */
export type TableAnswer =
  | { readonly kind: 'lines'; readonly lines: readonly TableLine[] }
  | { readonly kind: 'end' }
  | {
      readonly kind: 'unreadable';
      readonly code: UnreadableTable['code'];
      readonly message: string;
      readonly line: number | undefined;
      readonly column: string | undefined;
    };

/** Runs in a thread of its own: reads the table and hands its lines over a batch at a time, each when it is asked for. */
async function* answers({ content, form, ...table }: TableToRead): AsyncGenerator<TableAnswer> {
  try {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    let lines: TableLine[] = [];
    for await (const line of readTable({ ...table, content: bytes }, form)) {
      lines.push(line);
      if (lines.length < LINES_PER_BATCH) continue;
      yield { kind: 'lines', lines };
      lines = [];
    }
    if (lines.length > 0) yield { kind: 'lines', lines };
    yield { kind: 'end' };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const { code, message, line, column } = error;
    yield { kind: 'unreadable', code, message, line, column };
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  // Only `WorkerTableFiles` starts this file.
  const reading = answers(workerData as TableToRead);
  port.on('message', () => {
    void reading.next().then(({ value }) => {
      port.postMessage(value);
    });
  });
}
