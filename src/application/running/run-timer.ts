import { type Timer } from './process';
import { type ProcessContext, transientReason } from './process-context';

/** Does the work at once and then at every interval, until the signal is aborted. A fault is told and waits for the next time. */
export async function runTimer({ name, everyMs, work }: Timer, context: ProcessContext, held: AbortSignal) {
  while (!held.aborted) {
    await attempt(name, work, context);
    await context.delay(everyMs, held);
  }
}

async function attempt(timer: string, work: () => Promise<void>, { status, log }: ProcessContext): Promise<void> {
  status({ state: 'running', reason: null });
  try {
    await work();
  } catch (error) {
    const reason = transientReason(error);
    status({ state: 'retrying', reason: reason ?? 'met an error; the log says more' });
    if (reason === null) log.error('A timer met an error.', error, { timer });
    else log.warn('A timer could not do its work now.', { timer, reason });
  }
}
