import { setTimeout as pause } from 'node:timers/promises';
import { type Delay } from '../../application/ports/delay';

/** Real time; an aborted wait is over early and is no error. */
export const systemDelay: Delay = async (milliseconds, signal) => {
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};
