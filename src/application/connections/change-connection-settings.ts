import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Accounts } from '../../domain/accounting/accounts';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type CompanyDetailsChanged } from '../../domain/connections/events';
import { type LeadTimes } from '../../domain/mandates/lead-time';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { derivedUuid } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';

/** What stands on receipts, the accounts that documents use from tomorrow on or later, and how early payments are sent. */
export class ChangeConnectionSettings extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly connectionId: string,
    readonly settings: {
      readonly company?: CompanyDetailsChanged['data'];
      readonly accounts?: Accounts;
      /** The day from which on the accounts hold; tomorrow when left out. */
      readonly accountsFrom?: string;
      /** Of schemes that are left out it stays. */
      readonly leadTimes?: Partial<LeadTimes>;
    },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeConnectionSettings)
export class ChangeConnectionSettingsHandler implements ICommandHandler<ChangeConnectionSettings> {
  constructor(private readonly aggregates: Aggregates) {}

  async execute({ connectionId, settings, context }: ChangeConnectionSettings) {
    const { company, accounts, accountsFrom, leadTimes } = settings;
    const stream = streams.connection(connectionId);
    let { position } = await this.aggregates.load(connectionDecider, stream);
    if (accounts !== undefined) {
      const commandId = derivedUuid(context.commandId, 'accounts');
      const from = accountsFrom === undefined ? {} : { from: accountsFrom };
      const command = { type: 'ChooseAccounts', accounts, ...from, at: context.at, commandId } as const;
      const chosen = await this.aggregates.execute(connectionDecider, stream, command, context);
      if (isRefusal(chosen)) return chosen;
      position = chosen.position;
    }
    if (company !== undefined) {
      const commandId = derivedUuid(context.commandId, 'company');
      const command = { type: 'ChangeCompanyDetails', company, at: context.at, commandId } as const;
      const changed = await this.aggregates.execute(connectionDecider, stream, command, context);
      if (isRefusal(changed)) return changed;
      position = changed.position;
    }
    if (leadTimes !== undefined) {
      const commandId = derivedUuid(context.commandId, 'lead-times');
      const command = { type: 'ChooseLeadTimes', leadTimes, at: context.at, commandId } as const;
      const chosen = await this.aggregates.execute(connectionDecider, stream, command, context);
      if (isRefusal(chosen)) return chosen;
      position = chosen.position;
    }
    return { position };
  }
}
