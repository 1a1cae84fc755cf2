import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Accounts } from '../../domain/accounting/accounts';
import { type ConnectionCommand, connectionDecider } from '../../domain/connections/connection-decider';
import { type CompanyDetailsChanged, type Logo } from '../../domain/connections/events';
import { type LeadTimes } from '../../domain/mandates/lead-time';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { LOGO_FILES, type LogoFiles } from '../ports/logo-files';
import { type Position } from '../ports/event-store';

/** What stands on receipts, the accounts that documents use from tomorrow on or later, and how early payments are sent. */
export class ChangeConnectionSettings extends Command<{ readonly position: Position } | Refusal> {
  constructor(
    readonly connectionId: string,
    readonly settings: {
      readonly company?: CompanyDetailsChanged['data'];
      /** Null takes it away. */
      readonly logo?: ({ readonly content: Buffer } & Omit<Logo, 'sha256'>) | null;
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
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(LOGO_FILES) private readonly logoFiles: LogoFiles,
  ) {}

  async execute({ connectionId, settings, context }: ChangeConnectionSettings) {
    const { company, accounts, accountsFrom, leadTimes } = settings;
    const logo = settings.logo === undefined ? undefined : await this.kept(settings.logo);
    let { position } = await this.aggregates.load(connectionDecider, connectionId);
    const from = accountsFrom === undefined ? {} : { from: accountsFrom };
    const steps: readonly (readonly [string, ConnectionCommand])[] = [
      ...(accounts === undefined ? [] : [['accounts', { type: 'ChooseAccounts', accounts, ...from }] as const]),
      ...(company === undefined ? [] : [['company', { type: 'ChangeCompanyDetails', company }] as const]),
      ...(logo === undefined ? [] : [['logo', { type: 'ChooseLogo', logo }] as const]),
      ...(leadTimes === undefined ? [] : [['lead-times', { type: 'ChooseLeadTimes', leadTimes }] as const]),
    ];
    for (const [step, command] of steps) {
      const chosen = await this.aggregates.execute(connectionDecider, connectionId, command, inStep(context, step));
      if (isRefusal(chosen)) return chosen;
      ({ position } = chosen);
    }
    return { position };
  }

  /** The picture is there before anything says that it is. */
  private async kept(picture: NonNullable<ChangeConnectionSettings['settings']['logo']> | null): Promise<Logo | null> {
    if (picture === null) return null;
    const { content, mediaType, width, height } = picture;
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.logoFiles.keep(sha256, content);
    return { sha256, mediaType, width, height };
  }
}
