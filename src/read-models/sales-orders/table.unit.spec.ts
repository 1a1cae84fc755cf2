import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { salesOrders } from './table';

describe('sales orders', () => {
  it('say what is due next of what was neither sent nor cancelled', async () => {
    const world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
    const plan = { count: 3, firstDueDate: '2026-04-01', interval: 'month' } as const;
    await world.placeOrder('con_1', 'so_1', 'cus_1', [{ item: 'Mug', quantity: 3, unitAmount: 500 }], plan, 'MD1');
    const [one = '', two = '', three = ''] = await world.instalments('so_1');
    const next = async () => (await foldedRows(salesOrders, world)).map(({ nextDueDate }) => nextDueDate);
    const issued = () => ({ attempts: {}, at: world.now, commandId: world.command() });
    expect(await next()).toEqual(['2026-04-01']);
    await world.release('so_1', one, 'MD1', '2026-04-01');
    expect(await next()).toEqual(['2026-05-01']);
    const changes = [{ scheduledPaymentId: two, dueDate: '2026-06-02' }];
    await world.order('so_1', { type: 'ChangeInstalments', changes, today: '2026-03-01', ...issued() });
    expect(await next()).toEqual(['2026-06-01']);
    await world.order('so_1', { type: 'CancelInstalment', scheduledPaymentId: three, ...issued() });
    expect(await next()).toEqual(['2026-06-02']);
    await world.order('so_1', { type: 'CancelInstalment', scheduledPaymentId: two, ...issued() });
    expect(await next()).toEqual([null]);
  });

  it('keep the plan as it was changed, and nothing personal', async () => {
    const world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
    const plan = {
      instalments: [
        { dueDate: '2026-04-01', amount: 300 },
        { dueDate: '2026-05-01', amount: 200 },
      ],
    };
    await world.placeOrder(
      'con_1',
      'so_1',
      'cus_1',
      [{ item: 'Mug', quantity: 1, unitAmount: 500, taxRate: '20' }],
      plan,
    );
    const [one = '', two = ''] = await world.instalments('so_1');
    const changes = [{ scheduledPaymentId: one, amount: 100 }];
    const issued = { attempts: {}, today: '2026-03-01', at: world.now, causationId: world.command() };
    await world.order('so_1', { type: 'ChangeInstalments', changes, ...issued });
    expect(await foldedRows(salesOrders, world)).toEqual([
      {
        id: 'so_1',
        connectionId: 'con_1',
        customerId: 'cus_1',
        reference: null,
        currency: 'GBP',
        createdAt: '2026-03-01T08:00:02.000Z',
        lines: [
          { quantity: '1', unitAmount: 500, discount: 0, taxRate: '20', incomeAccount: null, amount: 500, tax: 83 },
        ],
        instalments: [
          { scheduledPaymentId: one, dueDate: '2026-04-01', amount: 100, waits: true },
          { scheduledPaymentId: two, dueDate: '2026-05-01', amount: 400, waits: true },
        ],
        nextDueDate: '2026-04-01',
      },
    ]);
  });
});
