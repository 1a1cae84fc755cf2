import { EVERYTHING, pageOf } from '../../../test/support/asked-list';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { project } from '../../../test/support/projected';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { type PayoutItem } from '../../domain/payouts/events';
import { payoutItemsList } from './items';
import { payoutsList } from './list';

const world = new PlayedWorld();
let database: SampleDatabase;

const item = (type: string, amount: number, links: Partial<PayoutItem>): PayoutItem => {
  const none = { gocardlessPaymentId: null, refundId: null, taxes: [], priorPeriod: false };
  return { ...none, type, amount: `${amount}.0`, ...links };
};
const paid = (number: number): PayoutItem => item('payment_paid_out', 500, { gocardlessPaymentId: `PM${number}` });

async function adopt(number: number): Promise<void> {
  const reading = {
    gocardlessPaymentId: `PM${number}`,
    mandateId: 'MD1',
    creditorId: 'CRCON_1',
    obstacle: null,
    amount: 500,
    currency: 'GBP',
    createdAt: '2026-03-02T09:00:00.000Z',
    chargeDate: '2026-03-10',
    status: 'pending_submission',
  };
  const adopted = { connectionId: 'con_1', customerId: 'cus_1', reading, suspicion: null };
  const cause = { causationId: world.command(), at: world.now };
  await world.payment(`pay_${number}`, { type: 'AdoptPayment', paymentId: `pay_${number}`, ...adopted, ...cause });
}

function tell(number: number, action: string, at: string, links: Readonly<Record<string, string>> = {}) {
  const event = gcEvent('payments', action, { payment: `PM${number}`, ...links }, at, { willAttemptRetry: false });
  return world.told('con_1', `pay_${number}`, event);
}

async function payOut(payoutId: string, amount: number, items: readonly PayoutItem[]): Promise<void> {
  const details = { deductedFees: 0, currency: 'GBP', reference: payoutId, arrivalDate: '2026-03-20', fx: null };
  const event = gcEvent('payouts', 'paid', { payout: payoutId }, '2026-03-20T06:00:00.000Z');
  await world.payOut('con_1', payoutId, { ...details, amount }, items, event);
}

beforeAll(async () => {
  database = await sampleDatabase();
  await world.openConnection('con_1');
  await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
  await world.linkMandate('con_1', 'MD1', 'cus_1');
  for (const number of [1, 2, 3]) await adopt(number);
  await tell(1, 'paid_out', '2026-03-12T06:00:00.000Z', { payout: 'PO1' });
  await tell(3, 'paid_out', '2026-03-12T06:00:00.000Z', { payout: 'PO2' });
  // Lost after the first time, and paid out once more.
  await tell(1, 'failed', '2026-03-14T06:00:00.000Z');
  await tell(1, 'resubmission_requested', '2026-03-15T06:00:00.000Z');
  await tell(1, 'paid_out', '2026-03-18T06:00:00.000Z', { payout: 'PO3' });
  await world.readRefund('con_1', 'RF1', 'PM1');
  await world.numberDocuments('con_1');
  const refund = (refundId: string) => item('refund', -100, { refundId });
  await payOut('PO1', 1_799, [
    paid(1),
    paid(2),
    paid(3),
    paid(404),
    refund('RF1'),
    refund('RF404'),
    item('app_fee', -1, {}),
  ]);
  await payOut('PO3', 0, [paid(1), item('payment_failed', -500, { gocardlessPaymentId: 'PM1' })]);
  await project(database, world.store);
}, 60_000);

afterAll(() => database.close());

const source = () => ({ database, store: world.store });

it('says of each item that does not match why', async () => {
  const { items } = await pageOf(payoutItemsList, source(), { within: 'PO1' });
  expect(items.map(({ type, paymentId, matched, why }) => [type, paymentId, matched, why])).toEqual([
    ['payment_paid_out', 'pay_1', true, null],
    ['payment_paid_out', 'pay_2', false, 'not_paid_out_here'],
    ['payment_paid_out', 'pay_3', false, 'another_payout'],
    ['payment_paid_out', null, false, 'unknown_payment'],
    ['refund', 'pay_1', false, 'no_document'],
    ['refund', null, false, 'refund_unknown'],
    ['app_fee', null, true, null],
  ]);
  const why = async (filters: object) =>
    (await pageOf(payoutItemsList, source(), { within: 'PO1', filters: { ...filters } })).items.length;
  expect([await why({ matched: false }), await why({ why: 'another_payout' })]).toEqual([5, 1]);
});

it('counts in the list what does not match, and adds up what a payout is made of', async () => {
  const { items } = await pageOf(payoutsList, source());
  expect(
    items.map(({ id, items: count, unmatched, gross, losses, refunds, difference }) => {
      return [id, count, unmatched, gross, losses, refunds, difference];
    }),
  ).toEqual([
    ['PO1', 7, 5, 2000, 0, 200, null],
    ['PO3', 2, 0, 500, 500, 0, null],
  ]);
});

it('names the document of each time that the money came and went', async () => {
  const numbers = async (within: string) =>
    (await pageOf(payoutItemsList, source(), { within })).items.map(({ receiptNumber }) => receiptNumber);
  expect((await numbers('PO1')).slice(0, 2)).toEqual(['R-000001', null]);
  expect(await numbers('PO3')).toEqual(['R-000004', 'R-000003']);
});

it('is out of sight with its connection', async () => {
  const asked = {
    ...EVERYTHING,
    connectionIds: ['con_2'],
    within: 'PO1',
    limit: 10,
    order: 'asc',
    filters: {},
  } as const;
  expect(await payoutItemsList.exists(source(), asked)).toBe(false);
});
