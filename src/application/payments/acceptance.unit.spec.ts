import { type Asked } from '../../../test/support/decider';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { observe, PAYMENT, requested, told, day } from '../../../test/support/payment-worlds';
import { executor } from '../../../test/support/sealed-batch';
import { type PaymentCommand, paymentDecider } from '../../domain/payments/payment';
import { streams } from '../../domain/shared/streams';
import { Aggregates } from '../aggregates';
import { type LogEventOf } from '../ports/log-event';
import { Acceptance } from './acceptance';

const stream = streams.payment(PAYMENT);
const at = day(20);

let store: MemoryEventStore;
let acceptance: Acceptance;

beforeEach(() => {
  store = new MemoryEventStore();
  acceptance = new Acceptance(new Aggregates(store, { now: () => at }), { now: () => at });
});

/** The payment is requested, and then these. */
async function play(...commands: readonly Asked<PaymentCommand>[]): Promise<void> {
  const [first] = requested();
  if (first?.type !== 'PaymentRequested') throw new Error('A request begins with something else.');
  const request: Asked<PaymentCommand> = { type: 'RequestPayment', request: first.data, causationId: 'request', at };
  for (const command of [request, ...commands]) await executor(store)(paymentDecider, PAYMENT, command);
}

async function paidOut(): Promise<readonly LogEventOf<'PaymentPaidOut'>[]> {
  const { events } = await store.readAll(store.start(), { types: ['PaymentPaidOut'], limit: 100 });
  return events as readonly LogEventOf<'PaymentPaidOut'>[]; // the types that were asked for
}

async function accepted(): Promise<readonly unknown[]> {
  const events = await store.read(stream);
  return events.flatMap(({ type, data, metadata }) =>
    type === 'PaymentAccepted' ? [{ data, actor: metadata.actor }] : [],
  );
}

const paid = (dayOfMonth: number) => observe([told('paid_out', day(dayOfMonth), { payout: 'PO1' })]);
const byCollector: Asked<PaymentCommand> = { type: 'AcceptPayment', by: 'collector', causationId: 'round', at };

describe('a payment that is paid out', () => {
  it('is accepted by the system when nobody has accepted it', async () => {
    await play(paid(5));
    await acceptance.handle(await paidOut());
    expect(await accepted()).toStrictEqual([{ data: { by: 'system' }, actor: 'system' }]);
  });

  it('is accepted once, also when it is paid out again and each is handled twice', async () => {
    await play(paid(5), observe([told('charged_back', day(6)), told('chargeback_cancelled', day(7))]), paid(8));
    const page = await paidOut();
    expect(page).toHaveLength(2);
    await acceptance.handle([...page, ...page]);
    await acceptance.handle(page);
    expect(await accepted()).toHaveLength(1);
  });

  it('stays accepted by the collector who was first', async () => {
    await play(byCollector, paid(5));
    await acceptance.handle(await paidOut());
    expect(await accepted()).toStrictEqual([{ data: { by: 'collector' }, actor: 'user:key_1' }]);
  });
});
