import * as fc from 'fast-check';
import { given, happened, issued, recorded, stateAfter } from '../../../test/support/decider';
import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { isRefusal } from '../shared/decider';
import { type Happened } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type MandateLinked, type MandateStatus } from './events';
import { type MandateEvent } from '../event-groups';
import { mandateDecider, type MandateState } from './mandate';
import { deadMark, effectiveMandate, mandateView } from './mandate-status';

const key = { connectionId: 'con_1', mandateId: 'MD1' };
const reason = { origin: 'gocardless', cause: 'a_cause', description: 'As GoCardless puts it.' };

const link = (changes: Partial<MandateLinked['data']> = {}): MandateLinked['data'] => ({
  ...key,
  customerId: 'cus_1',
  gocardlessCustomerId: 'CU1',
  scheme: 'bacs',
  status: 'active',
  reference: 'REF-1',
  bankName: 'A Bank',
  accountNumberEnding: '11',
  nextPossibleChargeDate: '2026-02-10',
  createdAt: '2026-01-02T09:00:00.000Z',
  foundBy: 'email',
  ...changes,
});

const linkCommand = (changes: Partial<MandateLinked['data']> = {}, causationId = 'link-1') =>
  ({ type: 'LinkMandate', link: link(changes), causationId, at: '2026-02-02T10:00:00.000Z' }) as const;

const unlinkCommand = (customerId: string, causationId = 'unlink-1') =>
  ({ type: 'UnlinkMandate', customerId, reason: 'moved away', causationId, at: '2026-02-03T10:00:00.000Z' }) as const;

const linked = (changes: Partial<MandateLinked['data']> = {}) =>
  happened('MandateLinked', link(changes), { causationId: 'earlier-link', effectiveAt: '2026-02-02T10:00:00.000Z' });

const unlinked = happened(
  'MandateUnlinked',
  { customerId: 'cus_1', reason: 'moved away' },
  { causationId: 'earlier-unlink', effectiveAt: '2026-02-03T10:00:00.000Z' },
);

/** GoCardless events one hour apart, in the order of the actions. */
const said = (...actions: string[]): GoCardlessEvent[] =>
  actions.map((action, hour) =>
    gocardlessEvent('mandates', action, {
      id: `EV${hour}`,
      createdAt: `2026-01-05T${String(hour).padStart(2, '0')}:00:00.000Z`,
      details: reason,
      links: action === 'replaced' ? { mandate: 'MD1', new_mandate: 'MD2' } : { mandate: 'MD1' },
    }),
  );

/** What the stream holds after events arrived one by one. */
function observedAfter(events: readonly GoCardlessEvent[], before: readonly Happened<MandateEvent>[] = []) {
  return events.reduce<MandateState>(
    (state, event) => {
      const decided = mandateDecider.decide(
        issued({ type: 'ObserveGoCardlessEvents', ...key, events: [event] }),
        state,
      );
      if (isRefusal(decided)) throw new Error('An observed fact was refused.');
      return recorded(decided).reduce(mandateDecider.evolve, state);
    },
    stateAfter(mandateDecider, before),
  );
}

describe('linking a mandate', () => {
  it('makes it usable for the customer', () => {
    given(mandateDecider, [])
      .when(linkCommand())
      .then([happened('MandateLinked', link(), { causationId: 'link-1', effectiveAt: '2026-02-02T10:00:00.000Z' })]);
  });

  it.each(['link-1', 'earlier-link'])('again to the same customer changes nothing (%s)', (causationId) => {
    given(mandateDecider, [linked()]).when(linkCommand({}, causationId)).then([]);
  });

  it('is refused while it is linked to somebody else', () => {
    given(mandateDecider, [linked()])
      .when(linkCommand({ customerId: 'cus_2' }))
      .thenRefused('mandate_linked_elsewhere');
  });

  it.each<MandateStatus>(['pending_customer_approval', 'pending_submission', 'submitted', 'active'])(
    'is possible while it is %s',
    (status) => {
      expect(given(mandateDecider, []).when(linkCommand({ status })).events()).toHaveLength(1);
    },
  );

  it.each<MandateStatus>(['suspended_by_payer', 'failed', 'cancelled', 'expired', 'consumed', 'blocked'])(
    'is refused when it is %s',
    (status) => {
      given(mandateDecider, []).when(linkCommand({ status })).thenRefused('no_usable_mandate');
    },
  );

  it('is refused when its events say that it has ended, whatever the snapshot showed', () => {
    const events = said('created', 'cancelled');
    const outcome = mandateDecider.decide(issued(linkCommand()), observedAfter(events));
    expect(outcome).toMatchObject({ refused: true, code: 'no_usable_mandate' });
  });

  it.each(['cus_1', 'cus_2'])('by itself does not undo that staff unlinked it (%s)', (customerId) => {
    given(mandateDecider, [linked(), unlinked])
      .when(linkCommand({ customerId, foundBy: 'itself' }))
      .then([]);
    expect(
      given(mandateDecider, [])
        .when(linkCommand({ customerId, foundBy: 'itself' }))
        .events(),
    ).toHaveLength(1);
  });

  it.each(['cus_1', 'cus_2'])('is possible anew after it was unlinked (%s)', (customerId) => {
    expect(given(mandateDecider, [linked(), unlinked]).when(linkCommand({ customerId })).events()).toMatchObject([
      { type: 'MandateLinked', data: { customerId } },
    ]);
  });
});

describe('unlinking a mandate', () => {
  it('takes it from the customer', () => {
    given(mandateDecider, [linked()])
      .when(unlinkCommand('cus_1'))
      .then([
        happened(
          'MandateUnlinked',
          { customerId: 'cus_1', reason: 'moved away' },
          { causationId: 'unlink-1', effectiveAt: '2026-02-03T10:00:00.000Z' },
        ),
      ]);
  });

  it('again changes nothing', () => {
    given(mandateDecider, [linked(), unlinked]).when(unlinkCommand('cus_1', 'another')).then([]);
  });

  it.each([
    ['nobody has it', []],
    ['somebody else has it', [linked({ customerId: 'cus_2' })]],
  ])('is refused when %s', (_, history) => {
    given(mandateDecider, history).when(unlinkCommand('cus_1')).thenRefused('not_linked');
  });

  it('keeps its history and its last customer in the references', () => {
    const state = stateAfter(mandateDecider, [linked(), unlinked]);
    expect(state.link).toBeNull();
    expect(mandateDecider.references(state, key)).toStrictEqual({ ...key, customerId: 'cus_1' });
  });
});

describe('what GoCardless says of a mandate', () => {
  it('is recorded also when nobody has linked it', () => {
    given(mandateDecider, [])
      .when({ type: 'ObserveGoCardlessEvents', ...key, events: said('submitted') })
      .then([
        happened(
          'MandateStatusChanged',
          { ...key, ...reason, action: 'submitted' },
          { effectiveAt: '2026-01-05T00:00:00.000Z', causationId: 'EV0', gocardlessEventId: 'EV0' },
        ),
      ]);
    expect(mandateDecider.references(observedAfter(said('submitted')), key)).toStrictEqual(key);
  });

  it('is recorded once, however often it is said', () => {
    const events = [...said('submitted'), ...said('submitted')];
    const command = { type: 'ObserveGoCardlessEvents', ...key, events } as const;
    expect(given(mandateDecider, []).when(command).events()).toHaveLength(1);
    expect(mandateDecider.decide(issued(command), observedAfter(events))).toStrictEqual([]);
  });

  it('names both bank accounts of a transfer and the successor of a replacement', () => {
    const links = { previous_customer_bank_account: 'BA1', new_customer_bank_account: 'BA2', new_mandate: 'MD2' };
    const events = ['transferred', 'replaced', 'resubmission_requested'].map((action) =>
      gocardlessEvent('mandates', action, { id: action, details: reason, links }),
    );
    expect(
      given(mandateDecider, [])
        .when({ type: 'ObserveGoCardlessEvents', ...key, events })
        .events(),
    ).toMatchObject([
      { type: 'MandateTransferred', data: { previousBankAccountId: 'BA1', newBankAccountId: 'BA2' } },
      { type: 'MandateReplaced', data: { newMandateId: 'MD2' } },
      { type: 'MandateResubmissionRequested', data: { ...key, ...reason } },
    ]);
  });

  it('that nobody has heard of is left to be ignored', () => {
    given(mandateDecider, [])
      .when({ type: 'ObserveGoCardlessEvents', ...key, events: said('danced') })
      .then([]);
  });
});

describe('the status of a mandate', () => {
  it.each([
    [['created'], 'pending_submission', true],
    [['created', 'customer_approval_granted'], 'pending_submission', true],
    [['created', 'customer_approval_skipped'], 'pending_submission', true],
    [['created', 'submitted'], 'submitted', true],
    [['created', 'submitted', 'active'], 'active', true],
    [['created', 'submitted', 'failed'], 'failed', false],
    [['created', 'failed'], 'failed', false],
    [['submitted', 'active', 'cancelled'], 'cancelled', false],
    [['submitted', 'active', 'expired'], 'expired', false],
    [['submitted', 'active', 'transferred'], 'active', true],
    [['submitted', 'active', 'transferred', 'submitted'], 'submitted', true],
    [['submitted', 'active', 'replaced'], 'cancelled', false],
    [['submitted', 'active', 'consumed'], 'consumed', false],
    [['submitted', 'active', 'blocked'], 'blocked', false],
    [['active', 'cancelled', 'resubmission_requested'], 'cancelled', false],
    [['active', 'cancelled', 'resubmission_requested', 'submitted'], 'submitted', true],
    [['active', 'cancelled', 'resubmission_requested', 'submitted', 'reinstated'], 'active', true],
    [['active', 'expired', 'resubmission_requested', 'submitted', 'failed'], 'failed', false],
    [['active', 'cancelled', 'reinstated'], 'active', true],
    [['active', 'suspended_by_payer'], 'suspended_by_payer', false],
    [['active', 'suspended'], 'suspended_by_payer', false],
    [['active', 'suspended_by_payer', 'reinstated'], 'active', true],
    [['resubmission_requested'], 'unknown', false],
    [['transferred'], 'unknown', false],
    [[], 'unknown', false],
  ] as const)('after %j is %s', (actions, status, usable) => {
    expect(mandateView(observedAfter(said(...actions)))).toMatchObject({ status, usable });
  });

  it('is the snapshot’s only while no status event is known', () => {
    const snapshot = [linked({ status: 'pending_customer_approval' })];
    expect(mandateView(observedAfter([], snapshot))).toMatchObject({
      status: 'pending_customer_approval',
      usable: true,
    });
    expect(mandateView(observedAfter(said('created'), snapshot)).status).toBe('pending_customer_approval');
    expect(mandateView(observedAfter(said('created', 'submitted'), snapshot)).status).toBe('submitted');
  });

  it('comes with GoCardless’s cause and the successor', () => {
    expect(mandateView(observedAfter(said('active', 'replaced')))).toStrictEqual({
      status: 'cancelled',
      usable: false,
      cause: 'a_cause',
      newMandateId: 'MD2',
      obstacle: null,
    });
  });

  it('of a replacement without a successor is cancelled', () => {
    const event = gocardlessEvent('mandates', 'replaced', { details: reason });
    expect(mandateView(observedAfter([event]))).toMatchObject({ status: 'cancelled', newMandateId: null });
  });

  it.each([
    [['created', 'customer_approval_granted', 'submitted', 'active'], 'active'],
    [['active', 'submitted', 'cancelled'], 'cancelled'],
    [['submitted', 'active', 'transferred', 'replaced'], 'cancelled'],
  ] as const)('after %j within one instant is %s', (actions, status) => {
    const instant = '2026-01-05T00:00:00.000Z';
    const events = said(...actions).map((event) => ({ ...event, createdAt: instant }));
    expect(mandateView(observedAfter(events.reverse())).status).toBe(status);
  });

  it('takes a reinstatement of the same instant after the cancellation of an active mandate', () => {
    const [active, cancelled, reinstated] = said('active', 'cancelled', 'reinstated');
    if (!active || !cancelled || !reinstated) throw new Error('Three events were said.');
    const events = [{ ...reinstated, createdAt: cancelled.createdAt }, cancelled, active];
    expect(mandateView(observedAfter(events)).status).toBe('active');
  });

  it('does not depend on the order or repetition in which facts arrive', () => {
    const action = fc.constantFrom(
      'created',
      'customer_approval_granted',
      'submitted',
      'active',
      'reinstated',
      'transferred',
      'suspended_by_payer',
      'blocked',
      'failed',
      'expired',
      'consumed',
      'cancelled',
      'replaced',
      'resubmission_requested',
    );
    const events = fc
      .array(fc.record({ action, hour: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 7 })
      .map((facts) =>
        facts.map(({ action: name, hour }, index) =>
          gocardlessEvent('mandates', name, {
            id: `EV${index}`,
            createdAt: `2026-01-05T0${hour}:00:00.000Z`,
            links: { new_mandate: `MD${index}` },
          }),
        ),
      );
    const arrivals = events.chain((all) =>
      fc.record({
        all: fc.constant(all),
        arrived: fc
          .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
          .map(([once, again]) => [...once, ...again]),
      }),
    );
    fc.assert(
      fc.property(arrivals, ({ all, arrived }) => {
        expect(mandateView(observedAfter(arrived))).toStrictEqual(mandateView(observedAfter(all)));
      }),
    );
  });
});

describe('the mark of a dead mandate', () => {
  it.each(['suspended_by_payer', 'failed', 'cancelled', 'expired', 'consumed', 'blocked'] as const)(
    'is mandate_%s',
    (status) => {
      expect(deadMark({ status, obstacle: null })).toBe(`mandate_${status}`);
    },
  );

  it.each(['unknown', 'pending_customer_approval', 'pending_submission', 'submitted', 'active'] as const)(
    'is absent while it is %s',
    (status) => {
      expect(deadMark({ status, obstacle: null })).toBeNull();
    },
  );
});

describe('the effective mandate', () => {
  const chain = (links: Readonly<Record<string, string | null>>) => (mandateId: string) => {
    const newMandateId = links[mandateId];
    return newMandateId === undefined ? undefined : { newMandateId };
  };

  it.each([
    ['itself when nothing replaced it', { MD1: null }, 'MD1'],
    ['itself when nothing is known of it', {}, 'MD1'],
    ['the end of its chain', { MD1: 'MD2', MD2: 'MD3', MD3: null }, 'MD3'],
    ['a successor that nothing is known of yet', { MD1: 'MD2' }, 'MD2'],
    ['the last before a circle closes', { MD1: 'MD2', MD2: 'MD3', MD3: 'MD1' }, 'MD3'],
    ['itself when it replaces itself', { MD1: 'MD1' }, 'MD1'],
  ] as const)('is %s', (_, links, end) => {
    expect(effectiveMandate('MD1', chain(links))).toBe(end);
  });
});

describe.each(['other_creditor', 'direct_settlement'] as const)('a mandate that is barred by %s', (obstacle) => {
  const bar = { type: 'BarMandate', connectionId: 'con_1', mandateId: 'MD1', obstacle } as const;

  it('is not usable though it lives, is barred once, and marks what waits for it', () => {
    given(mandateDecider, [])
      .when(bar)
      .then([happened('MandateBarred', { connectionId: 'con_1', mandateId: 'MD1', obstacle })]);
    const barred = [happened('MandateBarred', { connectionId: 'con_1', mandateId: 'MD1', obstacle })];
    given(mandateDecider, barred)
      .when({ ...bar, causationId: 'again' })
      .then([]);
    const view = mandateView(observedAfter(said('created', 'submitted', 'active'), barred));
    expect(view).toMatchObject({ status: 'active', usable: false, obstacle });
    expect(deadMark(view)).toBe(obstacle);
  });
});
