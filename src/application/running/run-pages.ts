import { type LogEvent } from '../ports/log-event';
import { type PageProcess } from './process';
import { type ProcessContext } from './process-context';

/** Reads page after page from the saved position and hands each to the process, until the signal is aborted. */
export async function runPages(
  process: PageProcess,
  { store, checkpoints, status }: ProcessContext,
  held: AbortSignal,
) {
  process.begin?.();
  let checkpoint = await checkpoints.load(process.name);
  status({ state: 'running', position: checkpoint?.position ?? null, reason: null });
  while (!held.aborted) {
    const after = checkpoint?.position ?? store.start();
    const page = await store.readAll(after, { types: process.handles, limit: process.pageSize });
    if (page.events.length > 0) await process.handle(page.events as readonly LogEvent[]); // of the types that were asked for
    if (page.scannedTo !== after) {
      const next = { position: page.scannedTo, state: '' };
      // Lost when another process of ours is at work as well: it has read on, so its position counts.
      checkpoint = (await checkpoints.save(process.name, checkpoint, next))
        ? next
        : await checkpoints.load(process.name);
      status({ position: checkpoint?.position ?? null });
    }
    if (page.events.length === 0) await store.waitForMore(page.scannedTo, held, process.handles);
  }
}
