import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Reads PDFs as another program sees them, one after the other. In a thread: that program is an ES module, which Jest can not load. */
export class PdfReader {
  private readonly thread = new Worker(resolve(__dirname, 'pdf-text-thread.js'));

  /** The text of each page in the order in which it is read. */
  async pagesOf(pdf: Buffer): Promise<readonly string[]> {
    const answer = once(this.thread, 'message');
    this.thread.postMessage(new Uint8Array(pdf));
    const [pages] = (await answer) as [readonly string[]];
    return pages;
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}

/** Text without its spaces: a program that reads a PDF guesses where they are from gaps. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
