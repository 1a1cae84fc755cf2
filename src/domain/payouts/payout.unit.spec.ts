import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { type Asked, given, happened, issued, recorded, stateAfter } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { DEFAULT_ACCOUNTS } from '../accounting/accounts';
import { requiredKey } from '../accounting/document';
import { isRefusal } from '../shared/decider';
import { type PayoutDetails, type PayoutItem } from './events';
import { ITEMS_PER_EVENT, type PayoutCommand, payoutDecider, payoutEventsWaiting, type PayoutState } from './payout';
import { payoutView } from './payout-view';

const key = { connectionId: 'con_1', payoutId: 'PO1' };
const rules = { booksFrom: '2026-01-01T00:00:00.000Z', accounts: [] };
const reason = { origin: 'gocardless', cause: 'a_cause', description: 'As GoCardless puts it.' };

const item = (type: string, amount: string): PayoutItem => ({
  type,
  amount,
  gocardlessPaymentId: 'PM1',
  refundId: null,
  taxes: [],
  priorPeriod: false,
});
const items = [item('payment_paid_out', '1000.0'), item('gocardless_fee', '-10.0')];

const sterling: PayoutDetails = {
  amount: 990,
  deductedFees: 10,
  currency: 'GBP',
  reference: null,
  arrivalDate: '2026-02-03',
  fx: null,
};
const pending: PayoutDetails = { ...sterling, fx: { currency: 'EUR', amount: null } };
const converted: PayoutDetails = { ...sterling, fx: { currency: 'EUR', amount: 1150 } };

const listItems = (changes: Partial<Asked<Extract<PayoutCommand, { type: 'ListItems' }>>> = {}) =>
  ({
    type: 'ListItems',
    ...key,
    from: 0,
    items,
    end: 'complete',
    rules,
    causationId: 'list-1',
    at: '2026-02-01T07:00:00.000Z',
    ...changes,
  }) as const;

type Said = readonly [
  action: 'paid' | 'fx_rate_confirmed' | 'tax_exchange_rates_confirmed' | 'bounced_payout',
  hour: number,
];

const event = ([action, hour]: Said, id = `EV-${action}-${hour}`) =>
  gocardlessEvent(action === 'bounced_payout' ? 'creditors' : 'payouts', action, {
    id,
    createdAt: `2026-02-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
    details: reason,
    links: { payout: 'PO1' },
  });

const observe = (details: PayoutDetails, ...said: Said[]): Asked<PayoutCommand> => ({
  type: 'ObservePayoutEvents',
  ...key,
  events: said.map((one) => event(one)),
  details,
  rules,
});

/** The state after commands that arrive one after the other. */
function after(...commands: readonly PayoutCommand[]): PayoutState {
  return commands.reduce<PayoutState>((state, command) => {
    const decided = payoutDecider.decide(issued(command), state);
    if (isRefusal(decided)) throw new Error(`Refused: ${decided.code}`);
    return recorded(decided).reduce(payoutDecider.evolve, state);
  }, payoutDecider.initial);
}

const kindsPosted = (state: PayoutState) => state.posted.map(({ kind }) => kind);

function viewOf(state: PayoutState) {
  if (state.facts === null) throw new Error('Nothing is known of the payout.');
  return payoutView(state.facts);
}

describe('listing the items of a payout', () => {
  it('keeps all of them and seals them', () => {
    const itemsSha256 = createHash('sha256')
      .update(
        '[{"amount":"1000.0","gocardlessPaymentId":"PM1","priorPeriod":false,"refundId":null,"taxes":[],"type":"payment_paid_out"},' +
          '{"amount":"-10.0","gocardlessPaymentId":"PM1","priorPeriod":false,"refundId":null,"taxes":[],"type":"gocardless_fee"}]',
      )
      .digest('hex');
    const stamp = { causationId: 'list-1', effectiveAt: '2026-02-01T07:00:00.000Z' };
    given(payoutDecider, [])
      .when(listItems())
      .then([
        happened('PayoutItemsListed', { ...key, from: 0, items }, stamp),
        happened('PayoutItemsSealed', { ...key, gone: false, count: 2, totalTenths: 9900, itemsSha256 }, stamp),
      ]);
  });

  const many = Array.from({ length: 1_100 }, (_, index) => item('payment_paid_out', `${index}.0`));

  it('cuts many into chunks', () => {
    const decided = given(payoutDecider, [])
      .when(listItems({ items: many }))
      .events();
    expect(decided.map(({ data }) => ('items' in data ? [data.from, data.items.length] : 'sealed'))).toStrictEqual([
      [0, ITEMS_PER_EVENT],
      [500, ITEMS_PER_EVENT],
      [1000, 100],
      'sealed',
    ]);
  });

  it('gives the same seal in several commands, also when the first attempt was broken off', () => {
    const state = after(
      listItems({ items: many.slice(5, 900), end: 'more_to_come', causationId: 'broken off' }),
      listItems({ items: many.slice(0, 700), end: 'more_to_come', causationId: 'page 1' }),
      listItems({ items: many.slice(700), from: 700, causationId: 'page 2' }),
    );
    expect(state.facts?.listing).toStrictEqual({ gone: false, items: many });
  });

  it('means nothing before the seal', () => {
    const state = after(listItems({ end: 'more_to_come' }), observe(sterling, ['paid', 6]));
    expect(state.posted).toStrictEqual([]);
    expect(viewOf(state).items).toBe('not_listed');
  });

  it('refuses a part whose beginning is missing', () => {
    given(payoutDecider, [])
      .when(listItems({ from: 500 }))
      .thenRefused('listing_broken_off');
  });

  it.each(['list-1', 'list-2'])('never happens again once sealed (%s)', (causationId) => {
    const again = listItems({ items: [], causationId });
    expect(payoutDecider.decide(issued(again), after(listItems()))).toStrictEqual([]);
  });

  it('records that GoCardless has forgotten them', () => {
    const state = after(listItems({ items: [], end: 'gone' }), observe(sterling, ['paid', 6]));
    expect(viewOf(state)).toMatchObject({ items: 'gone', unexplained: null, settlement: { gross: 1000, fees: 10 } });
    expect(kindsPosted(state)).toStrictEqual(['payout']);
  });
});

describe('a payout', () => {
  const bank = [
    { account: '1000', debit: 990, credit: 0, currency: 'GBP' },
    { account: '1100', debit: 0, credit: 990, currency: 'GBP' },
  ];

  it('that is paid is booked in the same append', () => {
    const decided = payoutDecider.decide(issued(observe(sterling, ['paid', 6])), after(listItems()));
    const stamp = { effectiveAt: '2026-02-01T06:00:00.000Z', causationId: 'EV-paid-6', gocardlessEventId: 'EV-paid-6' };
    expect(decided).toStrictEqual([
      { type: 'PayoutPaid', data: { ...key, ...reason, details: sterling }, ...stamp },
      {
        type: 'DocumentPosted',
        data: {
          documentId: expect.stringMatching(/^doc_/) as string,
          kind: 'payout',
          requiredAs: {
            kind: 'payout',
            gocardlessEventId: 'EV-paid-6',
            reverses: null,
            party: 'nobody',
            refundedBefore: [],
          },
          effectiveAt: stamp.effectiveAt,
          reversesId: null,
          cause: null,
          concerns: { gocardlessPaymentId: null, refundId: null },
          amount: 990,
          currency: 'GBP',
          lines: [],
          entries: [
            { account: '1000', debit: 990, credit: 0, currency: 'GBP' },
            { account: '5100', debit: 10, credit: 0, currency: 'GBP' },
            { account: '1100', debit: 0, credit: 1000, currency: 'GBP' },
          ],
          rules: 1,
        },
        ...stamp,
      },
    ]);
  });

  it('told again changes nothing', () => {
    const state = after(listItems(), observe(sterling, ['paid', 6]));
    expect(payoutDecider.decide(issued(observe(sterling, ['paid', 6], ['paid', 6])), state)).toStrictEqual([]);
  });

  it('that was paid before its items were listed is booked by the seal, with its own effective time', () => {
    const decided = payoutDecider.decide(issued(listItems()), after(observe(sterling, ['paid', 6])));
    expect(decided).toMatchObject([
      { type: 'PayoutItemsListed' },
      { type: 'PayoutItemsSealed' },
      { type: 'DocumentPosted', effectiveAt: '2026-02-01T06:00:00.000Z', causationId: 'list-1' },
    ]);
  });

  it('that bounces goes back to clearing, and is restored when it is paid again', () => {
    const state = after(listItems(), observe(sterling, ['paid', 6], ['bounced_payout', 8], ['paid', 9]));
    const [booked, bounced, restored] = state.posted;
    expect(kindsPosted(state)).toStrictEqual(['payout', 'payout_bounced', 'payout_restored']);
    expect(bounced).toMatchObject({
      reversesId: booked?.documentId,
      cause: 'a_cause',
      amount: 990,
      currency: 'GBP',
      entries: [
        { account: '1000', debit: 0, credit: 990, currency: 'GBP' },
        { account: '1100', debit: 990, credit: 0, currency: 'GBP' },
      ],
    });
    expect(restored).toMatchObject({ reversesId: bounced?.documentId, cause: null, entries: bank });
  });

  it.each<[string, Said[], string[], string, boolean]>([
    ['paid', [['paid', 6]], ['payout'], 'paid', true],
    [
      'paid twice',
      [
        ['paid', 6],
        ['paid', 7],
      ],
      ['payout'],
      'paid',
      true,
    ],
    [
      'bounced before it was paid',
      [
        ['bounced_payout', 5],
        ['paid', 6],
      ],
      ['payout'],
      'paid',
      true,
    ],
    ['only bounced', [['bounced_payout', 5]], [], 'bounced', false],
    [
      'bounced',
      [
        ['paid', 6],
        ['bounced_payout', 7],
      ],
      ['payout', 'payout_bounced'],
      'bounced',
      false,
    ],
    [
      'bounced twice',
      [
        ['paid', 6],
        ['bounced_payout', 7],
        ['bounced_payout', 8],
      ],
      ['payout', 'payout_bounced'],
      'bounced',
      false,
    ],
    [
      'bounced in the instant that it was paid',
      [
        ['bounced_payout', 6],
        ['paid', 6],
      ],
      ['payout', 'payout_bounced'],
      'bounced',
      false,
    ],
    [
      'bounced, paid and bounced again',
      [
        ['paid', 6],
        ['bounced_payout', 7],
        ['paid', 8],
        ['bounced_payout', 9],
      ],
      ['payout', 'payout_bounced', 'payout_restored', 'payout_bounced'],
      'bounced',
      false,
    ],
    [
      'taxed at a final rate',
      [
        ['paid', 6],
        ['tax_exchange_rates_confirmed', 7],
      ],
      ['payout'],
      'paid',
      true,
    ],
    ['only taxed', [['tax_exchange_rates_confirmed', 7]], [], 'pending', false],
  ])('%s', (_, said, kinds, status, atBank) => {
    const state = after(listItems(), observe(sterling, ...said));
    expect(kindsPosted(state)).toStrictEqual(kinds);
    expect(viewOf(state)).toMatchObject({ status, atBank });
  });

  it('takes back the bounce that it did not ask for once an earlier fact is known', () => {
    const state = after(
      listItems(),
      observe(sterling, ['paid', 6]),
      observe(sterling, ['bounced_payout', 8]),
      observe(sterling, ['bounced_payout', 7]),
    );
    expect(state.posted.map(({ requiredAs }) => requiredAs.gocardlessEventId)).toStrictEqual([
      'EV-paid-6',
      'EV-bounced_payout-7',
    ]);
  });

  it('bounces off the accounts that it was booked to', () => {
    const later = {
      from: '2026-02-01T07:00:00.000Z',
      accounts: { ...DEFAULT_ACCOUNTS, bank: '1001', clearing: '1101' },
    };
    const command = {
      ...observe(sterling, ['paid', 6], ['bounced_payout', 8], ['paid', 9], ['bounced_payout', 10]),
      rules: { ...rules, accounts: [later] },
    };
    const accounts = after(listItems(), command).posted.map(({ entries }) => entries.map(({ account }) => account));
    expect(accounts).toStrictEqual([
      ['1000', '5100', '1100'],
      ['1000', '1100'],
      ['1000', '1100'],
      ['1000', '1100'],
    ]);
  });

  it('of before the books begin is not booked, nor what becomes of it', () => {
    const command = {
      ...observe(sterling, ['paid', 6], ['bounced_payout', 8], ['paid', 9]),
      rules: { ...rules, booksFrom: '2026-02-01T07:00:00.000Z' },
    };
    expect(after(listItems(), command).posted).toStrictEqual([]);
  });

  it('of the very instant that the books begin is booked', () => {
    const command = { ...observe(sterling, ['paid', 6]), rules: { ...rules, booksFrom: '2026-02-01T06:00:00.000Z' } };
    expect(kindsPosted(after(listItems(), command))).toStrictEqual(['payout']);
  });

  it('ignores what is no event of a payout', () => {
    const strange = [gocardlessEvent('payouts', 'danced'), gocardlessEvent('creditors', 'updated')];
    given(payoutDecider, [])
      .when({ type: 'ObservePayoutEvents', ...key, events: strange, details: sterling, rules })
      .then([]);
  });

  it('names its connection and itself', () => {
    expect(payoutDecider.references(after(observe(sterling, ['bounced_payout', 5])), key)).toStrictEqual(key);
  });
});

describe('a converted payout', () => {
  it('is pending until its rate is confirmed, and then booked', () => {
    const told = after(listItems(), observe(pending, ['paid', 6]));
    expect(told.posted).toStrictEqual([]);
    expect(viewOf(told)).toMatchObject({ status: 'pending', atBank: false });
    const confirmed = after(listItems(), observe(pending, ['paid', 6]), observe(converted, ['fx_rate_confirmed', 7]));
    expect(confirmed.posted.map(({ kind, effectiveAt }) => [kind, effectiveAt])).toStrictEqual([
      ['payout', '2026-02-01T07:00:00.000Z'],
    ]);
    expect(viewOf(confirmed)).toMatchObject({ status: 'paid', atBank: true });
  });

  it('is not booked while nobody knows what isInScope the bank', () => {
    expect(after(listItems(), observe(pending, ['fx_rate_confirmed', 7])).posted).toStrictEqual([]);
  });

  it('bounces in the bank’s currency', () => {
    const state = after(
      listItems(),
      observe(converted, ['paid', 6], ['fx_rate_confirmed', 7], ['bounced_payout', 8], ['paid', 9]),
    );
    const leg = [
      { account: '1000', debit: 0, credit: 1150, currency: 'EUR' },
      { account: '1090', debit: 1150, credit: 0, currency: 'EUR' },
    ];
    expect(state.posted.slice(1).map(({ kind, amount, currency }) => [kind, amount, currency])).toStrictEqual([
      ['payout_bounced', 1150, 'EUR'],
      ['payout_restored', 1150, 'EUR'],
    ]);
    expect(state.posted[1]?.entries).toStrictEqual(leg);
  });

  it('that was described without its conversion first is booked anew by its rate', () => {
    const state = after(listItems(), observe(sterling, ['paid', 6]), observe(converted, ['fx_rate_confirmed', 7]));
    expect(state.posted.map(({ requiredAs }) => requiredAs.gocardlessEventId)).toStrictEqual([
      'EV-fx_rate_confirmed-7',
    ]);
  });
});

describe('the items of a payout against its amount', () => {
  it.each([
    ['990.0', null],
    ['991.0', null],
    ['991.1', '1.1'],
    ['989.0', null],
    ['988.9', '-1.1'],
    ['1490.0', '500.0'],
  ])('%s of 990 leaves unexplained: %s', (amount, unexplained) => {
    const state = after(listItems({ items: [item('payment_paid_out', amount)] }), observe(sterling, ['paid', 6]));
    expect(viewOf(state).unexplained).toBe(unexplained);
  });

  it('are not compared before the payout is described', () => {
    expect(viewOf(after(listItems()))).toMatchObject({ details: null, settlement: null, unexplained: null });
  });
});

describe('events that wait on a payout’s stream', () => {
  const parked = {
    connectionId: 'con_1',
    webhookId: null,
    deliveryStream: 'gocardlessWebhook-con_1.abc',
    deliveryIndex: 0,
    event: event(['paid', 6]),
    reason: 'payout_not_read',
  } as const;

  it('wait until their facts are recorded', () => {
    const waiting = after({ type: 'ParkEvents', parked: [parked] });
    expect(payoutEventsWaiting(waiting)).toStrictEqual([parked]);
    expect(payoutDecider.references(waiting, key)).toStrictEqual(key);
    const read = after({ type: 'ParkEvents', parked: [parked] }, listItems(), observe(sterling, ['paid', 6]));
    expect(payoutEventsWaiting(read)).toStrictEqual([]);
    expect(kindsPosted(read)).toStrictEqual(['payout']);
    expect(payoutDecider.decide(issued({ type: 'ParkEvents', parked: [parked] }), read)).toStrictEqual([]);
  });
});

it('the books of a payout do not depend on the order or repetition in which facts arrive', () => {
  const said = fc.tuple(
    fc.constantFrom(
      'paid' as const,
      'fx_rate_confirmed' as const,
      'bounced_payout' as const,
      'tax_exchange_rates_confirmed' as const,
    ),
    fc.integer({ min: 0, max: 3 }),
  );
  const cases = fc
    .record({ facts: fc.array(said, { minLength: 1, maxLength: 7 }), fx: fc.boolean(), prior: fc.boolean() })
    .chain(({ facts, fx, prior }) => {
      const books = { ...rules, booksFrom: prior ? '2026-02-01T01:00:00.000Z' : rules.booksFrom };
      const commands: Asked<PayoutCommand>[] = [
        listItems({ rules: books }),
        ...facts.map((fact, index): Asked<PayoutCommand> => {
          const details = fx ? (fact[0] === 'fx_rate_confirmed' ? converted : pending) : sterling;
          return { type: 'ObservePayoutEvents', ...key, events: [event(fact, `EV${index}`)], details, rules: books };
        }),
      ];
      return fc
        .tuple(fc.shuffledSubarray(commands, { minLength: commands.length }), fc.shuffledSubarray(commands))
        .map(([once, again]) => ({ commands, arrived: [...once, ...again] }));
    });
  const booksOf = (state: PayoutState) => ({
    view: viewOf(state),
    documents: state.posted
      .map(({ requiredAs, entries, amount, currency, cause, effectiveAt }) => ({
        key: requiredKey(requiredAs),
        entries,
        amount,
        currency,
        cause,
        effectiveAt,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
  fc.assert(
    fc.property(cases, ({ commands, arrived }) => {
      expect(booksOf(after(...arrived))).toStrictEqual(booksOf(after(...commands)));
    }),
  );
});

it('a payout of which nothing is known is not there', () => {
  expect(stateAfter(payoutDecider, []).facts).toBeNull();
  expect(payoutDecider.references(payoutDecider.initial, key)).toStrictEqual({});
});
