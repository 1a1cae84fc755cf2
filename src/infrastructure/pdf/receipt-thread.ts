import { isMainThread, parentPort } from 'node:worker_threads';
import { type ReceiptContent } from './receipt-content';
import { renderReceipt } from './receipt-document';
import { Faces } from './type/faces';
import { FontFiles } from './type/font-files';

/** What the thread is asked, and what it answers. */
export interface ReceiptToPrint {
  readonly id: number;
  readonly content: ReceiptContent;
}

export type PrintedReceipt =
  { readonly id: number; readonly document: Uint8Array } | { readonly id: number; readonly failure: unknown };

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  const fonts = openFonts();
  let before: Promise<void> = Promise.resolve();
  // Only `ReceiptPrinter` sends something here. One after the other: two documents at once take twice the memory and no less time.
  port.on('message', (asked: ReceiptToPrint) => {
    before = before.then(async () => {
      port.postMessage(await print(asked, fonts));
    });
  });
}

interface Fonts {
  readonly files: FontFiles;
  readonly faces: Faces;
}

async function openFonts(): Promise<Fonts> {
  return { files: await FontFiles.load(), faces: new Faces(await import('harfbuzzjs')) };
}

async function print({ id, content }: ReceiptToPrint, fonts: Promise<Fonts>): Promise<PrintedReceipt> {
  try {
    const { files, faces } = await fonts;
    return { id, document: await renderReceipt(content, files, faces) };
  } catch (failure) {
    return { id, failure };
  }
}
