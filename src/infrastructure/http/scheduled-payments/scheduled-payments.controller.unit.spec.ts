import { CommandBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { SalesOrders } from '../../../application/sales-orders/sales-orders';
import { Access } from '../access/access';
import { Views } from '../views/views';
import { ScheduledPaymentsController } from './scheduled-payments.controller';

const access = new Access('key_1', 'accountant', 'all', 'all');
const context = { commandId: 'c', correlationId: 'c', actor: access.actor, at: '2026-02-02T10:00:00.000Z' };
const position = 'memory.7';

async function controllerWhere(outcome: object): Promise<ScheduledPaymentsController> {
  const module = await Test.createTestingModule({
    controllers: [ScheduledPaymentsController],
    providers: [
      { provide: CommandBus, useValue: { execute: () => Promise.resolve(outcome) } },
      { provide: SalesOrders, useValue: { ofScheduledPayment: () => Promise.resolve({ connectionId: 'con_1' }) } },
      { provide: Views, useValue: {} },
    ],
  }).compile();
  return module.get(ScheduledPaymentsController);
}

describe('while GoCardless does not answer in time', () => {
  it('a submission is accepted and goes on by itself', async () => {
    const outcome = { paymentId: 'pay_1', settled: false, rejected: null, position };
    const answer = await (await controllerWhere(outcome)).submit('sp_1', access, context);
    expect([answer.body, answer.options]).toEqual([{ paymentId: 'pay_1', position }, { status: 202 }]);
  });

  it('so is a retry', async () => {
    const outcome = { paymentId: 'pay_1', answered: false, position };
    const answer = await (await controllerWhere(outcome)).retry('sp_1', access, context);
    expect([answer.body, answer.options]).toEqual([{ paymentId: 'pay_1', position }, { status: 202 }]);
  });
});
