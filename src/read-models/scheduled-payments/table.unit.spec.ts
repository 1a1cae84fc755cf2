import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { scheduledPayments } from './table';

describe('scheduled payments', () => {
  let world: PlayedWorld;
  let one: string;
  let two: string;

  beforeEach(async () => {
    world = new PlayedWorld();
    await world.openConnection('con_1');
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer');
    const plan = {
      instalments: [
        { dueDate: '2026-04-01', amount: 300 },
        { dueDate: '2026-05-01', amount: 200 },
      ],
    };
    await world.placeOrder('con_1', 'so_1', 'cus_1', [{ item: 'Mug', quantity: 1, unitAmount: 500 }], plan, 'MD1');
    [one = '', two = ''] = await world.instalments('so_1');
  });

  const rows = async () => {
    const all = await foldedRows(scheduledPayments, world);
    return [...all].sort((a, b) => (a.planIndex ?? 0) - (b.planIndex ?? 0));
  };
  const order = { connectionId: 'con_1', salesOrderId: 'so_1', customerId: 'cus_1', currency: 'GBP' };
  const unsent = { ...order, mandateId: 'MD1', paymentId: null, attempt: 0, sentAt: null, cancelled: false };
  const issued = () => ({ at: world.now, causationId: world.command() });

  it('has an instalment of a plan in each row', async () => {
    expect(await rows()).toEqual([
      { ...unsent, id: one, planIndex: 0, dueDate: '2026-04-01', amount: 300 },
      { ...unsent, id: two, planIndex: 1, dueDate: '2026-05-01', amount: 200 },
    ]);
  });

  it('follows a change of amount, date and mandate, and what it moved to another', async () => {
    const changes = [{ scheduledPaymentId: one, amount: 100, dueDate: '2026-04-02', mandateId: 'MD2' }];
    await world.order('so_1', { type: 'ChangeInstalments', changes, attempts: {}, today: '2026-03-01', ...issued() });
    expect(await rows()).toEqual([
      { ...unsent, id: one, planIndex: 0, dueDate: '2026-04-02', amount: 100, mandateId: 'MD2' },
      { ...unsent, id: two, planIndex: 1, dueDate: '2026-05-01', amount: 400 },
    ]);
  });

  it('names the payment and mandate of the newest attempt', async () => {
    const paymentId = await world.release('so_1', one, 'MD9', '2026-04-01');
    expect((await rows())[0]).toMatchObject({
      mandateId: 'MD9',
      paymentId,
      attempt: 1,
      sentAt: '2026-03-01T08:00:03.000Z',
      cancelled: false,
    });
  });

  it('knows that it was cancelled', async () => {
    await world.order('so_1', { type: 'CancelInstalment', scheduledPaymentId: two, attempts: {}, ...issued() });
    expect((await rows()).map(({ cancelled }) => cancelled)).toEqual([false, true]);
  });
});
