import { type Clock } from '../../application/ports/clock';
import { Fields } from '../gocardless/json';
import { isLoopback } from '../gocardless/loopback';

export interface SimulatorClockOptions {
  /** The simulator's address; loopback only. */
  readonly url: string;
  readonly controlToken: string;
  /** Milliseconds between two looks at the simulator's clock. */
  readonly interval?: number;
}

/**
 * The simulator's clock as this service's business clock. The simulator's time stands still until somebody moves it, so the last reading is
 * the time; it is read anew at short intervals. It never goes back: a simulator that starts anew with an earlier time does not undo what
 * was recorded.
 */
export class SimulatorClock implements Clock {
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    private readonly options: SimulatorClockOptions,
    private time: string,
  ) {}

  /** Reads the clock once and begins to follow it. Fails when no simulator answers. */
  static async follow(options: SimulatorClockOptions): Promise<SimulatorClock> {
    if (!isLoopback(options.url)) throw new Error('The simulator must have an http address of this machine.');
    const clock = new SimulatorClock(options, await readClock(options));
    clock.schedule();
    return clock;
  }

  now(): string {
    return this.time;
  }

  /** Reads the simulator's clock now, for a caller that has just moved it. */
  async refresh(): Promise<string> {
    const time = await readClock(this.options);
    if (time > this.time) this.time = time;
    return this.time;
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      // While the simulator is away nobody can move its time either.
      void this.refresh()
        .catch(() => undefined)
        .then(() => {
          if (this.timer !== null) this.schedule();
        });
    }, this.options.interval ?? 200);
    this.timer.unref();
  }
}

async function readClock({ url, controlToken }: SimulatorClockOptions): Promise<string> {
  const response = await fetch(new URL('/control/clock', url), {
    headers: { authorization: `Bearer ${controlToken}` },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The simulator did not tell its time: HTTP ${response.status}.`);
  return new Fields(await response.json(), 'clock').instant('now');
}
