import { Inject, Injectable } from '@nestjs/common';
import { type TypesCarriedOutBy } from '../../domain/catalogue';
import { isInDoubt, type PaymentFacts } from '../../domain/payments/facts';
import { type PaymentSubmissionRejected } from '../../domain/payments/events';
import { paymentDecider, type PaymentState } from '../../domain/payments/payment';
import { mandateObstacle, obstacleDetail } from '../../domain/mandates/obstacle';
import { PAYMENT_TAG, REFUND_TAG } from '../../domain/shared/gocardless-event';
import { Aggregates, type CommandContext, type Loaded } from '../aggregates';
import { Connections } from '../connections/connections';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';
import { MandateObstacles } from '../mandates/mandate-obstacles';
import { Mandates } from '../mandates/mandates';
import { PaymentBinding, readingOf } from './payment-binding';
import { type Clock, CLOCK } from '../ports/clock';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  GoCardlessAccessRefused,
  GoCardlessNotFound,
  type GoCardlessPayment,
  GoCardlessRefused,
} from '../ports/gocardless';
import { type LogEventOf } from '../ports/log-event';
import { PROCESS_CHECKPOINTS, type ProcessCheckpoints } from '../ports/process-checkpoints';
import { sweptThrough } from '../gocardless-reads/backfill';
import { lastRestore } from './restored';

/** GoCardless's idempotency keys are not kept for ever: an older request is looked for before it is sent. */
const KEY_TRUSTED_FOR_MS = 60 * 60 * 1000;
/** A connection that was not swept completely for so long may have payments that we do not know, or know no longer. */
const SWEEP_TRUSTED_FOR_MS = 60 * 60 * 1000;
/** For so long after the log was set back, a request may be one that it has lost. */
const RESTORE_DOUBTED_FOR_MS = 35 * 24 * 60 * 60 * 1000;
/** GoCardless's clock and ours may differ; the look-up begins this much before the request. */
const LOOK_BACK_MS = 24 * 60 * 60 * 1000;
/** Requests about a payment that GoCardless has. */
type RequestType = Exclude<TypesCarriedOutBy<'submission'>, 'InstalmentReleased' | 'PaymentRequested'>;

/** A chain of replacements longer than this is a fault. */
const MAX_REPLACEMENTS = 20;

/** The calls that change something at GoCardless, each harmless when it is made again. */
@Injectable()
export class GoCardlessWrites {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly mandates: Mandates,
    private readonly connections: Connections,
    private readonly obstacles: MandateObstacles,
    private readonly binding: PaymentBinding,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(PROCESS_CHECKPOINTS) private readonly checkpoints: ProcessCheckpoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes the payment at GoCardless and ties it to ours, or records the refusal. */
  async create(event: LogEventOf<'PaymentRequested'>, isRedelivery: boolean, context: CommandContext): Promise<void> {
    const loaded = await this.aggregates.load(paymentDecider, event.data.paymentId);
    const { facts } = loaded.state;
    if (facts === null) throw new Error(`Payment ${event.data.paymentId} was requested but has no stream.`);
    if (facts.gocardlessPaymentId !== null) {
      await this.binding.claim(facts.connectionId, facts.gocardlessPaymentId, facts.paymentId, context);
      return;
    }
    if (facts.rejection !== null || isInDoubt(facts)) return;
    const gocardless = await this.accounts.of(facts.connectionId);
    const sentSince = await this.maybeSentSince(facts.connectionId, event.metadata.recordedAt, isRedelivery);
    const { mandateId, chain } = await this.mandateOf(facts, sentSince !== null);
    const found = sentSince === null ? null : await this.lookFor(gocardless, facts, chain, sentSince);
    const outcome =
      found === null
        ? await this.send(gocardless, facts, { ...event.data, mandateId }, context)
        : { payment: found, sentOn: null };
    if ('rejected' in outcome) await this.reject(facts.paymentId, outcome.rejected, context);
    else await this.tie(loaded, facts, outcome, context);
  }

  async cancel(event: LogEventOf<'PaymentCancellationRequested'>, context: CommandContext): Promise<void> {
    const { facts, gocardlessPaymentId, isAnswered } = await this.boundPayment(event);
    if (isAnswered) return;
    const gocardless = await this.accounts.of(facts.connectionId);
    await this.answer(event, 'cancellation', facts, context, () => gocardless.cancelPayment(gocardlessPaymentId));
  }

  async retry(
    event: LogEventOf<'PaymentRetryRequested'>,
    isRedelivery: boolean,
    context: CommandContext,
  ): Promise<void> {
    const { facts, gocardlessPaymentId, isAnswered } = await this.boundPayment(event);
    if (isAnswered) return;
    const gocardless = await this.accounts.of(facts.connectionId);
    const payment = await this.answer(event, 'retry', facts, context, async () => {
      // A retry is not covered by a key: when the answer to an earlier one was lost, the payment itself says that it went through, or its
      // events say so when it has failed again since.
      const current = await gocardless.payment(gocardlessPaymentId);
      if (current.status !== 'failed') return current;
      const since = facts.retryOf ?? event.metadata.recordedAt;
      if (isRedelivery && (await wasRetried(gocardless, gocardlessPaymentId, since))) return current;
      return gocardless.retryPayment(gocardlessPaymentId, null);
    });
    if (payment?.chargeDate != null) await this.binding.readChargeDate(facts.paymentId, payment.chargeDate, context);
  }

  /** The confirmed total keeps a refund from being made twice; when it is reached already, an earlier try went through. */
  async refund(event: LogEventOf<'RefundRequested'>, isRedelivery: boolean, context: CommandContext): Promise<void> {
    const { facts, gocardlessPaymentId, isAnswered } = await this.boundPayment(event);
    if (isAnswered) return;
    const gocardless = await this.accounts.of(facts.connectionId);
    const sentSince = await this.maybeSentSince(facts.connectionId, event.metadata.recordedAt, isRedelivery);
    await this.answer(event, 'refund', facts, context, async () => {
      const { totalAmountConfirmation } = event.data;
      if (sentSince !== null) {
        const { amountRefunded } = await gocardless.payment(gocardlessPaymentId);
        if (amountRefunded >= totalAmountConfirmation) return;
      }
      await gocardless.createRefund({ ...event.data, gocardlessPaymentId, metadata: { [REFUND_TAG]: event.id } });
    });
  }

  private async payment(paymentId: string) {
    const { state } = await this.aggregates.load(paymentDecider, paymentId);
    if (state.facts === null) throw new Error(`Payment ${paymentId} was requested but has no stream.`);
    return { facts: state.facts, processedCauseIds: state.processedCauseIds };
  }

  private async boundPayment({ id, metadata, stream }: LogEventOf<RequestType>) {
    const { facts, processedCauseIds } = await this.payment(metadata.paymentId ?? stream);
    const { gocardlessPaymentId } = facts;
    if (gocardlessPaymentId === null) throw new Error(`${stream} asks GoCardless for a payment that it does not have.`);
    // The log is gone through again after a restore; what was answered then must not be asked for once more.
    return { facts, gocardlessPaymentId, isAnswered: processedCauseIds.includes(id) };
  }

  private age(instant: string): number {
    return Date.parse(this.clock.now()) - Date.parse(instant);
  }

  /** Since when GoCardless may have carried this out without our knowing, or null: then the key alone is enough. */
  private async maybeSentSince(
    connectionId: string,
    requestedAt: string,
    isRedelivery: boolean,
  ): Promise<string | null> {
    const restored = await lastRestore(this.checkpoints);
    if (restored !== null && this.age(restored.at) < RESTORE_DOUBTED_FOR_MS) {
      return restored.logEndsAt < requestedAt ? restored.logEndsAt : requestedAt;
    }
    const swept = await sweptThrough(this.checkpoints, connectionId);
    const isSwept = swept !== null && this.age(swept) < SWEEP_TRUSTED_FOR_MS;
    return isRedelivery || !isSwept || this.age(requestedAt) > KEY_TRUSTED_FOR_MS ? requestedAt : null;
  }

  /**
   * The mandate to charge now, with the chain that leads to it. That of an instalment was looked up when it was released, a moment ago:
   * if another has taken its place since, GoCardless names it.
   */
  private async mandateOf({ connectionId, mandateId, origin }: PaymentFacts, maybeOld: boolean) {
    if (!maybeOld && origin.kind === 'scheduled_payment') return { mandateId, chain: [mandateId] };
    return this.mandates.effective(connectionId, mandateId);
  }

  /** Looks for the payment by our tag, along the chain of its mandate. */
  private async lookFor(gocardless: GoCardless, facts: PaymentFacts, chain: readonly string[], requestedAt: string) {
    const createdAtGte = new Date(Date.parse(requestedAt) - LOOK_BACK_MS).toISOString();
    for (const mandate of chain) {
      for await (const page of gocardless.payments({ mandate, createdAtGte })) {
        const found = page.find(({ metadata }) => metadata[PAYMENT_TAG] === facts.paymentId);
        if (found !== undefined) return found;
      }
    }
    return null;
  }

  private async send(
    gocardless: GoCardless,
    facts: PaymentFacts,
    request: LogEventOf<'PaymentRequested'>['data'],
    context: CommandContext,
  ): Promise<FoundPayment | { readonly rejected: PaymentSubmissionRejected['data'] }> {
    let { mandateId, chargeDate } = request;
    for (let changes = 0; changes < MAX_REPLACEMENTS; changes += 1) {
      const barred = wasSeenAtRelease(facts, mandateId)
        ? null
        : await this.barred(gocardless, facts.connectionId, mandateId);
      if (barred !== null) return { rejected: barred };
      const { amount, currency, description, retryIfPossible, idempotencyKey, paymentId } = request;
      const metadata = { [PAYMENT_TAG]: paymentId };
      const creation = {
        mandateId,
        amount,
        currency,
        chargeDate,
        description,
        metadata,
        retryIfPossible,
        idempotencyKey,
      };
      try {
        return { payment: (await gocardless.createPayment(creation)).payment, sentOn: mandateId };
      } catch (error) {
        const change = await this.changeAfter(
          error,
          { gocardless, connectionId: facts.connectionId, mandateId, chargeDate },
          context,
        );
        if ('rejected' in change) return change;
        ({ mandateId, chargeDate } = change);
      }
    }
    throw new Error(`Payment ${facts.paymentId}: GoCardless replaces its mandate without end.`);
  }

  /** A linked mandate was looked at when it was linked; one that took its place may be another creditor's, or settle directly. */
  private async barred(
    gocardless: GoCardless,
    connectionId: string,
    mandateId: string,
  ): Promise<PaymentSubmissionRejected['data'] | null> {
    if ((await this.mandates.load(connectionId, mandateId)).link !== null) return null;
    const { creditorId } = await this.connections.get(connectionId);
    const obstacle = await unlessNotFound(gocardless.mandate(mandateId)).then(
      (mandate) => mandate && mandateObstacle(mandate, creditorId),
    );
    if (obstacle === null) return null;
    const errors = [{ field: null, message: obstacleDetail(mandateId, obstacle) }];
    return { errorType: 'mandate_not_usable', reason: obstacle, errors, requestId: null };
  }

  /** What to send instead after a refusal that says so; else the refusal. */
  private async changeAfter(
    error: unknown,
    sent: {
      readonly gocardless: GoCardless;
      readonly connectionId: string;
      readonly mandateId: string;
      readonly chargeDate: string | null;
    },
    context: CommandContext,
  ): Promise<
    | { readonly mandateId: string; readonly chargeDate: string | null }
    | { readonly rejected: PaymentSubmissionRejected['data'] }
  > {
    if (error instanceof GoCardlessNotFound || isForbidden(error)) {
      return {
        rejected: { errorType: 'invalid_api_usage', reason: error.reason, errors: [], requestId: error.requestId },
      };
    }
    if (!(error instanceof GoCardlessRefused)) throw error;
    const newMandateId = error.errors.flatMap(({ links }) => links?.['new_mandate'] ?? [])[0];
    if (error.reason === 'mandate_replaced' && newMandateId !== undefined) {
      await this.mandates.learnReplacement(sent.connectionId, sent.mandateId, newMandateId, context);
      return { mandateId: newMandateId, chargeDate: sent.chargeDate };
    }
    if (sent.chargeDate !== null && error.errors.some(({ field }) => field === 'charge_date')) {
      // The day's deadline may have passed since the release: the first possible date is asked for instead.
      const { nextPossibleChargeDate } = await sent.gocardless.mandate(sent.mandateId);
      if (nextPossibleChargeDate !== null && nextPossibleChargeDate > sent.chargeDate) {
        return { mandateId: sent.mandateId, chargeDate: nextPossibleChargeDate };
      }
    }
    return { rejected: rejectionOf(error) };
  }

  /** GoCardless compares no bodies, so what it has under our key or tag is compared here; a difference is never taken over. */
  private async tie(
    loaded: Loaded<PaymentState>,
    facts: PaymentFacts,
    { payment, sentOn }: FoundPayment,
    context: CommandContext,
  ): Promise<void> {
    const { paymentId, connectionId } = facts;
    if (await this.binding.isTheRequested(facts, payment)) {
      // Whatever is wrong with it: it is at GoCardless, so it is recorded.
      const reading = readingOf(payment, await this.obstacles.ofPayment(connectionId, payment, sentOn));
      if ((await this.binding.bind(paymentId, connectionId, reading, context, loaded)) === 'bound') return;
    }
    const note = { type: 'NoteConflict', gocardlessPaymentId: payment.id } as const;
    await this.aggregates.execute(paymentDecider, paymentId, note, context);
  }

  private async reject(
    paymentId: string,
    rejection: PaymentSubmissionRejected['data'],
    context: CommandContext,
  ): Promise<void> {
    const command = { type: 'RejectSubmission', rejection } as const;
    await this.aggregates.execute(paymentDecider, paymentId, command, context);
  }

  private async answer<T>(
    event: LogEventOf<RequestType>,
    request: 'cancellation' | 'retry' | 'refund',
    facts: PaymentFacts,
    context: CommandContext,
    call: () => Promise<T>,
  ): Promise<T | null> {
    const record = async (outcome: 'accepted' | 'refused', reason: string | null, requestId: string | null) => {
      const answer = { of: event.id, request, outcome, reason, requestId };
      const command = { type: 'AnswerRequest', answer } as const;
      await this.aggregates.execute(paymentDecider, facts.paymentId, command, context);
    };
    try {
      const answer = await call();
      await record('accepted', null, null);
      return answer;
    } catch (error) {
      if (error instanceof GoCardlessRefused) await record('refused', error.reason ?? error.type, error.requestId);
      else if (isForbidden(error)) await record('refused', error.reason, error.requestId);
      else throw error;
      return null;
    }
  }
}

/** A payment that GoCardless has under our key or tag; `sentOn`: the mandate that it was sent on now, null for one that was there before. */
interface FoundPayment {
  readonly payment: GoCardlessPayment;
  readonly sentOn: string | null;
}

/** The release of an instalment looks at its mandate at GoCardless; a row of a batch, and what took a mandate's place since, nobody has. */
function wasSeenAtRelease(facts: PaymentFacts, mandateId: string): boolean {
  return facts.origin.kind === 'scheduled_payment' && facts.mandateId === mandateId;
}

/** A token that may not do this will not be allowed to by waiting; one that is unknown or revoked is exchanged, and then it goes on. */
function isForbidden(error: unknown): error is GoCardlessAccessRefused {
  return error instanceof GoCardlessAccessRefused && error.code === 403;
}

/** Whether GoCardless has retried the payment since it failed. */
async function wasRetried(gocardless: GoCardless, payment: string, since: string): Promise<boolean> {
  for await (const page of gocardless.events({ payment, action: 'resubmission_requested', createdAtGte: since })) {
    if (page.length > 0) return true;
  }
  return false;
}

function rejectionOf({ type, reason, errors, requestId }: GoCardlessRefused): PaymentSubmissionRejected['data'] {
  return {
    errorType: type,
    reason: reason ?? type,
    errors: errors.map(({ field, message }) => ({ field, message })),
    requestId,
  };
}
