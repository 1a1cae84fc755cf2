import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { salesOrders } from './table';

describe('sales orders', () => {
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
    const issued = { attempts: {}, today: '2026-03-01', at: world.now, commandId: world.command() };
    await world.order('so_1', { type: 'ChangeInstalments', changes, ...issued });
    expect(await foldedRows(salesOrders, world)).toEqual([
      {
        id: 'so_1',
        connectionId: 'con_1',
        customerId: 'cus_1',
        currency: 'GBP',
        lines: [
          { quantity: '1', unitAmount: 500, discount: 0, taxRate: '20', incomeAccount: null, amount: 500, tax: 83 },
        ],
        instalments: [
          { scheduledPaymentId: one, amount: 100 },
          { scheduledPaymentId: two, amount: 400 },
        ],
      },
    ]);
  });
});
