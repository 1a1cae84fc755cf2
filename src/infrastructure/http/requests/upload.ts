import { RouteConfig } from '@nestjs/platform-fastify';

/** A table that was sent: a CSV body, or the file of a multipart form. */
export class Upload {
  constructor(
    readonly mediaType: string,
    readonly fileName: string | null,
    readonly content: Buffer,
  ) {}
}

/** The method takes `text/csv` or a multipart form with one file: its `@Body()` is an `Upload`. */
export function TakesTable(): MethodDecorator {
  return RouteConfig({ table: true });
}
