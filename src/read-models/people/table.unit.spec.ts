import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { incidentDecider } from '../../domain/incidents/incident';
import { people } from './table';

describe('people', () => {
  async function registered(): Promise<PlayedWorld> {
    const world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
    await world.registerCustomer('con_1', 'cus_2', 'Bob Baker');
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    const plan = { instalments: [{ dueDate: '2026-04-01', amount: 500 }] };
    await world.placeOrder('con_1', 'so_1', 'cus_1', [{ item: 'Mug', quantity: 1, unitAmount: 500 }], plan);
    return world;
  }

  const bob = {
    id: 'cus_2',
    name: 'Bob Baker',
    company: null,
    email: 'bob.baker@example.com',
    search: 'bob baker\nbob.baker@example.com',
    mandates: {},
    orders: {},
    notes: {},
  };

  it('keeps all that is personal in one row for each person', async () => {
    expect(await foldedRows(people, await registered())).toStrictEqual([
      {
        id: 'cus_1',
        name: 'Ann Archer',
        company: null,
        email: 'ann.archer@example.com',
        search: 'ann archer\nann.archer@example.com',
        mandates: { 'con_1.MD1': { accountNumberEnding: '11', bankName: 'BANK', reference: 'REF-MD1' } },
        orders: { so_1: ['Mug'] },
        notes: {},
      },
      bob,
    ]);
  });

  it('has nothing left of who is forgotten, and takes in nothing new', async () => {
    const world = await registered();
    await world.forgetCustomer('cus_1');
    await world.linkMandate('con_1', 'MD2', 'cus_1');
    expect(await foldedRows(people, world)).toStrictEqual([bob]);
  });

  it('keeps what staff wrote of an incident with whom it is about, or by itself', async () => {
    const world = await registered();
    const resolve = (incidentId: string, notedFor: string) =>
      world.execute(incidentDecider, incidentId, {
        type: 'ResolveIncident',
        resolution: { incidentId, connectionId: 'con_1', paymentId: null, note: `Of ${notedFor}.`, notedFor },
        causationId: world.command(),
        at: world.now,
      });
    await resolve('inc_1', 'cus_1');
    await resolve('inc_2', 'inc_2');
    const notes = async () => (await foldedRows(people, world)).map(({ id, notes: of }) => [id, of]);
    expect(await notes()).toEqual([
      ['cus_1', { inc_1: 'Of cus_1.' }],
      ['cus_2', {}],
      ['inc_2', { inc_2: 'Of inc_2.' }],
    ]);
    await world.forgetCustomer('cus_1');
    await resolve('inc_3', 'cus_1');
    expect((await notes()).map(([id]) => id)).toEqual(['cus_2', 'inc_2']);
  });
});
