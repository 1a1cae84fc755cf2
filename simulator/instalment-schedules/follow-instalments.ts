import { type PaymentAction } from '../machines/payment';
import { type Organisation, type PaymentRecord } from '../state/organisation';
import { type World } from '../state/world';
import { moveInstalmentSchedule } from './move-instalment-schedule';

const COLLECTED: readonly string[] = ['confirmed', 'paid_out'];

/** What a move of one of its payments means for an instalment schedule. */
export function followInstalments(
  world: World,
  organisation: Organisation,
  payment: PaymentRecord,
  action: PaymentAction,
): void {
  const record = organisation.instalmentSchedules.get(payment.resource.links.instalment_schedule ?? '');
  if (record === undefined) return;
  const told = (cause: string) => ({
    details: { origin: 'gocardless', cause },
    links: { payment: payment.resource.id },
  });
  const { status } = record.resource;
  if (action === 'failed' && (status === 'active' || status === 'completed')) {
    const cause = status === 'completed' ? 'instalment_schedule_errored_late' : 'instalment_schedule_errored';
    moveInstalmentSchedule(world, organisation, record, 'errored', told(cause));
    return;
  }
  if (action !== 'confirmed') return;
  const statuses = record.resource.links.payments.map((id) => organisation.payments.get(id)?.resource.status ?? '');
  if (status === 'errored' && !statuses.includes('failed')) {
    moveInstalmentSchedule(world, organisation, record, 'resumed', told('instalment_schedule_resumed'));
  }
  if (record.resource.status === 'active' && statuses.every((one) => COLLECTED.includes(one) || one === 'cancelled')) {
    moveInstalmentSchedule(world, organisation, record, 'completed', told('instalment_schedule_completed'));
  }
}
