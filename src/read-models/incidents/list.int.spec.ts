import { incidentsAfter, type PlacedIncident } from '../../../test/support/folded-incidents';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { project } from '../../../test/support/projected';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { type RecordedEvent } from '../../application/ports/event-store';
import { incidentDecider } from '../../domain/incidents/incident';
import { type GoCardlessPaymentReading } from '../../domain/payments/payment';
import { paymentClaimDecider } from '../../domain/payment-claims/payment-claim';
import { incidentId } from './incident';
import { incidentsList } from './list';
import { countOpen, findIncident, listOverdue } from './open-incidents';

const EVERYTHING = { connectionIds: 'all', rounds: 'all', order: 'asc' } as const;
const LATER = '2027-01-01T00:00:00.000Z';

const world = new PlayedWorld();
const caused = () => ({ causationId: world.command(), at: world.now });

function reading(number: number, given: Partial<GoCardlessPaymentReading> = {}): GoCardlessPaymentReading {
  return {
    gocardlessPaymentId: `PM${number}`,
    mandateId: 'MD1',
    creditorId: 'CRCON_1',
    obstacle: null,
    amount: 500,
    currency: 'GBP',
    createdAt: '2026-03-02T09:00:00.000Z',
    chargeDate: '2026-03-10',
    status: 'pending_submission',
    ...given,
  };
}

function tell(number: number, action: string, at: string) {
  world.at(at);
  return world.told('con_1', `pay_${number}`, gcEvent('payments', action, { payment: `PM${number}` }, at));
}

function adopt(number: number, customerId: string | null = 'cus_1') {
  const paymentId = `pay_${number}`;
  const suspicion = number % 2 === 1 ? ({ kind: 'duplicate_of_payment', paymentId: 'pay_0' } as const) : null;
  const adopted = { paymentId, connectionId: 'con_1', customerId, reading: reading(number), suspicion };
  return world.payment(paymentId, { type: 'AdoptPayment', ...adopted, ...caused() });
}

function awaitRow(number: number) {
  const paymentId = `pay_${number}`;
  const origin = { kind: 'balance_export', balanceExportId: 'bex_1', rowId: `blr_1_${number}` } as const;
  const row = { paymentId, connectionId: 'con_1', customerId: 'cus_1', origin, mandateId: 'MD1' };
  const awaited = { ...row, amount: 500, currency: 'GBP', chargeDate: null };
  return world.payment(paymentId, { type: 'AwaitPayment', awaited, ...caused() });
}

function resolve(id: string, paymentId: string | null) {
  const resolution = { incidentId: id, connectionId: 'con_1', paymentId, note: 'Seen.', notedFor: 'cus_1' };
  return world.execute(incidentDecider, id, { type: 'ResolveIncident', resolution, ...caused() });
}

/** Answers that come in time, late, resolved by staff and waited for anew; rows that come late, changed or after they were given up. */
async function play(): Promise<readonly RecordedEvent[]> {
  await world.openConnection('con_1');
  await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
  await world.linkMandate('con_1', 'MD1', 'cus_1');
  for (const number of [1, 2, 3, 4]) await adopt(number);
  await adopt(5, null);
  for (const number of [6, 7, 8]) await awaitRow(number);
  const parked = gcEvent('payments', 'created', { payment: 'PM99' }, world.now);
  const brought = {
    connectionId: 'con_1',
    webhookId: 'WB1',
    deliveryStream: 'gocardlessWebhook-x',
    deliveryIndex: 0,
    event: parked,
  };
  const command = { type: 'ParkEvents', parked: [{ ...brought, reason: 'unknown_payment' }] } as const;
  await world.execute(paymentClaimDecider, { connectionId: 'con_1', gocardlessPaymentId: 'PM99' }, command);
  await tell(1, 'confirmed', '2026-03-12T06:00:00.000Z');
  await world.payment('pay_7', { type: 'ReleaseAwaited', ...caused() });
  world.at('2026-03-24T09:00:00.000Z');
  for (const number of [6, 7]) await world.bind('con_1', `pay_${number}`, reading(number, { amount: 700 }));
  await resolve(incidentId('row_not_seen', 'pay_8'), 'pay_8');
  await tell(2, 'confirmed', '2026-03-24T10:00:00.000Z');
  await resolve(incidentId('status_overdue', 'pay_3'), 'pay_3');
  await resolve(incidentId('duplicate_of_payment', 'pay_1'), 'pay_1');
  await tell(4, 'failed', '2026-03-25T10:00:00.000Z');
  await tell(4, 'resubmission_requested', '2026-03-26T10:00:00.000Z');
  await world.payment('pay_2', { type: 'NoteDifference', gocardlessStatus: 'failed', ...caused() });
  await tell(2, 'failed', '2026-03-27T10:00:00.000Z');
  const rules = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
  await world.payment('pay_5', { type: 'IdentifyPayment', customerId: 'cus_1', rules, ...caused() });
  await tell(3, 'confirmed', '2026-04-02T10:00:00.000Z');
  return world.log();
}

describe('the list of incidents', () => {
  let database: SampleDatabase;
  let log: readonly RecordedEvent[];

  beforeAll(async () => {
    database = await sampleDatabase();
    log = await play();
    await project(database, world.store);
  }, 60_000);

  afterAll(() => database.close());

  const countingBy = (now: string, events: readonly RecordedEvent[] = log): readonly PlacedIncident[] =>
    incidentsAfter(events).filter(({ incident: { since } }) => since !== null && since <= now);

  async function listed(
    query: { readonly asOf?: bigint; readonly now: string },
    filters: Readonly<Record<string, readonly unknown[]>> = {},
    limit = 100,
  ) {
    const items = [];
    let cursor: { readonly cursor: string } | undefined;
    for (;;) {
      const asked = { ...EVERYTHING, ...query, ...cursor, filters, limit };
      const page = await incidentsList.page({ database, store: world.store }, asked);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = { cursor: page.next };
    }
  }

  const asListed = ({ incident: { notedFor, ...incident } }: PlacedIncident) => ({
    ...incident,
    note: notedFor === null ? null : 'Seen.',
  });

  it('holds what the plainest fold of the log gives, as of every position', async () => {
    const types = new Set<string>();
    for (let position = 1; position <= log.length; position += 1) {
      const events = log.slice(0, position);
      // Until the next event the log stood like this, and an answer may have become overdue meanwhile.
      const until = log[position]?.metadata.recordedAt ?? LATER;
      const expected = countingBy(until, events).map(asListed);
      for (const { type } of expected) types.add(type);
      // Each also names its customer and the amount of its payment, which the fold does not know.
      const named = expected.map((one): unknown =>
        expect.objectContaining({ ...one, customerName: one.customerId === null ? null : 'Ann Archer' }),
      );
      expect(await listed({ asOf: BigInt(position), now: LATER })).toEqual(named);
    }
    expect([...types].sort()).toEqual(
      [
        'after_cancellation',
        'amount_differs',
        'compare_failed',
        'duplicate_of_payment',
        'parked',
        'row_not_seen',
      ].concat('status_overdue'),
    );
  });

  it('comes in pages of any size, and by filters', async () => {
    const all = await listed({ now: LATER });
    for (const limit of [1, 2, 5]) expect(await listed({ now: LATER }, {}, limit)).toStrictEqual(all);
    for (const type of ['status_overdue', 'row_not_seen', 'parked'])
      expect(await listed({ now: LATER }, { type: [type] })).toStrictEqual(all.filter((one) => one.type === type));
    for (const resolved of [true, false])
      expect(await listed({ now: LATER }, { resolved: [resolved] }, 2)).toStrictEqual(
        all.filter(({ resolvedAt }) => (resolvedAt !== null) === resolved),
      );
    expect(await listed({ now: LATER }, { paymentId: ['pay_2'] })).toStrictEqual(
      all.filter(({ paymentId }) => paymentId === 'pay_2'),
    );
  });

  it('is what counts and single incidents are taken from', async () => {
    for (const now of ['2026-03-05T00:00:00.000Z', '2026-04-01T23:59:59.999Z', LATER]) {
      const open = countingBy(now).filter(({ incident: { resolvedAt } }) => resolvedAt === null);
      const counts = new Map<string, number>();
      for (const { incident } of open) counts.set(incident.type, (counts.get(incident.type) ?? 0) + 1);
      expect(await countOpen(database, now)).toEqual(counts);
      for (const { incident } of incidentsAfter(log)) {
        const counted = incident.since !== null && incident.since <= now;
        expect(await findIncident(database, incident.id, now)).toEqual(counted ? incident : null);
      }
      const overdue = open.filter(({ incident: { type } }) => type === 'status_overdue');
      expect((await listOverdue(database, 'con_1', now)).map((id) => `pay_${id.slice(2)}`).sort()).toEqual(
        overdue.map(({ incident: { paymentId } }) => paymentId).sort(),
      );
    }
  });
});
