import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor } from '../../../domain/shared/event';
import { type Role } from './roles';

/** `all`, or the ids that a key is limited to. */
export type Scope = 'all' | readonly string[];

/** Who is asking, and how far their key reaches. Every query filters by it. */
export class Access {
  constructor(
    readonly keyId: string,
    readonly role: Role,
    readonly connectionIds: Scope,
    readonly rounds: Scope,
  ) {}

  get actor(): Actor {
    return `user:${this.keyId}`;
  }

  mayConnection(connectionId: string): boolean {
    return isWithin(this.connectionIds, connectionId);
  }

  /** A customer without a round belongs to no collector who is limited to rounds. */
  mayRound(round: string | null): boolean {
    return this.rounds === 'all' || (round !== null && this.rounds.includes(round));
  }

  /** The connections that a query may look at when the request names one, or none. A foreign one leaves nothing to see. */
  connectionsFor(connectionId: string | undefined): Scope {
    if (connectionId === undefined) return this.connectionIds;
    return this.mayConnection(connectionId) ? [connectionId] : [];
  }
}

function isWithin(scope: Scope, id: string): boolean {
  return scope === 'all' || scope.includes(id);
}

/** Parameter of a controller: the `Access` of the key that the request came with. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Access => {
  return accessOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** Every address that is not open has passed authentication before its controller runs. */
export function accessOf(request: FastifyRequest): Access {
  if (request.access === null) throw new Error('This address is open and has no caller.');
  return request.access;
}
