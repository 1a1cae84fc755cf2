import fc from 'fast-check';
import { Fields } from '../http/fields';
import { nextPaymentStatus, isPaymentAction, type PaymentStatus } from '../machines/payment';
import { createMandate } from '../mandates/create-mandate';
import { createPayment } from '../payments/create-payment';
import { createBankAccount } from '../resources/bank-accounts';
import { createCustomer, readCustomer } from '../resources/customers';
import { SCHEME_NAMES, SCHEMES, type SchemeName } from '../schemes/scheme-facts';
import { createOrganisation } from '../state/create-organisation';
import { type Organisation, type PlannedOutcome } from '../state/organisation';
import { createWorld, type World } from '../state/world';
import { advance } from './advance';
import { planPayoutRun } from './run-task';

const OUTCOMES: readonly PlannedOutcome[] = ['successful', 'failed', 'late_failure', 'charged_back'];

interface Order {
  readonly scheme: SchemeName;
  readonly amount: number;
  readonly outcome: PlannedOutcome;
  readonly retries: boolean;
  readonly daysBefore: number;
}

const orders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({
    scheme: fc.constantFrom(...SCHEME_NAMES),
    amount: fc.integer({ min: 1, max: 500_000 }),
    outcome: fc.constantFrom(...OUTCOMES),
    retries: fc.boolean(),
    daysBefore: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** Months of collecting: each order comes after some days, then half a year passes. */
function play(ordered: readonly Order[]): { world: World; organisation: Organisation } {
  const world = createWorld(Date.parse('2026-02-02T10:00:00.000Z'), 'months');
  const { organisation, creditor } = createOrganisation(world, { name: 'A', creditorName: 'A', token: 't' });
  planPayoutRun(world, '2026-02-03');
  for (const { scheme, amount, outcome, retries, daysBefore } of ordered) {
    advance(world, { days: daysBefore, at: null });
    const payer = readCustomer(Fields.of({ company_name: 'Payer Ltd' }, ''));
    const customer = createCustomer(world, organisation, payer).id;
    const { countryCode, currency } = SCHEMES[scheme];
    const wish = { customer, holder: 'P', number: '12345678', countryCode, currency, accountType: null, metadata: {} };
    const account = createBankAccount(world, organisation, wish);
    const mandate = createMandate(world, organisation, creditor, account, { scheme, reference: null, metadata: {} });
    const payment = createPayment(world, organisation, mandate, {
      amount,
      currency,
      chargeDate: null,
      description: null,
      reference: null,
      metadata: {},
      retryIfPossible: retries,
    });
    payment.plan = { outcome, reason: {} };
  }
  advance(world, { days: 180, at: null });
  return { world, organisation };
}

function statusesTold(organisation: Organisation): Map<string, PaymentStatus | undefined> {
  const statuses = new Map<string, PaymentStatus | undefined>();
  for (const { resource_type, action, links } of organisation.events.oldestFirst()) {
    const payment = links['payment'];
    if (resource_type !== 'payments' || payment === undefined) continue;
    if (action === 'created') statuses.set(payment, 'pending_submission');
    const before = statuses.get(payment);
    if (isPaymentAction(action)) statuses.set(payment, before && nextPaymentStatus(before, action));
  }
  return statuses;
}

test('whatever happens, events tell a legal story that ends in the status shown', () => {
  fc.assert(
    fc.property(orders, (ordered) => {
      const { organisation } = play(ordered);
      const told = statusesTold(organisation);
      for (const { resource } of organisation.payments.oldestFirst())
        expect(told.get(resource.id)).toBe(resource.status);
    }),
    { numRuns: 60 },
  );
});

test('whatever happens, no money is lost: payouts and balance together are what was collected less fees', () => {
  fc.assert(
    fc.property(orders, (ordered) => {
      const { organisation } = play(ordered);
      const kept = new Map<string, number>();
      const count = (payment: string | undefined, by: number) => {
        if (payment !== undefined) kept.set(payment, (kept.get(payment) ?? 0) + by);
      };
      const signs: Record<string, number> = { payment_paid_out: 1, payment_failed: -1, payment_charged_back: -1 };
      for (const { resource, items } of organisation.payouts.oldestFirst()) {
        const sum = items.reduce((total, { amount }) => total + Number(amount.replace('.', '')), 0);
        expect(resource.amount).toBe(Math.round(sum / 10));
        expect(resource.amount).toBeGreaterThan(0);
        for (const { type, links } of items) count(links['payment'], signs[type] ?? 0);
      }
      for (const { type, links } of organisation.balance) count(links['payment'], signs[type] ?? 0);
      for (const { resource } of organisation.payments.oldestFirst()) {
        const collected = resource.status === 'paid_out' || resource.status === 'confirmed';
        expect([resource.id, kept.get(resource.id) ?? 0]).toEqual([resource.id, collected ? 1 : 0]);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same orders give the same months to the last id', () => {
  fc.assert(
    fc.property(orders, (ordered) => {
      const first = [...play(ordered).organisation.events.oldestFirst()];
      const second = [...play(ordered).organisation.events.oldestFirst()];
      expect(second).toEqual(first);
    }),
    { numRuns: 10 },
  );
});

test('nothing happens on weekends and holidays but what is instant', () => {
  fc.assert(
    fc.property(orders, (ordered) => {
      const { organisation } = play(
        ordered.filter(({ scheme }) => scheme !== 'faster_payments' && scheme !== 'pay_to'),
      );
      const days = [...organisation.events.oldestFirst()]
        .filter(({ action }) => !['created', 'expired'].includes(action))
        .map(({ created_at }) => new Date(created_at).getUTCDay());
      expect(days.filter((day) => day === 0 || day === 6)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
