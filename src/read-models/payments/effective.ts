import { ordinalOf, type RecordedEvent } from '../../application/ports/event-store';
import { type AdoptionSuspicion } from '../../domain/payments/events';
import { evolveFacts, type PaymentFacts } from '../../domain/payments/facts';
import { streams } from '../../domain/shared/streams';
import { happenedOf } from '../happened';
import { type ReadSource } from '../lists/list';
import { schemesOf } from '../mandates/schemes';
import { peopleOf } from '../people/people-of';
import { receiptsOf } from '../receipts/payment-receipts';
import { type CallerView } from '../view';
import { type PaymentItem, paymentItem } from './list';
import { isWithinRounds } from './rounds';
import { isPaymentLogEvent, shownPayment } from './table';

/**
 * A payment as it truly was at a time, as far as it is known now or was as of a position: the fold of those of its facts that were
 * effective by then. Null when it did not exist yet, or is not in view.
 */
export async function findPaymentEffective(
  { database, store }: ReadSource,
  view: CallerView & { readonly effectiveAt: string },
  id: string,
): Promise<PaymentItem | null> {
  const { connectionIds, asOf, effectiveAt } = view;
  const events = (await store.read(streams.payment(id))).filter(
    ({ position, metadata }) =>
      metadata.effectiveAt <= effectiveAt && (asOf === undefined || ordinalOf(position) <= asOf),
  );
  const { facts, suspicion } = foldPayment(events);
  if (facts === null || (connectionIds !== 'all' && !connectionIds.includes(facts.connectionId))) return null;
  if (!(await isWithinRounds(database, view, facts.customerId))) return null;
  const receipts = await receiptsOf(database, view, [id]);
  const people = await peopleOf(database, [facts.customerId]);
  const shown = shownPayment(facts, suspicion);
  const schemeOf = await schemesOf(database, view, [shown]);
  return paymentItem(shown, schemeOf(shown), receipts.get(id), people.get(facts.customerId));
}

function foldPayment(events: readonly RecordedEvent[]): {
  readonly facts: PaymentFacts | null;
  readonly suspicion: AdoptionSuspicion | null;
} {
  let facts: PaymentFacts | null = null;
  let suspicion: AdoptionSuspicion | null = null;
  for (const event of events) {
    if (!isPaymentLogEvent(event)) continue;
    facts = evolveFacts(facts, happenedOf(event));
    if (event.type === 'PaymentAdopted') suspicion = event.data.suspicion;
  }
  return { facts, suspicion };
}
