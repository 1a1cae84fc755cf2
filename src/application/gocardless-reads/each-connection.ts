import { type Log } from '../ports/log';
import { type ReadModels } from '../ports/queries';
import { transientReason } from '../running/process-context';

/** Does the work for every connection; one that GoCardless or the store does not answer for is left for the next time, with these words. */
export async function forEachConnection(
  { readModels, log }: { readonly readModels: ReadModels; readonly log: Log },
  brokenOff: string,
  work: (connectionId: string) => Promise<unknown>,
): Promise<void> {
  for (const { connectionId } of await readModels.connections()) {
    try {
      await work(connectionId);
    } catch (error) {
      const reason = transientReason(error);
      if (reason === null) throw error;
      log.warn(brokenOff, { connectionId, reason });
    }
  }
}
