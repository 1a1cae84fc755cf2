import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { Aggregates, type CommandContext } from '../aggregates';
import { Mandates } from '../mandates/mandates';
import { type ReadModels } from '../ports/queries';
import { PaymentBinding } from './payment-binding';

const AT = '2026-03-01T08:00:00.000Z';
const context: CommandContext = { commandId: 'command-1', correlationId: 'c', actor: 'system', at: AT };

describe('two payments of ours that claim one of GoCardless’s at the same moment', () => {
  it('are told the same: the first claim counts, and who loses follows it', async () => {
    const store = new MemoryEventStore();
    const aggregates = new Aggregates(store, { now: () => AT });
    // No question is asked for a claim.
    const mandates = new Mandates(aggregates, store, {} as ReadModels);
    const binding = new PaymentBinding(aggregates, mandates);
    const owners = await Promise.all(
      ['pay_1', 'pay_2', 'pay_3'].map((paymentId) => binding.claim('con_1', 'PM1', paymentId, context)),
    );
    expect(owners).toEqual(['pay_1', 'pay_1', 'pay_1']);
    expect(await binding.claim('con_1', 'PM1', 'pay_2', context)).toBe('pay_1');
    expect(store.all().map(({ type, data }) => [type, data])).toEqual([
      ['PaymentClaimed', { connectionId: 'con_1', gocardlessPaymentId: 'PM1', paymentId: 'pay_1' }],
    ]);
  });
});
