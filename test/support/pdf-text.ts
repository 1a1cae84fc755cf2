import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The text of each page of a PDF in the order in which it is read, as another program sees it. In a thread: that program is an ES module,
 * which Jest can not load.
 */
export async function textOfPages(pdf: Buffer): Promise<readonly string[]> {
  const thread = new Worker(resolve(__dirname, 'pdf-text-thread.js'), { workerData: new Uint8Array(pdf) });
  try {
    const [pages] = (await once(thread, 'message')) as [readonly string[]];
    return pages;
  } finally {
    await thread.terminate();
  }
}

/** Text without its spaces: a program that reads a PDF guesses where they are from gaps. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
