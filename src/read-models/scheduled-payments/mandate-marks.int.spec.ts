import { mandateDecider } from '../../domain/mandates/mandate';
import { pageOf } from '../../../test/support/asked-list';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { project } from '../../../test/support/projected';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { scheduledPaymentsList } from './list';

describe('what a waiting instalment shows of its mandate', () => {
  let database: SampleDatabase;
  let world: PlayedWorld;

  beforeEach(async () => {
    database = await sampleDatabase();
    world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
  });

  afterEach(() => database.close());

  const order = (salesOrderId: string, mandateId: string | null) =>
    world.placeOrder(
      'con_1',
      salesOrderId,
      'cus_1',
      [{ item: 'Mug', quantity: 1, unitAmount: 500 }],
      { instalments: [{ dueDate: '2026-04-01', amount: 500 }] },
      mandateId,
    );
  const tell = (mandateId: string, action: string, day: number, links = {}) => {
    const createdAt = `2026-03-${String(day).padStart(2, '0')}T06:00:00.000Z`;
    return world.toldOfMandate(
      'con_1',
      mandateId,
      gcEvent('mandates', action, { mandate: mandateId, ...links }, createdAt),
    );
  };
  const messages = async () => {
    await project(database, world.store);
    const source = { database, store: world.store };
    const { items } = await pageOf(scheduledPaymentsList, source);
    const inError = await pageOf(scheduledPaymentsList, source, { filters: { hasErrors: true } });
    expect(inError.items).toEqual(items.filter(({ flags }) => flags.hasErrors));
    return items.map(({ message, flags }) => (flags.hasErrors ? `! ${message ?? ''}` : message));
  };

  it('without a chosen one is marked when none of the customer’s is usable', async () => {
    await order('so_1', null);
    expect(await messages()).toEqual(['no_mandate']);
    await world.linkMandate('con_1', 'MD1', 'cus_1', { scheme: 'sepa_core' });
    expect(await messages()).toEqual(['no_mandate']);
    await world.linkMandate('con_1', 'MD2', 'cus_1');
    expect(await messages()).toEqual([null]);
    await tell('MD2', 'cancelled', 2);
    expect(await messages()).toEqual(['! mandate_cancelled']);
    await tell('MD2', 'reinstated', 3);
    expect(await messages()).toEqual([null]);
    await world.unlinkMandate('con_1', 'MD2', 'cus_1');
    expect(await messages()).toEqual(['! mandate_unlinked']);
  });

  it('with a chosen one follows it, also while another one would be usable', async () => {
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    await world.linkMandate('con_1', 'MD2', 'cus_1');
    await order('so_1', 'MD1');
    await order('so_2', null);
    await tell('MD1', 'suspended_by_payer', 2);
    expect(await messages()).toEqual(['! mandate_suspended_by_payer', null]);
    await tell('MD2', 'failed', 3);
    expect(await messages()).toEqual(['! mandate_suspended_by_payer', '! mandate_failed']);
  });

  it('is what the mandate is that took its place', async () => {
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    await order('so_1', 'MD1');
    await order('so_2', null);
    await tell('MD1', 'replaced', 2, { new_mandate: 'MD2' });
    expect(await messages()).toEqual([null, null]);
    await tell('MD2', 'active', 3);
    expect(await messages()).toEqual([null, null]);
    await tell('MD2', 'expired', 4);
    expect(await messages()).toEqual(['! mandate_expired', '! mandate_expired']);
  });

  it.each(['other_creditor', 'direct_settlement'] as const)('is marked when that is barred by %s', async (obstacle) => {
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    await order('so_1', 'MD1');
    await order('so_2', null);
    await tell('MD1', 'replaced', 2, { new_mandate: 'MD2' });
    const key = { connectionId: 'con_1', mandateId: 'MD2' };
    await world.execute(mandateDecider, key, { type: 'BarMandate', ...key, obstacle });
    expect(await messages()).toEqual([`! ${obstacle}`, `! ${obstacle}`]);
    await tell('MD2', 'active', 3);
    expect(await messages()).toEqual([`! ${obstacle}`, `! ${obstacle}`]);
    await world.linkMandate('con_1', 'MD3', 'cus_1');
    expect(await messages()).toEqual([`! ${obstacle}`, null]);
  });
});
