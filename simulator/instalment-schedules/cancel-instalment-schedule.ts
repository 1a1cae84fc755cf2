import { movePayment } from '../payments/move-payment';
import { type InstalmentScheduleRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { moveInstalmentSchedule } from './move-instalment-schedule';

/** Cancels an instalment schedule on request, and with it the payments that are not yet sent. */
export function cancelInstalmentSchedule(
  world: World,
  organisation: Organisation,
  record: InstalmentScheduleRecord,
): void {
  const details = { origin: 'api', cause: 'instalment_schedule_cancelled' };
  const parent = moveInstalmentSchedule(world, organisation, record, 'cancelled', { details });
  for (const id of record.resource.links.payments) {
    const payment = organisation.payments.get(id);
    if (payment === undefined) continue;
    if (!['pending_submission', 'pending_customer_approval'].includes(payment.resource.status)) continue;
    movePayment(world, organisation, payment, 'cancelled', { details, links: { parent_event: parent.id } });
  }
}
