import { Worker } from 'node:worker_threads';
import { type ReceiptContent } from './receipt-content';
import { type PrintedReceipt, type ReceiptToPrint } from './receipt-thread';

interface Waiting {
  readonly resolve: (document: Buffer) => void;
  readonly reject: (error: unknown) => void;
}

const MEMORY_MB = 256;
/** Printing takes some milliseconds a page. */
const DEADLINE_MS = 30_000;

/**
 * Prints documents in a thread of its own, which begins with the first one and stays: fonts and shaping take time and memory, and the
 * service goes on meanwhile.
 */
export class ReceiptPrinter {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** The same content gives the same bytes. */
  async print(content: ReceiptContent): Promise<Buffer> {
    this.asked += 1;
    const asked: ReceiptToPrint = { id: this.asked, content };
    this.thread ??= this.begin();
    const { thread } = this;
    const deadline = setTimeout(() => void thread.terminate(), DEADLINE_MS);
    try {
      return await new Promise<Buffer>((resolve, reject) => {
        this.waiting.set(asked.id, { resolve, reject });
        thread.postMessage(asked);
      });
    } finally {
      clearTimeout(deadline);
    }
  }

  /** Called by Nest when the service ends. */
  async onModuleDestroy(): Promise<void> {
    await this.thread?.terminate();
  }

  private begin(): Worker {
    const thread = new Worker(require.resolve('./receipt-thread'), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    // A thread that waits for the next document keeps no process alive.
    thread.unref();
    // The thread sends nothing but answers.
    thread.on('message', (answer: PrintedReceipt) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('document' in answer) waiting?.resolve(Buffer.from(answer.document));
      else waiting?.reject(answer.failure);
    });
    thread.on('error', (error) => {
      this.end(thread, error);
    });
    thread.on('exit', () => {
      this.end(thread, new Error('The thread that prints ended early.'));
    });
    return thread;
  }

  /** The next document begins another thread. */
  private end(thread: Worker, error: unknown): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
