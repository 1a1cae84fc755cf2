import { type LogEventOf } from '../../application/ports/log-event';
import { typesOf } from '../../domain/catalogue';
import { isLivePlan, type PlanFacts } from '../../domain/gocardless-plans/plan-status';
import { isItemType, type PayoutItem } from '../../domain/payouts/events';
import { tenthsOf } from '../../domain/payouts/payout-booking';
import { majorUnits } from '../../domain/shared/decimal-amount';
import { GOCARDLESS_FACTS } from '../deliveries/table';
import { thingOf } from '../happened';
import { add, cleared, later, newIncident, opened, type Remembering, rule, type Rule } from './rule';

const MINUTE_MS = 60_000;
/** Most events wait for seconds only, until what they are about was fetched. */
const PARKED_PATIENCE_MS = 10 * MINUTE_MS;
/** A payout and its payments are told by different events; what no webhook brought is swept up within minutes. */
const PAYOUT_PATIENCE_MS = 60 * MINUTE_MS;

/** An event of GoCardless that waits, and goes on waiting. */
const parked = rule({
  type: 'parked',
  handles: [...typesOf('waiting'), ...GOCARDLESS_FACTS],
  thing: ({ metadata: { connectionId, gocardlessEventId } }) =>
    connectionId === undefined || gocardlessEventId === undefined ? null : `${connectionId}.${gocardlessEventId}`,
  fold: (row: Remembering<null> | null, event, thing) => {
    const since = later(event, PARKED_PATIENCE_MS);
    switch (event.type) {
      case 'GoCardlessEventParked': {
        const waits = row ?? { ...newIncident('parked', thing, event, null), eventId: event.data.event.id };
        return opened({ ...waits, detail: event.data.reason }, since);
      }
      case 'RedriveRequested':
        return row === null ? null : opened(row, since);
      default:
        return row === null ? null : cleared(row, event);
    }
  },
});

/** How many receipts of each attempt stand: receipts less reversals, corrected ones taken back. */
type Standing = Readonly<Record<string, number>>;

/** Two attempts at one scheduled payment brought money. Only what was superseded can have a second attempt beside it. */
const collectedTwice = rule({
  type: 'collected_twice',
  handles: ['PaymentSuperseded', ...typesOf('document')],
  thing: (event) => {
    if (event.type !== 'PaymentSuperseded' && effectOnReceipts(event) === 0) return null;
    return event.metadata.scheduledPaymentId ?? null;
  },
  fold: (row: Remembering<Standing> | null, event, thing) => {
    if (event.type === 'PaymentSuperseded') return row ?? newIncident('collected_twice', thing, event, {});
    if (row === null) return null;
    const paymentId = thingOf(event);
    const memory = { ...row.memory, [paymentId]: (row.memory[paymentId] ?? 0) + effectOnReceipts(event) };
    const twice = Object.values(memory).filter((standing) => standing > 0).length > 1;
    return twice ? opened({ ...row, memory, paymentId }, later(event, 0)) : cleared({ ...row, memory }, event);
  },
});

function effectOnReceipts(event: LogEventOf<'DocumentPosted' | 'CorrectionPosted'>): number {
  const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
  const effect = kind === 'receipt' ? 1 : kind === 'reversal' ? -1 : 0;
  return event.type === 'DocumentPosted' ? effect : -effect;
}

/** What the documents of a payment come to, corrected ones taken back; minor units. */
interface GivenBack {
  readonly receipts: number;
  readonly refunded: number;
  readonly lost: number;
}

/** A refund or a reversal is made of money that was paid out: its receipt stood until then. */
const PAID_OUT: GivenBack = { receipts: 1, refunded: 0, lost: 0 };

/** The payer was refunded, and the bank took the money back as well, whichever was first. */
const refundedAndChargedBack = rule({
  type: 'refunded_and_charged_back',
  handles: typesOf('document'),
  thing: ({ metadata: { paymentId } }) => paymentId ?? null,
  fold: (row: Remembering<GivenBack> | null, event, thing) => {
    const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
    if (row === null && kind !== 'refund' && kind !== 'reversal') return null;
    const known = row ?? newIncident('refunded_and_charged_back', thing, event, PAID_OUT);
    const memory = givenBack(known.memory, event);
    const { receipts, refunded, lost } = memory;
    if (receipts > 0 || refunded <= 0) return cleared({ ...known, memory }, event);
    const { currency } = event.data;
    const detail = `${majorUnits(refunded)} ${currency} refunded, ${majorUnits(lost)} ${currency} taken back`;
    return opened({ ...known, memory, detail }, later(event, 0));
  },
});

function givenBack(memory: GivenBack, event: LogEventOf<'DocumentPosted' | 'CorrectionPosted'>): GivenBack {
  const [kind, sign] =
    event.type === 'DocumentPosted' ? ([event.data.kind, 1] as const) : ([event.data.correctedKind, -1] as const);
  const { amount } = event.data;
  switch (kind) {
    case 'receipt':
      return { ...memory, receipts: memory.receipts + sign };
    case 'reversal':
      return { ...memory, receipts: memory.receipts - sign, lost: amount };
    case 'refund':
      return { ...memory, refunded: memory.refunded + sign * amount };
    case 'refund_returned':
      return { ...memory, refunded: memory.refunded - sign * amount };
    default:
      return memory;
  }
}

interface Settled {
  /** Payments that it pays out, and the sum of all items in tenths of a minor unit; null when GoCardless has forgotten them. */
  readonly listed: number;
  /** It has an item of a type that nobody here has heard of, which was booked as a fee. */
  readonly unheardOf: string | null;
  readonly tenths: number | null;
  readonly sealedAt: string | null;
  /** How many payments said that they were paid out with it. */
  readonly told: number;
  readonly amount: number | null;
}

const NOTHING_SETTLED: Settled = { listed: 0, unheardOf: null, tenths: null, sealedAt: null, told: 0, amount: null };
/** A difference up to one unit is rounding. */
const ROUNDING_TENTHS = 10;

/**
 * A payout pays out more payments than ours say were paid out with it, has an item of a type that is not known here, or its items do not add
 * up to its amount.
 */
const unexplainedPayout = rule({
  type: 'unexplained_payout',
  handles: ['PayoutItemsListed', 'PayoutItemsSealed', 'PayoutPaid', 'PayoutFxRateConfirmed', 'PaymentPaidOut'],
  thing: (event) => {
    const { payoutId } = event.data;
    const { connectionId } = event.metadata;
    return payoutId === null || connectionId === undefined ? null : `${connectionId}.${payoutId}`;
  },
  fold: (row: Remembering<Settled> | null, event, thing) => {
    const { payoutId } = event.data;
    const known = row ?? {
      ...newIncident('unexplained_payout', thing, event, NOTHING_SETTLED),
      payoutId,
      ...OF_NOBODY,
    };
    const memory = settledBy(known.memory, event);
    const next = { ...known, memory, detail: whyUnexplained(memory) };
    if (memory.sealedAt === null) return next;
    return next.detail === null
      ? { ...cleared(next, event), detail: known.detail }
      : opened(next, add(memory.sealedAt, PAYOUT_PATIENCE_MS));
  },
});

/** It may begin with one of its payments, and is not about that one. */
const OF_NOBODY = { paymentId: null, customerId: null, mandateId: null, scheduledPaymentId: null } as const;

function settledBy(
  memory: Settled,
  event: LogEventOf<
    'PayoutItemsListed' | 'PayoutItemsSealed' | 'PayoutPaid' | 'PayoutFxRateConfirmed' | 'PaymentPaidOut'
  >,
): Settled {
  switch (event.type) {
    case 'PayoutItemsListed': {
      const { from, items } = event.data;
      const payments = items.filter(({ type, priorPeriod }) => type === 'payment_paid_out' && !priorPeriod).length;
      // A listing that was broken off begins anew.
      const before = from === 0 ? NOTHING_SETTLED : memory;
      const unheardOf = before.unheardOf ?? items.find(({ type }) => !isItemType(type))?.type ?? null;
      return { ...memory, listed: before.listed + payments, unheardOf };
    }
    case 'PayoutItemsSealed': {
      const { gone, totalTenths } = event.data;
      const sealedAt = event.metadata.recordedAt;
      return gone ? { ...memory, listed: 0, tenths: null, sealedAt } : { ...memory, tenths: totalTenths, sealedAt };
    }
    case 'PaymentPaidOut':
      return { ...memory, told: memory.told + 1 };
    default:
      return { ...memory, amount: event.data.details.amount };
  }
}

function whyUnexplained({ listed, told, unheardOf, tenths, amount }: Settled): string | null {
  if (told < listed) return 'unknown_payments';
  if (unheardOf !== null) return `unknown_item ${unheardOf}`;
  if (tenths === null || amount === null || Math.abs(tenths - 10 * amount) <= ROUNDING_TENTHS) return null;
  return 'does_not_add_up';
}

/** What items of payouts say of a payment or refund, and what its documents say; tenths of a minor unit, by direction. */
interface Explained {
  /** By payout and place in its listing, so that one that begins anew counts once. */
  readonly items: Readonly<Record<string, ExplainedItems>>;
  readonly documents: Readonly<Record<Direction, number>>;
}

type Direction = 'out' | 'in';

interface ExplainedItems extends Readonly<Record<Direction, number>> {
  readonly payoutId: string;
  readonly type: string;
}

const NOTHING_EXPLAINED: Explained = { items: {}, documents: { out: 0, in: 0 } };

/** Which way each item moves money that a document of its payment or refund explains; those of paid-out payments are told by the payments. */
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  payment_failed: 'out',
  payment_charged_back: 'out',
  payment_refunded: 'out',
  refund: 'out',
  refund_funds_returned: 'in',
};

/** What a payout takes for a loss or a refund, or gives back, and no document explains. */
const unexplainedItem = rule({
  type: 'unexplained_payout',
  handles: ['PayoutItemsListed', ...typesOf('document')],
  thing: (event) => {
    const { connectionId } = event.metadata;
    if (connectionId === undefined) return null;
    if (event.type === 'PayoutItemsListed') {
      const things = explicable(event).map(thingOfItem);
      return [...new Set(things)].map((thing) => `${connectionId}.${thing}`);
    }
    const { gocardlessPaymentId, refundId } = event.data.concerns;
    const thing = refundId ?? gocardlessPaymentId;
    return thing === null || explains(event) === null ? null : `${connectionId}.${thing}`;
  },
  fold: (row: Remembering<Explained> | null, event, thing) => {
    const known = row ?? { ...newIncident('unexplained_payout', thing, event, NOTHING_EXPLAINED), payoutId: null };
    const memory = explainedBy(known.memory, event, thing);
    const open = unexplained(memory);
    if (open === null) return cleared({ ...known, memory }, event);
    const { payoutId, type } = open;
    const detail = `${type} ${thing.slice(thing.lastIndexOf('.') + 1)}`;
    return opened({ ...known, memory, payoutId, detail }, later(event, PAYOUT_PATIENCE_MS));
  },
});

/** The items of a listing whose documents are waited for. What lies before the books was booked with its payout. */
function explicable({ data }: LogEventOf<'PayoutItemsListed'>): readonly PayoutItem[] {
  return data.items.filter((item) => item.type in DIRECTIONS && !item.priorPeriod && thingOfItem(item) !== '');
}

function thingOfItem({ gocardlessPaymentId, refundId }: PayoutItem): string {
  return refundId ?? gocardlessPaymentId ?? '';
}

function explainedBy(
  memory: Explained,
  event: LogEventOf<'PayoutItemsListed' | 'DocumentPosted' | 'CorrectionPosted'>,
  thing: string,
): Explained {
  if (event.type !== 'PayoutItemsListed') {
    const direction = explains(event);
    if (direction === null) return memory;
    const tenths = (event.type === 'DocumentPosted' ? 10 : -10) * event.data.amount;
    return { ...memory, documents: { ...memory.documents, [direction]: memory.documents[direction] + tenths } };
  }
  const { payoutId, from } = event.data;
  const own = explicable(event).filter((item) => thing.endsWith(`.${thingOfItem(item)}`));
  const sum = (direction: Direction) =>
    own.reduce((total, { type, amount }) => {
      return DIRECTIONS[type] === direction ? total + Math.abs(Number(tenthsOf(amount))) : total;
    }, 0);
  const listed = { payoutId, type: own[0]?.type ?? '', out: sum('out'), in: sum('in') };
  return { ...memory, items: { ...memory.items, [`${payoutId}.${from}`]: listed } };
}

/** Which way a document moves what an item is waited to be explained by; null for one that explains none of these. */
function explains(event: LogEventOf<'DocumentPosted' | 'CorrectionPosted'>): Direction | null {
  const kind = event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
  switch (kind) {
    case 'reversal':
    case 'refund':
    case 'prior_loss':
      return 'out';
    case 'refund_returned':
      return 'in';
    case 'prior_restored':
      return event.data.concerns.refundId === null ? null : 'in';
    default:
      return null;
  }
}

/** The last items that documents do not cover, or null. */
function unexplained({ items, documents }: Explained): ExplainedItems | null {
  const all = Object.values(items);
  const covered = (direction: Direction) =>
    all.reduce((total, one) => total + one[direction], 0) <= documents[direction];
  return covered('out') && covered('in') ? null : (all.at(-1) ?? null);
}

interface CollectedElsewhere {
  /** By GoCardless's id. */
  readonly plans: Readonly<Record<string, PlanFacts>>;
  readonly linked: boolean;
}

/** So many plans are named. */
const PLANS_NAMED = 5;

/** GoCardless collects by a linked mandate without our asking, by a subscription or an instalment schedule. */
const alsoCollectedElsewhere = rule({
  type: 'also_collected_elsewhere',
  handles: ['MandateLinked', 'MandateUnlinked', 'GoCardlessPlanRead', 'GoCardlessPlanChanged'],
  thing: ({ metadata: { connectionId, mandateId } }) =>
    connectionId === undefined || mandateId === undefined ? null : `${connectionId}.${mandateId}`,
  fold: (row: Remembering<CollectedElsewhere> | null, event, thing) => {
    const known = row ?? newIncident('also_collected_elsewhere', thing, event, { plans: {}, linked: false });
    const memory = collectedElsewhere(known.memory, event);
    const customerId = event.type === 'MandateLinked' ? event.data.customerId : known.customerId;
    const live = Object.keys(memory.plans).filter((planId) => isLivePlan(memory.plans[planId] ?? NO_PLAN));
    const next = { ...known, customerId, memory };
    if (!memory.linked || live.length === 0) return cleared(next, event);
    const detail = `${live.slice(0, PLANS_NAMED).join(', ')}${live.length > PLANS_NAMED ? ', …' : ''}`;
    return opened({ ...next, detail }, later(event, 0));
  },
});

const NO_PLAN: PlanFacts = { status: null, observed: [] };

function collectedElsewhere(
  memory: CollectedElsewhere,
  event: LogEventOf<'MandateLinked' | 'MandateUnlinked' | 'GoCardlessPlanRead' | 'GoCardlessPlanChanged'>,
): CollectedElsewhere {
  switch (event.type) {
    case 'MandateLinked':
      return { ...memory, linked: true };
    case 'MandateUnlinked':
      return { ...memory, linked: false };
    case 'GoCardlessPlanRead': {
      const { planId, status } = event.data;
      return { ...memory, plans: { ...memory.plans, [planId]: { ...(memory.plans[planId] ?? NO_PLAN), status } } };
    }
    default: {
      const { planId, action } = event.data;
      const { effectiveAt, causationId } = event.metadata;
      const plan = memory.plans[planId] ?? NO_PLAN;
      const observed = [...plan.observed, { action, effectiveAt, causationId }];
      return { ...memory, plans: { ...memory.plans, [planId]: { ...plan, observed } } };
    }
  }
}

/** What of the account, or beside its payments, a person must know: by GoCardless's words, which of them give cause and which end it. */
const RESOURCE_INCIDENTS = [
  {
    type: 'account_frozen',
    of: 'creditors',
    opens: ['account_auto_frozen'],
    clears: ['account_auto_frozen_reverted'],
  },
  { type: 'account_disconnected', of: 'organisations', opens: ['disconnected'], clears: [] },
  {
    type: 'information_required',
    of: 'customers',
    opens: ['request_for_information_required'],
    clears: ['approved'],
  },
  { type: 'outbound_payment', of: 'outbound_payments', opens: ['executed'], clears: ['failed', 'cancelled'] },
] as const;

const resourceIncidents = RESOURCE_INCIDENTS.map(({ type, of, opens, clears }) =>
  rule({
    type,
    handles: ['GoCardlessResourceChanged'],
    thing: ({ data: { connectionId, resourceType, resourceId, action } }) =>
      resourceType === of && [...opens, ...clears].some((one) => one === action)
        ? `${connectionId}.${resourceId ?? ''}`
        : null,
    fold: (row: Remembering<string> | null, event, thing) => {
      const { effectiveAt } = event.metadata;
      // What was true earlier and comes later says nothing of how it is now.
      if (row !== null && effectiveAt < row.memory) return row;
      const known = { ...(row ?? newIncident(type, thing, event, effectiveAt)), memory: effectiveAt };
      const { action, resourceId } = event.data;
      return opens.some((one) => one === action)
        ? opened({ ...known, detail: resourceId }, later(event, 0))
        : cleared(known, event);
    },
  }),
);

/** A signed webhook was not taken in: GoCardless sends it again, and what it holds has to be fetched. */
const deliveryRefused = rule({
  type: 'delivery_refused',
  handles: ['DeliveryRefused'],
  thing: thingOf,
  fold: (row: Remembering<null> | null, event, thing) => {
    if (row !== null) return row;
    const { webhookId, reason, count } = event.data;
    const detail = `${webhookId ?? 'a webhook without an id'}: ${reason}, ${count}`;
    return opened({ ...newIncident('delivery_refused', thing, event, null), detail }, later(event, 0));
  },
});

/** What each type of incident that is not about a payment follows from. */
export const RULES: readonly Rule[] = [
  parked,
  collectedTwice,
  refundedAndChargedBack,
  unexplainedPayout,
  unexplainedItem,
  alsoCollectedElsewhere,
  ...resourceIncidents,
  deliveryRefused,
];
