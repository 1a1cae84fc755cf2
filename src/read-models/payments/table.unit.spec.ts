import { plainFold } from '../../../test/support/plain-fold';
import { playStory } from '../../../test/support/played-story';
import { lifecycleOf } from '../../domain/payments/lifecycle';
import { paymentDecider } from '../../domain/payments/payment';
import { paymentFlags, paymentMessage, paymentStatus } from '../../domain/payments/flags-table';
import { happenedOf } from '../happened';
import { paymentsTable, isPaymentLogEvent } from './table';

describe('payments', () => {
  it('show after every event what the aggregate says of itself', async () => {
    const { world } = await playStory();
    const log = await world.log();
    const states = new Map<string, typeof paymentDecider.initial>();
    for (const [index, event] of log.entries()) {
      if (!isPaymentLogEvent(event)) continue;
      const state = paymentDecider.evolve(states.get(event.stream) ?? paymentDecider.initial, happenedOf(event));
      states.set(event.stream, state);
      const { facts } = state;
      if (facts === null) throw new Error('A payment begins with its first event.');
      const { phase } = lifecycleOf(facts);
      const shown = plainFold(paymentsTable, log.slice(0, index + 1)).rows.find(
        ({ row }) => row['id'] === facts.paymentId,
      );
      expect(shown?.row).toMatchObject({
        ...paymentFlags(phase),
        status: paymentStatus(phase),
        message: paymentMessage(phase, facts),
        accepted: facts.accepted !== null,
        customerId: facts.customerId,
      });
    }
    expect(states.size).toBe(3);
  });
});
