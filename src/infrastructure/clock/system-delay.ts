import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Delay } from '../../application/ports/delay';

/** Real time; an aborted wait is over early and is no error. */
export const systemDelay: Delay = async (milliseconds, signal) => {
  // Many wait with the one signal of the process; Node.js would take more than ten for a leak.
  setMaxListeners(0, signal);
  await pause(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};
