import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  MAX_TABLE_BYTES,
  type TableFiles,
  type TableForm,
  type TableLine,
  type TableReading,
  type UploadedTable,
  UnreadableTable,
} from '../../../application/ports/table-files';
import { type TableAnswer, type TableToRead } from './table-worker';

export interface TableWorkerOptions {
  /** How many tables are read at the same time; others wait. */
  readonly atOnce?: number;
  /** Memory of each reader for what it makes of the file. */
  readonly megabytes?: number;
  /** For which a reader may work on one file, while somebody waits for its lines. */
  readonly milliseconds?: number;
}

const NEVER = new AbortController().signal;

/**
 * Reads tables in threads of their own with bounded memory and time: a file that was made to be dangerous ends its reader, and the service
 * goes on. A thread ends with the last line, when the lines are no longer taken, or when the sender of the file has gone.
 */
export class WorkerTableFiles implements TableFiles {
  private readonly megabytes: number;
  private readonly milliseconds: number;
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor({ atOnce = 4, megabytes = 96, milliseconds = 30_000 }: TableWorkerOptions = {}) {
    this.free = atOnce;
    this.megabytes = megabytes;
    this.milliseconds = milliseconds;
  }

  async *read(table: UploadedTable, form: TableForm, reading: TableReading): AsyncGenerator<readonly TableLine[]> {
    const { mediaType, fileName, content, signal = NEVER } = table;
    if (content.length > MAX_TABLE_BYTES) {
      throw new UnreadableTable('table_too_large', `The file is larger than ${MAX_TABLE_BYTES / 1_000_000} MB.`);
    }
    await this.takeTurn(signal);
    try {
      const reader = new Reader(
        { mediaType, fileName, content, form, reading },
        this.megabytes,
        this.milliseconds,
        signal,
      );
      try {
        yield* reader.batches();
      } finally {
        await reader.end();
      }
    } finally {
      this.giveTurn();
    }
  }

  private async takeTurn(signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw brokenOff();
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(turn), 1);
        reject(brokenOff());
      };
      const turn = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(turn);
    });
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

  constructor(
    table: TableToRead,
    megabytes: number,
    /** What is left of the time for it. */
    private milliseconds: number,
    private readonly signal: AbortSignal,
  ) {
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

  async *batches(): AsyncGenerator<readonly TableLine[]> {
    for (;;) {
      const answer = await this.more();
      if (answer.kind === 'end') return;
      if (answer.kind === 'unreadable') {
        throw new UnreadableTable(answer.code, answer.message, answer.line, answer.column);
      }
      yield answer.lines;
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private async more(): Promise<TableAnswer> {
    const began = performance.now();
    const tooSlow = AbortSignal.timeout(Math.max(0, Math.ceil(this.milliseconds)));
    const answered = new AbortController();
    const signal = AbortSignal.any([this.signal, tooSlow, answered.signal]);
    const answer = once(this.worker, 'message', { signal });
    answer.catch(() => undefined);
    this.worker.postMessage('more');
    try {
      // The thread sends nothing but answers.
      return await Promise.race([this.failed, answer.then(([sent]) => sent as TableAnswer)]);
    } catch (error) {
      if (this.signal.aborted) throw brokenOff();
      throw tooSlow.aborted ? takesTooLong() : error;
    } finally {
      this.milliseconds -= performance.now() - began;
      answered.abort();
    }
  }
}

function brokenOff(): UnreadableTable {
  return new UnreadableTable('upload_broken_off', 'The sender of the file has gone before it was read.');
}

function takesTooLong(): UnreadableTable {
  return new UnreadableTable('table_too_slow', 'Reading the file takes too long. Split it into several files.');
}

function asUnreadable(error: Error): Error {
  const isTooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isTooMuch
    ? new UnreadableTable('table_too_large', 'Reading the file takes too much memory. Split it into several files.')
    : error;
}
