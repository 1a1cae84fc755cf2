import fc from 'fast-check';
import { happened, issued, recorded, stateAfter } from '../../../test/support/decider';
import {
  adopted,
  AMOUNT,
  appendsOf,
  type Arrival,
  arrivalsOf,
  bound,
  booksOf,
  commandsFor,
  day,
  factsAfter,
  identify,
  type Log,
  nextSteps,
  ORDER,
  paymentOnAccount,
  requested,
  postedIn,
  type Walk,
  walkFrom,
  walkOn,
} from '../../../test/support/payment-worlds';
import { type Entry } from '../accounting/document';
import { opposite } from '../accounting/posting-rules';
import { type LineShare } from '../sales-orders/events';
import { isRefusal } from '../shared/decider';
import { sum } from '../shared/money';
import { amountRefunded } from './required-documents';
import { paymentFlags, paymentMessage, paymentStatus, scheduledPaymentFlags } from './flags-table';
import { attemptOutcome, countsTowardsTotal, lifecycleOf } from './lifecycle';
import { type PaymentCommand, paymentDecider, type PaymentState } from './payment';

const SEED = Number(process.env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

interface History {
  readonly beginning: Log;
  readonly shares: readonly LineShare[];
  readonly walk: Walk;
  readonly arrivals: readonly Arrival[];
  readonly instants: readonly string[];
  readonly booksFrom: string;
}

/** All that must be the same however the facts arrived. */
function endOf(log: Log) {
  const facts = factsAfter(log);
  const lifecycle = lifecycleOf(facts);
  const { phase, moneyStands, payoutId } = lifecycle;
  return {
    status: paymentStatus(phase),
    scheduledPayment: scheduledPaymentFlags(phase),
    payment: paymentFlags(phase),
    message: paymentMessage(phase, facts),
    moneyStands,
    payoutId,
    countsTowardsTotal: countsTowardsTotal(facts, lifecycle),
    attempt: attemptOutcome(facts, lifecycle),
    amountRefunded: amountRefunded(facts),
    books: booksOf(log),
  };
}

function entriesOf(log: Log): readonly Entry[] {
  return log.flatMap((event) =>
    event.type === 'DocumentPosted' || event.type === 'CorrectionPosted' ? event.data.entries : [],
  );
}

function balanceOf(entries: readonly Entry[]): number {
  return sum(entries.map(({ debit, credit }) => debit - credit));
}

/** Runs the commands and checks, after each append, what always holds. */
function booked(beginning: Log, commands: readonly PaymentCommand[]): Log {
  let log = beginning;
  for (const append of appendsOf(beginning, commands)) {
    for (const event of append) if (balanceOf(entriesOf([event])) !== 0) throw new Error(`Unbalanced: ${event.type}`);
    log = [...log, ...append];
    const kinds = postedIn(log).map(({ data }) => data.kind);
    const receipts = kinds.filter((kind) => kind === 'receipt').length;
    const reversals = kinds.filter((kind) => kind === 'reversal').length;
    if (receipts - reversals !== 0 && receipts - reversals !== 1) throw new Error(`${receipts} − ${reversals}`);
  }
  expectCorrectionsToMirror(log);
  expect(stateAfter(paymentDecider, log).posted).toStrictEqual(postedIn(log).map(({ data }) => data));
  return log;
}

function expectCorrectionsToMirror(log: Log): void {
  const open = new Map<string, { entries: readonly Entry[]; effectiveAt: string }>();
  for (const event of log) {
    if (event.type === 'DocumentPosted') {
      expect(open.has(event.data.documentId)).toBe(false);
      open.set(event.data.documentId, { entries: event.data.entries, effectiveAt: event.effectiveAt });
    }
    if (event.type === 'CorrectionPosted') {
      const { entries, correctsId } = event.data;
      expect(open.get(correctsId)).toStrictEqual({ entries: opposite(entries), effectiveAt: event.effectiveAt });
      open.delete(correctsId);
    }
  }
}

/** What stands as received for each order line: receipts less reversals. */
function receiptedPerLine(log: Log): readonly number[] {
  const received = new Map<number, number>();
  for (const { data } of postedIn(log)) {
    const sign = data.kind === 'receipt' ? 1 : data.kind === 'reversal' ? -1 : 0;
    for (const { orderLine, amount } of data.lines) {
      if (orderLine !== null) received.set(orderLine, (received.get(orderLine) ?? 0) + sign * amount);
    }
  }
  return [...received.values()];
}

/** The balance of clearing that GoCardless's own count of the money gives, from `booksFrom` on. */
function clearingBy({ walk, instants, booksFrom }: History): number {
  const paidOut = walk.steps.some(({ action }) => action === 'paid_out');
  return sum(walk.money.filter((_, index) => paidOut && (instants[index] ?? '') >= booksFrom));
}

const BEGINNINGS = ['order', 'account', 'customer', 'nobody', 'identified'] as const;

/** Shares that add up to the payment, some of nothing, some untaxed, some with an account of their own. */
const someShares: fc.Arbitrary<readonly LineShare[]> = fc
  .array(fc.record({ cut: fc.nat(AMOUNT), taxed: fc.integer({ min: 0, max: 30 }), own: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((lines) => {
    const cuts = [0, ...lines.map(({ cut }) => cut).sort((a, b) => a - b)];
    cuts[cuts.length - 1] = AMOUNT;
    return lines.map(({ taxed, own }, line) => {
      const amount = (cuts[line + 1] ?? 0) - (cuts[line] ?? 0);
      const tax = Math.round((amount * taxed) / (100 + taxed));
      return { line, taxRate: String(taxed), amount, tax, incomeAccount: own ? `41${line}0` : null };
    });
  });

function beginningOf(kind: (typeof BEGINNINGS)[number], shares: readonly LineShare[]): Log {
  switch (kind) {
    case 'order':
      return [...requested(ORDER, shares), ...bound()];
    case 'account':
      return paymentOnAccount;
    case 'customer':
      return adopted('cus_1');
    case 'nobody':
    case 'identified':
      return adopted(null);
  }
}

/** Legal histories of up to 9 facts, from several beginnings, some with facts of one instant, with books that begin anywhere. */
const someHistory: fc.Arbitrary<History> = fc
  .record({
    kind: fc.constantFrom(...BEGINNINGS),
    shares: someShares,
    start: fc.constantFrom('pending_customer_approval', 'pending_submission', 'submitted', 'confirmed', 'confirmed'),
    created: fc.boolean(),
    choices: fc.array(fc.record({ choice: fc.nat(59), gap: fc.constantFrom(0, 1, 1, 2), refund: fc.nat(AMOUNT - 1) }), {
      minLength: 1,
      maxLength: 8,
    }),
    collide: fc.boolean(),
    salt: fc.nat(10),
    booksAt: fc.nat(9),
    booksOff: fc.constantFrom(-1, 0, 1),
  })
  .map(({ kind, shares, start, created, choices, collide, salt, booksAt, booksOff }) => {
    let walk = walkFrom(start);
    if (created) walk = walkOn(walk, { action: 'created' });
    const hours = created ? [0] : [];
    for (const { choice, gap, refund } of choices) {
      const steps = nextSteps(walk, refund + 1);
      const step = steps[choice % steps.length];
      if (step === undefined) break;
      walk = walkOn(walk, step);
      hours.push((hours.at(-1) ?? 0) + (collide ? gap : gap + 1));
    }
    const instants = hours.map((hour) => day(2, 2 * hour));
    const arrivals = arrivalsOf(walk.steps, instants, salt);
    return {
      beginning: beginningOf(kind, shares),
      shares: kind === 'order' ? shares : [],
      walk,
      arrivals: kind === 'identified' ? [...arrivals, identify('cus_7')] : arrivals,
      instants,
      booksFrom: day(2, 2 * (hours[booksAt % (hours.length + 1)] ?? -2) + booksOff),
    };
  });

interface Delivery {
  readonly arrivals: readonly Arrival[];
  readonly cuts: number;
  /** Whether the waiting for a signature was read in time; after its answer GoCardless no longer says it. */
  readonly approvalRead: boolean;
}

const anyDelivery = ({ arrivals }: History): fc.Arbitrary<Delivery> =>
  fc.record({
    arrivals: fc.subarray([...arrivals]).chain((repeats) => {
      const all = [...arrivals, ...repeats];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    }),
    cuts: fc.nat(2 ** 18),
    approvalRead: fc.boolean(),
  });

const approvalRead = happened('PaymentApprovalPending', {}, { effectiveAt: day(1), causationId: 'bind' });

function beginningWith({ beginning, walk }: History, read: boolean): Log {
  const [first] = walk.steps.filter(({ action }) => action !== 'created');
  const answered = first?.action.startsWith('customer_approval_') === true;
  const waits = answered ? read : walk.status === 'pending_customer_approval';
  return waits ? [...beginning, approvalRead] : beginning;
}

describe(`the end does not depend on delivery (PROPERTY_SEED=${SEED})`, () => {
  test('duplicated, reordered, split and delayed deliveries give the same books, to the penny and to the flag', () => {
    fc.assert(
      fc.property(
        someHistory.chain((history) =>
          fc.tuple(fc.constant(history), fc.array(anyDelivery(history), { minLength: 3, maxLength: 5 })),
        ),
        ([history, deliveries]) => {
          const { arrivals, booksFrom } = history;
          const expected = endOf(booked(beginningWith(history, true), commandsFor(arrivals, booksFrom)));
          for (const delivery of deliveries) {
            const cuts = (index: number) => (delivery.cuts >> index) % 2 === 1;
            const commands = commandsFor(delivery.arrivals, booksFrom, cuts);
            const log = booked(beginningWith(history, delivery.approvalRead), commands);
            expect(endOf(log)).toStrictEqual(expected);
          }
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  test('the money is what GoCardless itself counts, and order lines carry their shares while it stands', () => {
    fc.assert(
      fc.property(
        someHistory.filter(({ instants }) => new Set(instants).size === instants.length),
        (history) => {
          const { beginning, walk, arrivals, instants, booksFrom, shares } = history;
          const log = booked(beginning, commandsFor(arrivals, booksFrom));
          expect(balanceOf(entriesOf(log).filter(({ account }) => account === '1100'))).toBe(clearingBy(history));
          expect(endOf(log)).toMatchObject({ moneyStands: walk.stands });
          const paidOutAt = instants[walk.steps.findLastIndex(({ action }) => action === 'paid_out')] ?? '';
          // A run is one paid-out with all that follows; a paid-out while money stands begins none.
          const runs = instants.filter(
            (_, index) => walk.steps[index]?.action === 'paid_out' && walk.money[index] !== 0,
          );
          const receipted = walk.stands && (runs.at(-1) ?? paidOutAt) >= booksFrom;
          const received = receiptedPerLine(log).filter((amount) => amount !== 0);
          expect(received).toStrictEqual(
            receipted ? shares.map(({ amount }) => amount).filter((amount) => amount !== 0) : [],
          );
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

/** Facts that post nothing and change no status: one of them in a history shows as much as many. */
const IDLE = ['surcharge_fee_debited', 'late_failure_settled', 'chargeback_settled'];

/** Every walk of up to `length` steps, from a status on. */
function walksOf(length: number, walk: Walk): readonly Walk[] {
  if (length === 0) return [];
  const idled = walk.steps.some(({ action }) => IDLE.includes(action));
  return nextSteps(walk, 5000)
    .filter(({ action }) => !idled || !IDLE.includes(action))
    .flatMap((step) => {
      const longer = walkOn(walk, step);
      return [longer, ...walksOf(length - 1, longer)];
    });
}

/** Visits the log of every order of the commands; orders that begin alike share that part. */
function everyOrder(
  commands: readonly PaymentCommand[],
  log: Log,
  state: PaymentState,
  visit: (log: Log) => void,
): void {
  if (commands.length === 0) visit(log);
  commands.forEach((command, index) => {
    const outcome = paymentDecider.decide(issued(command), state);
    if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.code}`);
    const append = recorded(outcome);
    const others = [...commands.slice(0, index), ...commands.slice(index + 1)];
    everyOrder(others, [...log, ...append], append.reduce(paymentDecider.evolve, state), visit);
  });
}

describe('every order of every short history', () => {
  const factorial = (length: number): number => (length === 0 ? 1 : length * factorial(length - 1));

  test.each([
    { start: 'pending_customer_approval', when: 'at instants of their own', days: [3, 4, 5, 6, 7] },
    { start: 'pending_customer_approval', when: 'at one instant', days: [5, 5, 5, 5, 5] },
    { start: 'submitted', when: 'at instants of their own', days: [3, 4, 5, 6, 7] },
    { start: 'submitted', when: 'in two instants', days: [4, 4, 4, 6, 6] },
    { start: 'confirmed', when: 'at instants of their own', days: [3, 4, 5, 6, 7] },
    { start: 'confirmed', when: 'at one instant', days: [5, 5, 5, 5] },
  ])('from $start on, up to $days.length facts $when', ({ start, days }) => {
    const instants = days.map((one) => day(one));
    const state = stateAfter(paymentDecider, paymentOnAccount);
    walksOf(days.length, walkFrom(start)).forEach((walk, index) => {
      // Books that begin before the facts, and books that begin among them.
      const commands = commandsFor(arrivalsOf(walk.steps, instants, 3), index % 2 === 0 ? day(1) : day(5));
      const expected = endOf(booked(paymentOnAccount, commands));
      const asText = JSON.stringify(expected);
      let orders = 0;
      everyOrder(commands, paymentOnAccount, state, (log) => {
        orders += 1;
        const end = endOf(log);
        // Text is compared first because it is quicker, and there are many.
        if (JSON.stringify(end) !== asText) expect(end).toStrictEqual(expected);
      });
      expect(orders).toBe(factorial(walk.steps.length));
    });
  });
});
