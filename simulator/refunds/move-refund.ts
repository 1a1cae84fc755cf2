import { invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { nextRefundStatus, type RefundAction } from '../machines/refund';
import { type Links, type Metadata } from '../resources/shapes';
import { type Organisation, type RefundRecord } from '../state/organisation';
import { type World } from '../state/world';

export interface RefundTold {
  readonly details: { readonly origin: string; readonly cause: string };
  readonly links?: Links;
  readonly metadata?: Metadata;
  readonly createdAt?: string;
}

/** An event of a refund; its links name the payment or mandate too. */
export function tellRefund(
  world: World,
  organisation: Organisation,
  record: RefundRecord,
  action: string,
  told: RefundTold,
): void {
  recordEvent(world, organisation, {
    resourceType: 'refunds',
    action,
    links: { refund: record.resource.id, ...told.links },
    details: told.details,
    ...(told.metadata && { metadata: told.metadata }),
    resourceMetadata: record.resource.metadata,
    ...(told.createdAt !== undefined && { createdAt: told.createdAt }),
  });
}

/** Moves a refund along its machine; being sent to the bank is told by no event. */
export function moveRefund(
  world: World,
  organisation: Organisation,
  record: RefundRecord,
  action: Exclude<RefundAction, 'funds_returned'>,
): void {
  const next = nextRefundStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState('impossible_transition', `A refund that is ${record.resource.status} can not become ${action}`);
  }
  record.resource = { ...record.resource, status: next };
  if (action === 'paid') {
    tellRefund(world, organisation, record, 'paid', { details: { origin: 'gocardless', cause: 'refund_paid' } });
  }
  if (action === 'failed') {
    tellRefund(world, organisation, record, 'failed', { details: { origin: 'gocardless', cause: 'refund_failed' } });
    giveBack(world, organisation, record);
  }
}

/** The money of a failed refund comes back with a payout: the next one, or the very one that takes it. */
function giveBack(world: World, organisation: Organisation, record: RefundRecord): void {
  const { id, amount, links } = record.resource;
  organisation.balance.add({
    type: 'refund_funds_returned',
    tenths: amount * 10,
    currency: record.currency,
    creditor: record.creditor,
    links: { ...links, refund: id },
    availableFrom: world.clock.now(),
  });
}
