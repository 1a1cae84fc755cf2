import { Inject, Injectable } from '@nestjs/common';
import { type MandateFoundBy, type MandateKey, type MandateStatus } from '../../domain/mandates/events';
import { type MandateEvent } from '../../domain/event-groups';
import { type MandateCommand, mandateDecider, type MandateState } from '../../domain/mandates/mandate';
import { type Decision, type Refusal } from '../../domain/shared/decider';
import { mandateObstacle, type MandateObstacle, refuseObstacle } from '../../domain/mandates/obstacle';
import { Connections } from '../connections/connections';
import { Aggregates, type CommandContext, type Executed, issued, inStep } from '../aggregates';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import {
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessCustomerBankAccount,
  type GoCardlessMandate,
} from '../ports/gocardless';

/** Links mandates to customers. What GoCardless said of a mandate before is asked for by the adoption process. */
@Injectable()
export class LinkedMandates {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly reads: BatchedReads,
    private readonly connections: Connections,
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
    const bankAccount = await gocardless.customerBankAccount(mandate.customerBankAccountId);
    return this.linkFound({ connectionId, mandate, bankAccount, customerId, foundBy }, context);
  }

  /** The same for one whose bank account is known, too. */
  async linkFound(
    found: FoundMandate,
    context: CommandContext,
  ): Promise<Executed<MandateState, MandateEvent> | Refusal> {
    const barred = await this.barred(found);
    if (barred !== null) return barred;
    return this.aggregates.execute(mandateDecider, keyOf(found), linkCommand(found), context);
  }

  /** What linking it would do now: the events, or why it can not be. */
  async wouldLink(found: FoundMandate, context: CommandContext): Promise<Decision<MandateEvent>> {
    const barred = await this.barred(found);
    if (barred !== null) return barred;
    const { state } = await this.aggregates.load(mandateDecider, keyOf(found));
    return mandateDecider.decide(issued(linkCommand(found), context), state);
  }

  /** Every way of linking comes by here: what must hold for a payment is seen before any is made. */
  private async barred(found: FoundMandate): Promise<Refusal | null> {
    const obstacle = await this.obstacleOf(found);
    return obstacle === null ? null : refuseObstacle(found.mandate.id, obstacle);
  }

  private async obstacleOf({ connectionId, mandate }: FoundMandate): Promise<MandateObstacle | null> {
    return mandateObstacle(mandate, (await this.connections.get(connectionId)).creditorId);
  }

  /** The same by a process, which may do it for many at once. One that is not usable any more is left alone. */
  async linkItself(
    connectionId: string,
    mandate: GoCardlessMandate,
    customerId: string,
    context: CommandContext,
  ): Promise<void> {
    const { customerBankAccountId, createdAt } = mandate;
    const known = { id: customerBankAccountId, at: createdAt };
    const bankAccount = await this.reads.customerBankAccount(connectionId, known);
    const found: FoundMandate = { connectionId, mandate, bankAccount, customerId, foundBy: 'itself' };
    const obstacle = await this.obstacleOf(found);
    if (obstacle === null) {
      await this.linkFound(found, context);
      return;
    }
    // It stands where a usable one would: whoever waits for it is told why.
    const key = keyOf(found);
    await this.aggregates.execute(
      mandateDecider,
      key,
      { type: 'BarMandate', ...key, obstacle },
      inStep(context, 'barred'),
    );
  }
}

/** A mandate as GoCardless shows it, and for whom it was looked for. */
export interface FoundMandate {
  readonly connectionId: string;
  readonly mandate: GoCardlessMandate;
  readonly bankAccount: Pick<GoCardlessCustomerBankAccount, 'bankName' | 'accountNumberEnding'>;
  readonly customerId: string;
  readonly foundBy: MandateFoundBy;
}

function keyOf({ connectionId, mandate }: FoundMandate): MandateKey {
  return { connectionId, mandateId: mandate.id };
}

function linkCommand({ connectionId, mandate, bankAccount, customerId, foundBy }: FoundMandate): MandateCommand {
  const { gocardlessCustomerId, scheme, reference, nextPossibleChargeDate, createdAt } = mandate;
  const { bankName, accountNumberEnding } = bankAccount;
  const link = {
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
  return { type: 'LinkMandate', link };
}
