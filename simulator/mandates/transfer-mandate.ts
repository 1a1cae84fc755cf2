import { bankDetails } from '../events/event-catalogue';
import { type BankReason, type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { moveMandate } from './move-mandate';

/** The payer's account moves to another bank: the mandate goes on with a new bank account. */
export function transferMandate(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  reason: BankReason,
): void {
  const previous = organisation.bankAccounts.get(record.resource.links.customer_bank_account);
  if (previous === undefined) return;
  const id = world.ids.next('BA');
  const number = `transferred:${id}`;
  previous.resource = { ...previous.resource, enabled: false };
  organisation.bankAccounts.add({
    resource: { ...previous.resource, id, created_at: world.clock.stamp(), enabled: true },
    number,
  });
  record.resource = { ...record.resource, links: { ...record.resource.links, customer_bank_account: id } };
  const details =
    reason.origin === 'api'
      ? { origin: 'api', cause: 'mandate_transferred' }
      : bankDetails('mandates', 'transferred', record.resource.scheme, {
          cause: 'bank_account_transferred',
          ...reason,
        });
  moveMandate(world, organisation, record, 'transferred', {
    details,
    links: { previous_customer_bank_account: previous.resource.id, new_customer_bank_account: id },
  });
}
