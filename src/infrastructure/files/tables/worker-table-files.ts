import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  MAX_TABLE_BYTES,
  type TableFiles,
  type TableForm,
  type TableLine,
  type UploadedTable,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { type TableAnswer, type TableToRead } from './table-worker';

export interface TableWorkerOptions {
  /** How many tables are read at the same time; others wait. */
  readonly atOnce?: number;
  /** Memory of each reader for what it makes of the file. */
  readonly megabytes?: number;
}

/**
 * Reads tables in threads of their own with bounded memory: a file that was made to be dangerous ends its reader, and the service goes on.
 * A thread ends with the last line, or when the lines are no longer taken.
 */
export class WorkerTableFiles implements TableFiles {
  private readonly megabytes: number;
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor({ atOnce = 4, megabytes = 256 }: TableWorkerOptions = {}) {
    this.free = atOnce;
    this.megabytes = megabytes;
  }

  async *read({ mediaType, fileName, content }: UploadedTable, form: TableForm): AsyncGenerator<readonly TableLine[]> {
    if (content.length > MAX_TABLE_BYTES) {
      throw new UnreadableTable('table_too_large', `The file is larger than ${MAX_TABLE_BYTES / 1_000_000} MB.`);
    }
    await this.takeTurn();
    const reader = new Reader({ mediaType, fileName, content, form }, this.megabytes);
    try {
      for (;;) {
        const answer = await reader.more();
        if (answer.kind === 'end') return;
        if (answer.kind === 'unreadable') {
          throw new UnreadableTable(answer.code, answer.message, answer.line, answer.column);
        }
        yield answer.lines;
      }
    } finally {
      await reader.end();
      this.giveTurn();
    }
  }

  private async takeTurn(): Promise<void> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
  }

  private giveTurn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}

/** A thread that reads one table. */
class Reader {
  private readonly worker: Worker;
  private readonly failed: Promise<never>;

  constructor(table: TableToRead, megabytes: number) {
    this.worker = new Worker(require.resolve('./table-worker'), {
      workerData: table,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 8 },
    });
    this.failed = new Promise((_, reject) => {
      this.worker.once('error', (error) => {
        reject(asUnreadable(error));
      });
      this.worker.once('exit', () => {
        reject(new Error('The reader of a table ended early.'));
      });
    });
    // Nobody may be asking when it fails.
    this.failed.catch(() => undefined);
  }

  async more(): Promise<TableAnswer> {
    const answered = new AbortController();
    const answer = once(this.worker, 'message', { signal: answered.signal });
    answer.catch(() => undefined);
    this.worker.postMessage('more');
    try {
      // The thread sends nothing but answers.
      return await Promise.race([this.failed, answer.then(([sent]) => sent as TableAnswer)]);
    } finally {
      answered.abort();
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

function asUnreadable(error: Error): Error {
  const isTooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isTooMuch
    ? new UnreadableTable('table_too_large', 'Reading the file takes too much memory. Split it into several files.')
    : error;
}
