import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Accounts } from '../../domain/accounting/accounts';
import { type ConnectionCommand, connectionDecider } from '../../domain/connections/connection-decider';
import { type CompanyDetailsChanged } from '../../domain/connections/events';
import { type LeadTimes } from '../../domain/mandates/lead-time';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
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
    let { position } = await this.aggregates.load(connectionDecider, connectionId);
    const from = accountsFrom === undefined ? {} : { from: accountsFrom };
    const steps: readonly (readonly [string, ConnectionCommand])[] = [
      ...(accounts === undefined ? [] : [['accounts', { type: 'ChooseAccounts', accounts, ...from }] as const]),
      ...(company === undefined ? [] : [['company', { type: 'ChangeCompanyDetails', company }] as const]),
      ...(leadTimes === undefined ? [] : [['lead-times', { type: 'ChooseLeadTimes', leadTimes }] as const]),
    ];
    for (const [step, command] of steps) {
      const chosen = await this.aggregates.execute(connectionDecider, connectionId, command, inStep(context, step));
      if (isRefusal(chosen)) return chosen;
      ({ position } = chosen);
    }
    return { position };
  }
}
