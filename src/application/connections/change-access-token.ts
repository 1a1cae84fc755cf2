import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type TokenAccess } from '../../domain/connections/events';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from './connections';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import { type Position } from '../ports/event-store';
import { SECRET_STORE, type SecretStore } from '../ports/secret-store';
import { tryToken } from './open-connection';

/** Puts another token in the old one's place; it is tried before it is kept, and must be of the same creditor. */
export class ChangeAccessToken extends Command<
  { readonly access: TokenAccess; readonly position: Position } | Refusal
> {
  constructor(
    readonly connectionId: string,
    readonly accessToken: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeAccessToken)
export class ChangeAccessTokenHandler implements ICommandHandler<ChangeAccessToken> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(SECRET_STORE) private readonly secrets: SecretStore,
  ) {}

  async execute({ connectionId, accessToken, context }: ChangeAccessToken) {
    const connection = await this.connections.find(connectionId);
    if (connection === null) return refuse('not_found', `There is no connection ${connectionId}.`);
    const { environment, creditorId } = connection;
    const trial = await tryToken(this.accounts, environment, accessToken, creditorId);
    if (isRefusal(trial)) {
      return trial.code === 'other_creditor' ? { ...trial, field: 'accessToken' } : trial;
    }
    const command = {
      type: 'ChangeAccessToken',
      creditorId: trial.creditor.id,
      access: trial.access,
    } as const;
    const changed = await this.aggregates.execute(connectionDecider, connectionId, command, context);
    if (isRefusal(changed)) return changed;
    await this.secrets.save(connectionId, { accessToken });
    return { access: trial.access, position: changed.position };
  }
}
