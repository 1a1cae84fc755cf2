import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from './connections';
import { type Position } from '../ports/event-store';
import { SECRET_STORE, type SecretStore } from '../ports/secret-store';

/** Sets the live webhook secrets: one, or two while they are rotated. */
export class ChangeWebhookSecrets extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly connectionId: string,
    readonly webhookSecrets: readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeWebhookSecrets)
export class ChangeWebhookSecretsHandler implements ICommandHandler<ChangeWebhookSecrets> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    @Inject(SECRET_STORE) private readonly secrets: SecretStore,
  ) {}

  async execute({ connectionId, webhookSecrets, context }: ChangeWebhookSecrets) {
    if ((await this.connections.find(connectionId)) === null) {
      return refuse('not_found', `There is no connection ${connectionId}.`);
    }
    const saved = await this.secrets.save(connectionId, { webhookSecrets });
    if (saved === 'secret_in_use') {
      return refuse(
        'secret_in_use',
        'Another connection has this webhook secret; each needs its own.',
        'webhookSecrets',
      );
    }
    const command = { type: 'ChangeWebhookSecrets', count: webhookSecrets.length } as const;
    const changed = await this.aggregates.execute(connectionDecider, connectionId, command, context);
    return isRefusal(changed) ? changed : { position: changed.position };
  }
}
