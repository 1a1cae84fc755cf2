import { invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { nextPayoutStatus } from '../machines/payout';
import { type Organisation, type PayoutRecord } from '../state/organisation';
import { type World } from '../state/world';

/** The receiving bank sends the money back. There is no event of the payout for it, only one of the creditor. */
export function bouncePayout(world: World, organisation: Organisation, record: PayoutRecord): void {
  move(record, 'bounced');
  recordEvent(world, organisation, {
    resourceType: 'creditors',
    action: 'bounced_payout',
    links: { creditor: record.resource.links.creditor, payout: record.resource.id },
    details: { origin: 'bank', cause: 'payout_bounced', description: 'The payout came back from the bank.' },
  });
}

/** A bounced payout is sent once more, due today; its payments are not told again. */
export function payAgain(world: World, organisation: Organisation, record: PayoutRecord): void {
  move(record, 'paid_again');
  record.resource = { ...record.resource, arrival_date: world.clock.today() };
  recordEvent(world, organisation, {
    resourceType: 'payouts',
    action: 'paid',
    links: { payout: record.resource.id },
    details: { origin: 'gocardless', cause: 'payout_paid' },
    resourceMetadata: record.resource.metadata,
  });
}

function move(record: PayoutRecord, action: 'bounced' | 'paid_again'): void {
  const next = nextPayoutStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState('impossible_transition', `A payout that is ${record.resource.status} can not become ${action}`);
  }
  record.resource = { ...record.resource, status: next };
}
