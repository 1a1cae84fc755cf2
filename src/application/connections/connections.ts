import { Injectable } from '@nestjs/common';
import { type OpenedConnection } from '../../domain/connections/connection';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { type BookRules } from '../../domain/payments/post-documents';
import { Aggregates } from '../aggregates';

/** What the connection's own stream says; read anew each time, since settings may change in another process. */
@Injectable()
export class Connections {
  constructor(private readonly aggregates: Aggregates) {}

  async find(connectionId: string): Promise<OpenedConnection | null> {
    const { state } = await this.aggregates.load(connectionDecider, connectionId);
    return state.status === 'open' ? state : null;
  }

  /** Why nothing can be asked of GoCardless but to tell; null when the connection's token may write. */
  async readOnlyRefusal(connectionId: string): Promise<Refusal | null> {
    return readOnlyRefusal(await this.get(connectionId));
  }

  /** For what happens at a connection that certainly exists, since it has a delivery or a payment. */
  async get(connectionId: string): Promise<OpenedConnection> {
    const connection = await this.find(connectionId);
    if (connection === null) throw new Error(`Connection ${connectionId} has no stream, but something refers to it.`);
    return connection;
  }
}

/** Why nothing can be asked of GoCardless by this connection's token but to tell; null when it may write. */
export function readOnlyRefusal({ access }: OpenedConnection): Refusal | null {
  if (access === 'read_write') return null;
  const detail = 'The access token of this connection may only read at GoCardless. Give it one that may write.';
  return refuse('read_only_access_token', detail);
}

export function bookRules({ booksFrom, accounts }: OpenedConnection): BookRules {
  return { booksFrom, accounts };
}
