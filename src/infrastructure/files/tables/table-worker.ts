import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import {
  CHARACTERS_PER_BATCH,
  LINES_PER_BATCH,
  type TableForm,
  type TableLine,
  type TableReading,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { readTable } from './read-table';

/** What the worker is started with. */
export interface TableToRead {
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly content: Uint8Array;
  readonly form: TableForm;
  readonly reading: TableReading;
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
async function* answers({ content, form, reading, ...table }: TableToRead): AsyncGenerator<TableAnswer> {
  try {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    for await (const lines of batches(readTable({ ...table, content: bytes }, form, reading))) {
      yield { kind: 'lines', lines };
    }
    yield { kind: 'end' };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const { code, message, line, column } = error;
    yield { kind: 'unreadable', code, message, line, column };
  }
}

/** Each batch is copied into the memory of the service: neither many lines nor long ones make it large. */
async function* batches(lines: AsyncIterable<TableLine>): AsyncGenerator<readonly TableLine[]> {
  let batch: TableLine[] = [];
  let size = 0;
  for await (const line of lines) {
    batch.push(line);
    size += sizeOf(line);
    if (batch.length < LINES_PER_BATCH && size < CHARACTERS_PER_BATCH) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

function sizeOf({ cells, faults }: TableLine): number {
  const texts = [...Object.values(cells), ...faults.map(({ message }) => message)];
  return texts.reduce((size, text) => size + text.length, 0);
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
