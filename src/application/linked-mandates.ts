import { Inject, Injectable } from '@nestjs/common';
import { type MandateFoundBy, type MandateLinked, type MandateStatus } from '../domain/mandate/events';
import { mandateDecider, type MandateState } from '../domain/mandate/mandate';
import { type Refusal } from '../domain/shared/decider';
import { streams } from '../domain/shared/streams';
import { Aggregates, type CommandContext, type Executed } from './aggregates';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessMandate,
} from './ports/gocardless';
import { type MandateEvent } from '../domain/mandate/events';

/** Links mandates to customers. What GoCardless said of a mandate before is asked for by the adoption process. */
@Injectable()
export class LinkedMandates {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  /** Links a mandate as GoCardless has just shown it. */
  async link(
    connectionId: string,
    mandate: GoCardlessMandate,
    customerId: string,
    foundBy: MandateFoundBy,
    context: CommandContext,
  ): Promise<Executed<MandateState, MandateEvent> | Refusal> {
    const gocardless = await this.accounts.of(connectionId);
    const link = await linkOf(gocardless, { connectionId, mandate, customerId, foundBy });
    const stream = streams.mandate(connectionId, mandate.id);
    const command = { type: 'LinkMandate', causationId: context.commandId, at: context.at, link } as const;
    return this.aggregates.execute(mandateDecider, stream, command, context);
  }

  /** The mandate that took another's place is the same customer's; one that is not usable any more is left alone. */
  async linkSuccessor(
    connectionId: string,
    mandateId: string,
    customerId: string,
    context: CommandContext,
  ): Promise<void> {
    const gocardless = await this.accounts.of(connectionId);
    await this.link(connectionId, await gocardless.mandate(mandateId), customerId, 'itself', context);
  }
}

async function linkOf(
  gocardless: GoCardless,
  found: {
    readonly connectionId: string;
    readonly mandate: GoCardlessMandate;
    readonly customerId: string;
    readonly foundBy: MandateFoundBy;
  },
): Promise<MandateLinked['data']> {
  const { connectionId, mandate, customerId, foundBy } = found;
  const { bankName, accountNumberEnding } = await gocardless.customerBankAccount(mandate.customerBankAccountId);
  const { gocardlessCustomerId, scheme, reference, nextPossibleChargeDate, createdAt } = mandate;
  return {
    connectionId,
    mandateId: mandate.id,
    customerId,
    gocardlessCustomerId,
    scheme,
    status: mandate.status as MandateStatus, // GoCardless may add statuses; one that is not known here is not usable
    reference,
    bankName,
    accountNumberEnding,
    nextPossibleChargeDate,
    createdAt,
    foundBy,
  };
}
