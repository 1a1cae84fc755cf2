import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type Environment } from '../../domain/connections/events';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates } from '../aggregates';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts } from '../ports/gocardless';
import {
  alreadyConnected,
  connectionIdOf,
  type SeveralCreditorsRefusal,
  type TokenTrial,
  tryToken,
} from './open-connection';

/** Says for whom a token would act, and keeps nothing of it. */
export class TryAccessToken extends Command<TokenTrial | Refusal | SeveralCreditorsRefusal> {
  constructor(
    readonly environment: Environment,
    readonly accessToken: string,
    /** Null = the only creditor that the token sees. */
    readonly creditorId: string | null,
  ) {
    super();
  }
}

@CommandHandler(TryAccessToken)
export class TryAccessTokenHandler implements ICommandHandler<TryAccessToken> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async execute({
    environment,
    accessToken,
    creditorId,
  }: TryAccessToken): Promise<TokenTrial | Refusal | SeveralCreditorsRefusal> {
    const trial = await tryToken(this.accounts, environment, accessToken, creditorId);
    if (isRefusal(trial)) return trial;
    const connectionId = connectionIdOf(environment, trial.creditor);
    const { state } = await this.aggregates.load(connectionDecider, connectionId);
    return state.status === 'open' ? alreadyConnected(trial.creditor, connectionId) : trial;
  }
}
