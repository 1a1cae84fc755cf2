import { RouteConfig } from '@nestjs/platform-fastify';

const NEVER = new AbortController().signal;

/** A table that was sent: a CSV body, or the file of a multipart form. */
export class Upload {
  constructor(
    readonly mediaType: string,
    readonly fileName: string | null,
    readonly content: Buffer,
    /** Aborted when the sender has gone without waiting for the answer. */
    readonly signal: AbortSignal = NEVER,
  ) {}

  until(signal: AbortSignal): Upload {
    return new Upload(this.mediaType, this.fileName, this.content, signal);
  }
}

/** The method takes `text/csv` or a multipart form with one file: its `@Body()` is an `Upload`. */
export function TakesTable(): MethodDecorator {
  return RouteConfig({ table: true });
}
