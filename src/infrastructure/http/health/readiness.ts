import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { StoreUnavailable } from '../../../application/ports/event-store';
import { LOGGER } from '../../logging/logger';

export interface Readiness {
  readonly ready: boolean;
  /** Why it is not ready, for people; nothing internal, because anyone may read it. */
  readonly reason?: string;
  /** Figures that stand beside it in the report. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Something without which this process should get no requests. */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<Readiness>;
}

export interface ReadinessReport {
  readonly status: 'ready' | 'not_ready';
  readonly checks: Readonly<Record<string, Omit<Readiness, 'facts'> & Readiness['facts']>>;
}

const CHECK_WITHIN_MS = 2000;

/** All checks of this process. */
@Injectable()
export class ReadinessChecks {
  private readonly checks: ReadinessCheck[] = [];
  private draining = false;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  add(check: ReadinessCheck): void {
    this.checks.push(check);
  }

  /** From now on this process is not ready: it is ending. */
  drain(): void {
    this.draining = true;
  }

  async report(): Promise<ReadinessReport> {
    const results = await Promise.all(this.checks.map(async (check) => [check.name, await this.run(check)] as const));
    const process: Readiness = this.draining ? { ready: false, reason: 'this process is ending' } : { ready: true };
    const all = [['process', process] as const, ...results];
    return {
      status: all.every(([, { ready }]) => ready) ? 'ready' : 'not_ready',
      checks: Object.fromEntries(all.map(([name, { facts, ...readiness }]) => [name, { ...readiness, ...facts }])),
    };
  }

  private async run(check: ReadinessCheck): Promise<Readiness> {
    try {
      return await within(CHECK_WITHIN_MS, check.check());
    } catch (error) {
      this.logger.warn({ err: error, check: check.name }, 'a readiness check failed');
      return { ready: false, reason: reasonOf(error) };
    }
  }
}

/** Only what is meant for anyone; the log has the rest. */
function reasonOf(error: unknown): string {
  if (error instanceof NoAnswer) return error.message;
  return (error instanceof StoreUnavailable ? error.advice : null) ?? 'does not answer; the log says more';
}

class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
