import { type StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../../../application/ports/event-store';

/**
 * All that a read answers. Reads have no deadline of their own, so one that says nothing for so many milliseconds is given up.
 * Rejects with the client's own errors, and with `StoreUnavailable` for silence.
 */
export function readWhole<E>(stream: StreamingRead<E>, silentForMs: number): Promise<readonly E[]> {
  return new Promise((settle, fail) => {
    const found: E[] = [];
    const silence = setTimeout(() => {
      fail(new StoreUnavailable(`EventStoreDB did not answer a read within ${silentForMs} ms.`));
      stream.cancel().catch(() => undefined);
    }, silentForMs);
    stream.on('data', (event: E) => {
      found.push(event);
      silence.refresh();
    });
    stream.on('end', () => {
      clearTimeout(silence);
      settle(found);
    });
    // Stays for good: an error that nobody listens to ends the process.
    stream.on('error', (error: Error) => {
      clearTimeout(silence);
      fail(error);
    });
  });
}
