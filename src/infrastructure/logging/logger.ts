import { type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { type LogLevel } from '../config/configuration';
import { scrub } from './scrub';

export const LOGGER = Symbol('Logger');

/** JSON lines with ISO times, scrubbed of secrets. `destination` is standard output unless a test listens. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    hooks: { streamWrite: scrub },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error's own words and nothing that hangs on it: a driver's error carries its whole connection. */
function describeError(error: unknown): object {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { name, message, stack, code }: { name?: unknown; message?: unknown; stack?: unknown; code?: unknown } = error;
  return { type: name, message, code, stack };
}

/** The framework's own messages as lines of the same log. Which module was initialised is of use to nobody but its author. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...parameters: unknown[]): void {
    this.logger.debug(context(parameters), text(message));
  }

  warn(message: unknown, ...parameters: unknown[]): void {
    this.logger.warn(context(parameters), text(message));
  }

  error(message: unknown, ...parameters: unknown[]): void {
    if (message instanceof Error) this.logger.error({ err: message, ...context(parameters) }, message.message);
    else this.logger.error(context(parameters), text(message));
  }

  fatal(message: unknown, ...parameters: unknown[]): void {
    this.logger.fatal(context(parameters), text(message));
  }

  debug(message: unknown, ...parameters: unknown[]): void {
    this.logger.debug(context(parameters), text(message));
  }

  verbose(message: unknown, ...parameters: unknown[]): void {
    this.logger.trace(context(parameters), text(message));
  }
}

/** Nest passes the name of the class that speaks as the last parameter. */
function context(parameters: readonly unknown[]): { context?: string } {
  const last = parameters.at(-1);
  return typeof last === 'string' ? { context: last } : {};
}

function text(message: unknown): string {
  return typeof message === 'string' ? message : JSON.stringify({ message });
}
