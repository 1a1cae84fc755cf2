import { RouteConfig } from '@nestjs/platform-fastify';

/** The method needs no API key: health, or pages that check something else themselves. */
export function Open(): MethodDecorator {
  return RouteConfig({ open: true });
}

/** An open method that proves its sender by a signature over the bytes: `@Body()` is a `Buffer`, or undefined when there is none. */
export function Door(): MethodDecorator {
  return RouteConfig({ open: true, rawBody: true });
}
