import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type CommandContext as ContextOfCommand } from '../../../application/aggregates';

/** What a command must know beside its own data; `commandId` is the same for a request that is sent again with its `Idempotency-Key`. */
export type CommandContext = ContextOfCommand;

/** Parameter of a controller's POST, PUT, PATCH or DELETE. */
export const CommandContext = createParamDecorator((_: unknown, context: ExecutionContext): CommandContext => {
  const { commandContext } = context.switchToHttp().getRequest<FastifyRequest>();
  if (commandContext === null) throw new Error('A query has no command context.');
  return commandContext;
});
