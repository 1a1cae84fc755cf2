import { Inject, Injectable } from '@nestjs/common';
import { type OpenedConnection } from '../../domain/connections/connection';
import { payoutDecider, payoutEventsWaiting } from '../../domain/payouts/payout';
import { type PayoutItem } from '../../domain/payouts/events';
import { isRefusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessEventFilter,
  type GoCardlessPayout,
  type GoCardlessPayoutItem,
} from '../ports/gocardless';
import { broughtByDeliveries } from '../deliveries/delivered-events';
import { markForeign } from './mark-foreign';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';

/** Items of one command: what fits into one append. */
const ITEMS_PER_COMMAND = 2_000;
/** A chargeback that was won back before the books began is paid again within this many days. */
const WON_BACK_PAID_WITHIN_DAYS = 30;
/** What a payout settles was told with it, or a few days before. */
const SETTLED_WITHIN_DAYS = 30;

/** Reads a payout and all its items, because GoCardless forgets the items, and then records what was parked. */
@Injectable()
export class PayoutAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async takeUp(connectionId: string, payoutId: string, context: CommandContext): Promise<void> {
    const id = { connectionId, payoutId };
    const { state } = await this.aggregates.load(payoutDecider, id);
    const waiting = payoutEventsWaiting(state);
    if (waiting.length === 0) return;
    const connection = await this.connections.get(connectionId);
    const gocardless = await this.accounts.of(connectionId);
    const payout = await unlessNotFound(gocardless.payout(payoutId));
    if (payout === null || payout.creditorId !== connection.creditorId) {
      const reason = payout === null ? 'not_found' : 'other_creditor';
      return markForeign(this.aggregates, payoutDecider, id, waiting, reason, context);
    }
    // The items first: while they are not sealed the events still wait, so that a crash between the two is taken up again.
    if (state.facts?.listing == null) {
      const paidAt = waiting.find(({ event }) => event.action === 'paid')?.event.createdAt ?? null;
      await this.listItems(connection, { ...payout, paidAt }, gocardless, context);
    }
    const events = waiting.map(({ event }) => event);
    const rules = bookRules(connection);
    const details = detailsOf(payout);
    const command = { type: 'ObservePayoutEvents', ...id, events, details, rules } as const;
    await this.aggregates.execute(payoutDecider, id, command, broughtByDeliveries(context, waiting));
  }

  /** Opened, filled in chunks, closed by a seal; what a crash broke off begins anew. */
  private async listItems(
    connection: OpenedConnection,
    payout: ListedPayout,
    gocardless: GoCardless,
    context: CommandContext,
  ): Promise<void> {
    const { connectionId, booksFrom } = connection;
    const id = { connectionId, payoutId: payout.id };
    const rules = bookRules(connection);
    const isPriorPeriod = await priorPeriodOf(payout, gocardless, booksFrom);
    let from = 0;
    let chunk: PayoutItem[] = [];
    const list = async (end: 'more_to_come' | 'complete' | 'gone') => {
      const command = { type: 'ListItems', ...id, from, items: chunk, end, rules } as const;
      const listed = await this.aggregates.execute(payoutDecider, id, command, inStep(context, `items:${from}`));
      if (isRefusal(listed)) throw new Error(listed.detail);
      from += chunk.length;
      chunk = [];
    };
    for await (const page of gocardless.payoutItems(payout.id)) {
      if (page === 'gone') return list('gone');
      for (const item of page) {
        chunk.push({ ...item, priorPeriod: await isPriorPeriod(item) });
      }
      if (chunk.length >= ITEMS_PER_COMMAND) await list('more_to_come');
    }
    return list('complete');
  }
}

function detailsOf({ amount, deductedFees, currency, reference, arrivalDate, fx }: GoCardlessPayout) {
  return { amount, deductedFees, currency, reference, arrivalDate, fx };
}

/** `paidAt`: when it was told as paid, if it was; null when another of its events came first. */
type ListedPayout = GoCardlessPayout & { readonly paidAt: string | null };

/**
 * Says of an item whether what is behind it lies before the books begin: the payout itself, or the loss, refund or won-back chargeback that it
 * settles. Only GoCardless's events say when that was.
 */
async function priorPeriodOf(payout: ListedPayout, gocardless: GoCardless, booksFrom: string) {
  if ((await paidOf(payout, gocardless, booksFrom)) < booksFrom) return () => Promise.resolve(true);
  const daysSince = (Date.parse(payout.createdAt) - Date.parse(booksFrom)) / 86_400_000;
  let wonBack: Promise<ReadonlyMap<string, string>> | null = null;
  const happened = async (type: string, payment: string): Promise<string | undefined> => {
    switch (type) {
      case 'payment_failed':
        return (await latestBefore(payout, gocardless, { payment, action: 'failed' })).get(payment);
      case 'payment_charged_back':
        return (await latestBefore(payout, gocardless, { payment, action: 'charged_back' })).get(payment);
      case 'payment_paid_out':
        if (daysSince > WON_BACK_PAID_WITHIN_DAYS) return undefined;
        // Nearly all items are of this type, and few chargebacks are won back: one list of these answers for all.
        wonBack ??= latestBefore(payout, gocardless, { resourceType: 'payments', action: 'chargeback_cancelled' });
        return (await wonBack).get(payment);
      default:
        return undefined;
    }
  };
  const refunded = async (type: string, refund: string): Promise<string | undefined> => {
    if (daysSince > SETTLED_WITHIN_DAYS) return undefined;
    const action = type === 'refund_funds_returned' ? 'funds_returned' : 'refund_settled';
    return (await latestBefore(payout, gocardless, { refund, action }, 'refund')).get(refund);
  };
  return async ({ type, gocardlessPaymentId, refundId }: GoCardlessPayoutItem): Promise<boolean> => {
    const at =
      refundId !== null
        ? await refunded(type, refundId)
        : gocardlessPaymentId === null
          ? undefined
          : await happened(type, gocardlessPaymentId);
    return at !== undefined && at < booksFrom;
  };
}

/** When the payout was paid. One that was made after the books began was paid after it; of any other only its event says it. */
async function paidOf({ paidAt, ...payout }: ListedPayout, gocardless: GoCardless, booksFrom: string): Promise<string> {
  if (paidAt !== null) return paidAt;
  if (payout.createdAt >= booksFrom) return payout.createdAt;
  for await (const [paid] of gocardless.events({ payout: payout.id, action: 'paid' })) {
    if (paid !== undefined) return paid.createdAt;
  }
  return payout.createdAt;
}

/** When the latest of these events before the payout was, of each payment or refund. */
async function latestBefore(
  { createdAt: createdAtLte }: GoCardlessPayout,
  gocardless: GoCardless,
  filter: GoCardlessEventFilter,
  of: 'payment' | 'refund' = 'payment',
): Promise<ReadonlyMap<string, string>> {
  const latest = new Map<string, string>();
  for await (const page of gocardless.events({ ...filter, createdAtLte })) {
    for (const { links, createdAt } of page) {
      const thing = links[of] ?? '';
      if (createdAt > (latest.get(thing) ?? '')) latest.set(thing, createdAt);
    }
  }
  return latest;
}
