import { type StreamingRead } from '@eventstore/db-client';
import { noResponse } from './errors';

/**
 * All that a read answers. Reads have no deadline of their own, so one that says nothing for so many milliseconds is given up.
 * Rejects with the client's own errors, and with `StoreUnavailable` when the server sends nothing.
 */
export function readWhole<E>(stream: StreamingRead<E>, silentForMs: number): Promise<readonly E[]> {
  return new Promise((settle, fail) => {
    const found: E[] = [];
    const tooLong = setTimeout(() => {
      fail(noResponse(silentForMs));
      stream.cancel().catch(() => undefined);
    }, silentForMs);
    stream.on('data', (event: E) => {
      found.push(event);
      tooLong.refresh();
    });
    stream.on('end', () => {
      clearTimeout(tooLong);
      settle(found);
    });
    // Stays for good: an error that nobody listens to ends the process.
    stream.on('error', (error: Error) => {
      clearTimeout(tooLong);
      fail(error);
    });
  });
}
