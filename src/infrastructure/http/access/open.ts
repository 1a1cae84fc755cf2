import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { hint } from '../answers/operation';

/** The method needs no API key: health, or pages that check something else themselves. */
export function Open(): MethodDecorator {
  return applyDecorators(
    RouteConfig({ open: true }),
    hint(() => ({ 'x-open': true })),
  );
}

/** An open method that proves its sender by a signature over the bytes: `@Body()` is a `Buffer`, or undefined when there is none. */
export function Door(): MethodDecorator {
  return applyDecorators(
    RouteConfig({ open: true, rawBody: true }),
    hint(() => ({ 'x-open': true, 'x-door': true })),
  );
}
