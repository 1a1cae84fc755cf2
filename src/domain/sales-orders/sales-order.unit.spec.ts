import * as fc from 'fast-check';
import { type Asked, given, happened, issued, recorded, stateAfter } from '../../../test/support/decider';
import { type Happened } from '../shared/event';
import { derivedId } from '../shared/identity';
import { type RefusalCode } from '../shared/refusal-code';
import { sum } from '../shared/money';
import { type ChangeInstalments, type InstalmentChange } from './change-instalments';
import { type SalesOrderEvent } from '../event-groups';
import { type OrderedLine, type PlaceSalesOrder, type Plan } from './place-sales-order';
import { attemptPaymentId, type CancelInstalment, type ReleaseInstalment } from './release-instalment';
import { type AttemptOutcomes, type PlacedSalesOrder, planTotal } from './sales-order';
import { salesOrderDecider } from './sales-order-decider';

const at = '2026-01-05T09:00:00.000Z';
const today = '2026-01-05';
const membership: OrderedLine = { item: 'Membership', quantity: 1, unitAmount: 24000, taxRate: '20' };
const locker: OrderedLine = { item: 'Locker', quantity: 12, unitAmount: 1000, incomeAccount: '4010' };
const threeMonths: Plan = { count: 3, firstDueDate: '2026-01-31', interval: 'month' };
const [first, second, third] = [scheduledId(0), scheduledId(1), scheduledId(2)];

const place: Asked<PlaceSalesOrder> = {
  type: 'PlaceSalesOrder',
  salesOrderId: 'so_1',
  connectionId: 'con_1',
  customerId: 'cus_1',
  currency: 'GBP',
  lines: [membership, locker],
  plan: threeMonths,
  today,
  at,
  causationId: 'place',
};

describe('placing an order', () => {
  it('decides the plan with the share and tax of every instalment', () => {
    given(salesOrderDecider, [])
      .when(place)
      .then([
        happened(
          'SalesOrderPlaced',
          {
            salesOrderId: 'so_1',
            connectionId: 'con_1',
            customerId: 'cus_1',
            reference: null,
            currency: 'GBP',
            lines: [
              {
                ...membership,
                quantity: '1',
                discount: 0,
                taxRate: '20',
                incomeAccount: null,
                amount: 24000,
                tax: 4000,
              },
              { ...locker, quantity: '12', discount: 0, taxRate: '0', incomeAccount: '4010', amount: 12000, tax: 0 },
            ],
            instalments: [
              instalment(0, '2026-01-31', 12000, [8000, 1333], [4000, 0]),
              instalment(1, '2026-02-28', 12000, [8000, 1334], [4000, 0]),
              instalment(2, '2026-03-31', 12000, [8000, 1333], [4000, 0]),
            ],
          },
          { effectiveAt: at, causationId: 'place' },
        ),
      ]);
  });

  it('lets the last of equal instalments take the rest', () => {
    expect(amounts(placed({ lines: [{ ...locker, quantity: 1 }] }))).toStrictEqual([333, 333, 334]);
  });

  it('takes instalments as they are given, also two on one day, with a mandate for all', () => {
    const plan = {
      instalments: [
        { dueDate: '2026-02-01', amount: 30000 },
        { dueDate: '2026-02-01', amount: 6000 },
      ],
    };
    const order = stateOf([placed({ plan, mandateId: 'MD1' })]);
    expect(order.instalments.map(({ dueDate, amount, mandateId }) => ({ dueDate, amount, mandateId }))).toStrictEqual([
      { dueDate: '2026-02-01', amount: 30000, mandateId: 'MD1' },
      { dueDate: '2026-02-01', amount: 6000, mandateId: 'MD1' },
    ]);
    expect(planTotal(order)).toBe(36000);
  });

  it('allows a line of amount 0', () => {
    const free = { ...locker, unitAmount: 0 };
    expect(amounts(placed({ lines: [membership, free] }))).toStrictEqual([8000, 8000, 8000]);
  });

  it('names the order and whose it is in the metadata of its events', () => {
    expect(salesOrderDecider.references(stateOf([placed()]), 'so_1')).toStrictEqual({
      connectionId: 'con_1',
      customerId: 'cus_1',
      salesOrderId: 'so_1',
    });
  });

  it('is done once, however often the command comes', () => {
    given(salesOrderDecider, [placed()]).when(place).then([]);
    given(salesOrderDecider, [placed()])
      .when({ ...place, causationId: 'another' })
      .thenRefused('already_exists');
  });

  it.each<[RefusalCode, string | undefined, Partial<PlaceSalesOrder>]>([
    ['validation_failed', 'currency', { currency: 'JPY' }],
    ['validation_failed', 'lines', { lines: [] }],
    ['validation_failed', 'lines', { lines: Array.from({ length: 101 }, () => membership) }],
    [
      'validation_failed',
      'lines',
      { lines: [0, 1].map(() => ({ ...membership, unitAmount: Number.MAX_SAFE_INTEGER })) },
    ],
    ['validation_failed', 'lines.1.item', { lines: [membership, { ...locker, item: ' ' }] }],
    ['validation_failed', 'lines.1.quantity', { lines: [membership, { ...locker, quantity: 0 }] }],
    ['validation_failed', 'lines.1.quantity', { lines: [membership, { ...locker, quantity: 1.5 }] }],
    ['validation_failed', 'lines.1.quantity', { lines: [membership, { ...locker, quantity: '1.00001' }] }],
    ['validation_failed', 'lines.1.quantity', { lines: [membership, { ...locker, quantity: '0.0' }] }],
    ['validation_failed', 'lines.0.discount.amount', { lines: [{ ...membership, discount: { amount: -1 } }] }],
    ['validation_failed', 'lines.0.discount', { lines: [{ ...membership, discount: { amount: 24_001 } }] }],
    [
      'validation_failed',
      'lines.0.discount.percentage',
      { lines: [{ ...membership, discount: { percentage: '100.1' } }] },
    ],
    [
      'validation_failed',
      'lines.0.discount.percentage',
      { lines: [{ ...membership, discount: { percentage: '5%' } }] },
    ],
    ['validation_failed', 'lines.0.unitAmount', { lines: [{ ...membership, unitAmount: -1 }] }],
    ['validation_failed', 'lines.0.unitAmount', { lines: [{ ...membership, unitAmount: 10.5 }] }],
    ['validation_failed', 'lines.0.unitAmount', { lines: [{ ...locker, unitAmount: Number.MAX_SAFE_INTEGER }] }],
    ['validation_failed', 'lines.0.taxRate', { lines: [{ ...membership, taxRate: '20%' }] }],
    ['validation_failed', 'lines.0.incomeAccount', { lines: [{ ...membership, incomeAccount: '' }] }],
    ['validation_failed', 'plan.count', { plan: { ...threeMonths, count: 0 } }],
    ['validation_failed', 'plan.count', { plan: { ...threeMonths, count: 501 } }],
    ['validation_failed', 'plan.firstDueDate', { plan: { ...threeMonths, firstDueDate: '2026-02-30' } }],
    ['validation_failed', 'plan.firstDueDate', { plan: { count: 2, firstDueDate: '9999-12-31', interval: 'week' } }],
    ['validation_failed', 'plan.instalments', { plan: { instalments: [] } }],
    [
      'validation_failed',
      'plan.instalments.0.dueDate',
      { plan: { instalments: [{ dueDate: 'soon', amount: 36000 }] } },
    ],
    [
      'validation_failed',
      'plan.instalments.0.amount',
      { plan: { instalments: [{ dueDate: '2026-02-01', amount: 0 }] } },
    ],
    [
      'validation_failed',
      'plan',
      { lines: Array.from({ length: 51 }, () => membership), plan: { ...threeMonths, count: 100 } },
    ],
    ['plan_does_not_add_up', 'plan.count', { lines: [{ ...locker, quantity: 1, unitAmount: 2 }] }],
    ['plan_does_not_add_up', 'plan.instalments', { plan: { instalments: [{ dueDate: '2026-02-01', amount: 35999 }] } }],
    ['due_date_too_early', 'plan.firstDueDate', { plan: { ...threeMonths, firstDueDate: '2026-01-11' } }],
    ['due_date_too_early', 'plan.firstDueDate', { plan: { ...threeMonths, firstDueDate: '2025-12-31' } }],
    [
      'due_date_too_early',
      'plan.instalments.1.dueDate',
      {
        plan: {
          instalments: [
            { dueDate: '2026-02-01', amount: 18000 },
            { dueDate: '2026-01-11', amount: 18000 },
          ],
        },
      },
    ],
  ])('is refused as %s at %s', (code, field, wrong) => {
    given(salesOrderDecider, [])
      .when({ ...place, ...wrong })
      .thenRefused(code, field);
  });

  it('accepts a first payment exactly 7 days ahead', () => {
    expect(amounts(placed({ plan: { ...threeMonths, firstDueDate: '2026-01-12' } }))).toHaveLength(3);
  });
});

describe('releasing an instalment', () => {
  it('fixes attempt, amount, mandate, date and shares, and derives the payment from instalment and attempt', () => {
    given(salesOrderDecider, [placed()])
      .when(release(first, {}, 'go'))
      .then([
        happened(
          'InstalmentReleased',
          {
            scheduledPaymentId: first,
            paymentId: derivedId('pay', first, 1),
            attempt: 1,
            amount: 12000,
            currency: 'GBP',
            mandateId: 'MD1',
            chargeDate: '2026-02-02',
            description: 'Membership, Locker',
            shares: instalment(0, '2026-01-31', 12000, [8000, 1333], [4000, 0]).shares,
          },
          { effectiveAt: at, causationId: 'go' },
        ),
      ]);
  });

  it('happens once: again with the same command nothing, with another one it is sent already', () => {
    const history = [placed(), released(first)];
    given(salesOrderDecider, history)
      .when(release(first, {}, 'release-1'))
      .then([]);
    given(salesOrderDecider, history).when(release(first)).thenRefused('already_submitted');
    given(salesOrderDecider, history)
      .when(release(first, { [attemptPaymentId(first, 1)]: 'open' }))
      .thenRefused('already_submitted');
  });

  it.each(['ended', 'rejected'] as const)('is a new attempt with a new payment once the last one is %s', (outcome) => {
    const history = [placed(), released(first)];
    const command = release(first, { [attemptPaymentId(first, 1)]: outcome }, 'again');
    const [event] = given(salesOrderDecider, history).when(command).events();
    expect(event?.data).toMatchObject({ attempt: 2, paymentId: derivedId('pay', first, 2) });
  });

  it('never goes by the end of an older attempt than the latest', () => {
    given(salesOrderDecider, [placed(), released(first), released(first, 2)])
      .when(release(first, { [attemptPaymentId(first, 1)]: 'ended' }))
      .thenRefused('already_submitted');
  });

  it('is refused for a cancelled, an unknown or an undated one', () => {
    given(salesOrderDecider, [placed(), cancelled(first)])
      .when(release(first))
      .thenRefused('instalment_cancelled');
    given(salesOrderDecider, [placed()]).when(release('sp_unknown')).thenRefused('not_found');
    given(salesOrderDecider, []).when(release(first)).thenRefused('not_found');
    given(salesOrderDecider, [placed()])
      .when({ ...release(first), chargeDate: '2026-02-30' })
      .thenRefused('validation_failed', 'chargeDate');
  });
});

describe('cancelling an instalment', () => {
  it('is recorded once', () => {
    const once = [
      happened('InstalmentCancelled', { scheduledPaymentId: second }, { effectiveAt: at, causationId: 'c' }),
    ];
    given(salesOrderDecider, [placed()]).when(cancel(second)).then(once);
    given(salesOrderDecider, [placed(), cancelled(second)])
      .when(cancel(second))
      .then([]);
  });

  it.each([{}, { [attemptPaymentId(first, 1)]: 'open' as const }, { [attemptPaymentId(first, 1)]: 'ended' as const }])(
    'comes too late after the release: %j',
    (attempts) => {
      given(salesOrderDecider, [placed(), released(first)])
        .when(cancel(first, attempts))
        .thenRefused('cancellation_too_late');
    },
  );

  it('is allowed again after a rejection', () => {
    const rejected = { [attemptPaymentId(first, 1)]: 'rejected' as const };
    expect(
      given(salesOrderDecider, [placed(), released(first)])
        .when(cancel(first, rejected))
        .events(),
    ).toHaveLength(1);
  });

  it('keeps the instalment in the plan', () => {
    expect(planTotal(stateOf([placed(), cancelled(second)]))).toBe(36000);
  });

  it('is refused for one that is not in the plan', () => {
    given(salesOrderDecider, [placed()]).when(cancel('sp_unknown')).thenRefused('not_found');
  });
});

describe('changing instalments', () => {
  it('moves the difference to the last unsent one, and records all whose shares the new walk moved', () => {
    given(salesOrderDecider, [placed()])
      .when(change([{ scheduledPaymentId: first, amount: 6000 }]))
      .then([
        happened(
          'InstalmentsChanged',
          {
            instalments: [
              instalment(0, '2026-01-31', 6000, [4000, 667], [2000, 0]),
              instalment(1, '2026-02-28', 12000, [8000, 1333], [4000, 0]), // a unit of tax less than before
              instalment(2, '2026-03-31', 18000, [12000, 2000], [6000, 0]),
            ],
          },
          { effectiveAt: at, causationId: 'change' },
        ),
      ]);
  });

  it('takes the last unsent one whose amount was not named', () => {
    const changes = [{ scheduledPaymentId: third, amount: 1000 }];
    expect(amountsAfter([placed()], change(changes))).toStrictEqual([12000, 23000, 1000]);
  });

  it('finds the last one by the due dates after the change', () => {
    const changes = [
      { scheduledPaymentId: second, dueDate: '2026-12-01' },
      { scheduledPaymentId: first, amount: 11000 },
    ];
    expect(amountsAfter([placed()], change(changes))).toStrictEqual([11000, 13000, 12000]);
  });

  it('judges many changes as a whole', () => {
    const swap = [
      { scheduledPaymentId: first, amount: 1 },
      { scheduledPaymentId: second, amount: 11999 },
      { scheduledPaymentId: third, amount: 24000 },
    ];
    expect(amountsAfter([placed()], change(swap))).toStrictEqual([1, 11999, 24000]);
    given(salesOrderDecider, [placed()])
      .when(change(swap.map((each) => ({ ...each, amount: each.amount + 1 }))))
      .thenRefused('plan_does_not_add_up');
  });

  it('is refused when nothing positive would be left for the last one', () => {
    given(salesOrderDecider, [placed()])
      .when(change([{ scheduledPaymentId: first, amount: 24000 }]))
      .thenRefused('plan_does_not_add_up');
    given(salesOrderDecider, [placed(), released(second), cancelled(third)])
      .when(change([{ scheduledPaymentId: first, amount: 11000 }]))
      .thenRefused('plan_does_not_add_up');
  });

  it('leaves what is sent or cancelled as it is', () => {
    const history = [placed(), released(first), cancelled(second)];
    const attempts = { [attemptPaymentId(first, 1)]: 'ended' as const };
    given(salesOrderDecider, history)
      .when(change([{ scheduledPaymentId: first, amount: 1 }], attempts))
      .thenRefused('already_submitted');
    given(salesOrderDecider, history)
      .when(change([{ scheduledPaymentId: second, amount: 1 }]))
      .thenRefused('instalment_cancelled');
    given(salesOrderDecider, history)
      .when(change([{ scheduledPaymentId: 'sp_unknown', amount: 1 }]))
      .thenRefused('not_found');
  });

  it('is allowed again after a rejection', () => {
    const attempts = { [attemptPaymentId(first, 1)]: 'rejected' as const };
    const command = change([{ scheduledPaymentId: first, amount: 11000 }], attempts);
    expect(amountsAfter([placed(), released(first)], command)).toStrictEqual([11000, 12000, 13000]);
  });

  it('records a mandate or due date alone, and nothing when nothing changes', () => {
    given(salesOrderDecider, [placed()])
      .when(change([{ scheduledPaymentId: second, mandateId: 'MD2', dueDate: '2026-03-01' }]))
      .then([
        happened(
          'InstalmentsChanged',
          { instalments: [{ ...instalment(1, '2026-03-01', 12000, [8000, 1334], [4000, 0]), mandateId: 'MD2' }] },
          { effectiveAt: at, causationId: 'change' },
        ),
      ]);
    given(salesOrderDecider, [placed()])
      .when(change([{ scheduledPaymentId: second, amount: 12000, dueDate: '2026-02-28', mandateId: null }]))
      .then([]);
  });

  it('sees no change in shares whose fields were stored in another order', () => {
    const order = placed();
    if (order.type !== 'SalesOrderPlaced') throw new Error('not placed');
    const instalments = order.data.instalments.map((each) => ({
      ...each,
      shares: each.shares.map(({ line, taxRate, amount, tax, incomeAccount }) => ({
        amount,
        incomeAccount,
        line,
        tax,
        taxRate,
      })),
    }));
    const stored = { ...order, data: { ...order.data, instalments } };
    const [event] = given(salesOrderDecider, [stored])
      .when(change([{ scheduledPaymentId: second, dueDate: '2026-03-01' }]))
      .events();
    expect(
      event?.type === 'InstalmentsChanged' && event.data.instalments.map((one) => one.scheduledPaymentId),
    ).toStrictEqual([second]);
  });

  it('refuses a due date in the past, and a first payment without its notice', () => {
    const early = (scheduledPaymentId: string, dueDate: string) => change([{ scheduledPaymentId, dueDate }]);
    given(salesOrderDecider, [placed()]).when(early(first, '2026-01-11')).thenRefused('due_date_too_early', 'dueDate');
    given(salesOrderDecider, [placed()]).when(early(third, '2026-01-11')).thenRefused('due_date_too_early', 'dueDate');
    const sent = [placed(), released(first)];
    given(salesOrderDecider, sent).when(early(second, '2026-01-04')).thenRefused('due_date_too_early', 'dueDate');
    expect(given(salesOrderDecider, sent).when(early(second, '2026-01-06')).events()).toHaveLength(1);
  });

  it.each<[string, InstalmentChange[]]>([
    ['amount', [{ scheduledPaymentId: first, amount: 0 }]],
    ['amount', [{ scheduledPaymentId: first, amount: 1.5 }]],
    ['dueDate', [{ scheduledPaymentId: first, dueDate: '2026-02-30' }]],
  ])('refuses a wrong %s', (field, changes) => {
    given(salesOrderDecider, [placed()]).when(change(changes)).thenRefused('validation_failed', field);
  });

  it('refuses one instalment twice', () => {
    const twice = [1, 2].map((amount) => ({ scheduledPaymentId: first, amount }));
    given(salesOrderDecider, [placed()]).when(change(twice)).thenRefused('validation_failed');
  });

  it('keeps every line at its amount and tax, whatever is sent, cancelled and changed', () => {
    const step = fc.record({
      act: fc.constantFrom('release', 'cancel', 'amount', 'date'),
      which: fc.nat({ max: 5 }),
      value: fc.integer({ min: 1, max: 12000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const plan: Plan = { ...threeMonths, count: 6 };
        const history = steps.reduce<Happened<SalesOrderEvent>[]>(
          (events, { act, which, value }, index) => {
            const outcome = salesOrderDecider.decide(
              issued(stepCommand(act, scheduledId(which), value, `step-${index}`)),
              stateAfter(salesOrderDecider, events),
            );
            return 'refused' in outcome ? events : [...events, ...recorded(outcome)];
          },
          [placed({ plan })],
        );
        const order = stateOf(history);
        expect(planTotal(order)).toBe(36000);
        order.lines.forEach((line, index) => {
          const shares = order.instalments.map((one) => one.shares[index]);
          expect(sum(shares.map((share) => share?.amount ?? 0))).toBe(line.amount);
          expect(sum(shares.map((share) => share?.tax ?? 0))).toBe(line.tax);
        });
        for (const one of order.instalments) expect(sum(one.shares.map(({ amount }) => amount))).toBe(one.amount);
      }),
    );
  });
});

function stepCommand(act: 'release' | 'cancel' | 'amount' | 'date', id: string, value: number, causationId: string) {
  switch (act) {
    case 'release':
      return release(id, {}, causationId);
    case 'cancel':
      return { ...cancel(id), causationId };
    case 'amount':
      return { ...change([{ scheduledPaymentId: id, amount: value }]), causationId };
    case 'date':
      return { ...change([{ scheduledPaymentId: id, dueDate: `2026-0${1 + (value % 9)}-28` }]), causationId };
  }
}

function scheduledId(index: number): string {
  return derivedId('sp', 'so_1', index);
}

/** `membership` and `locker` are what the instalment takes of the two lines: amount and tax. */
function instalment(
  index: number,
  dueDate: string,
  amount: number,
  membershipShare: readonly [number, number],
  lockerShare: readonly [number, number],
) {
  return {
    scheduledPaymentId: scheduledId(index),
    dueDate,
    amount,
    shares: [
      { line: 0, taxRate: '20', amount: membershipShare[0], tax: membershipShare[1], incomeAccount: null },
      { line: 1, taxRate: '0', amount: lockerShare[0], tax: lockerShare[1], incomeAccount: '4010' },
    ],
    mandateId: null,
  };
}

function placed(differently: Partial<PlaceSalesOrder> = {}): Happened<SalesOrderEvent> {
  const [event] = recorded(
    given(salesOrderDecider, [])
      .when({ ...place, ...differently })
      .events(),
  );
  if (event === undefined) throw new Error('nothing was placed');
  return event;
}

function released(scheduledPaymentId: string, attempt = 1): Happened<SalesOrderEvent> {
  return happened(
    'InstalmentReleased',
    {
      scheduledPaymentId,
      paymentId: attemptPaymentId(scheduledPaymentId, attempt),
      attempt,
      amount: 12000,
      currency: 'GBP',
      mandateId: 'MD1',
      chargeDate: '2026-02-02',
      description: 'Membership, Locker',
      shares: [],
    },
    { causationId: `release-${attempt}` },
  );
}

function cancelled(scheduledPaymentId: string): Happened<SalesOrderEvent> {
  return happened('InstalmentCancelled', { scheduledPaymentId }, { causationId: 'cancelled' });
}

function release(
  scheduledPaymentId: string,
  attempts: AttemptOutcomes = {},
  causationId = 'release',
): Asked<ReleaseInstalment> {
  const chargeDate = '2026-02-02';
  return { type: 'ReleaseInstalment', scheduledPaymentId, mandateId: 'MD1', chargeDate, attempts, at, causationId };
}

function cancel(scheduledPaymentId: string, attempts: AttemptOutcomes = {}): Asked<CancelInstalment> {
  return { type: 'CancelInstalment', scheduledPaymentId, attempts, at, causationId: 'c' };
}

function change(changes: readonly InstalmentChange[], attempts: AttemptOutcomes = {}): Asked<ChangeInstalments> {
  return { type: 'ChangeInstalments', changes, attempts, today, at, causationId: 'change' };
}

function stateOf(history: readonly Happened<SalesOrderEvent>[]): PlacedSalesOrder {
  const state = stateAfter(salesOrderDecider, history);
  if (state.status === 'none') throw new Error('no order');
  return state;
}

function amounts(...history: readonly Happened<SalesOrderEvent>[]): number[] {
  return stateOf(history).instalments.map(({ amount }) => amount);
}

function amountsAfter(history: readonly Happened<SalesOrderEvent>[], command: ChangeInstalments): number[] {
  return amounts(...history, ...recorded(given(salesOrderDecider, history).when(command).events()));
}
