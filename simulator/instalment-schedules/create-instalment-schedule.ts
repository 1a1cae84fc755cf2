import { ApiFailure, invalidField } from '../api-errors/api-failure';
import { type LocalDate } from '../calendar/local-date';
import { checkPayment, createPayment, type PaymentWish } from '../payments/create-payment';
import { type InstalmentSchedule, type Metadata } from '../resources/shapes';
import { type InstalmentScheduleRecord, listUnder, type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { moveInstalmentSchedule } from './move-instalment-schedule';

export interface Instalment {
  readonly amount: number;
  /** Null = as soon as possible. */
  readonly chargeDate: LocalDate | null;
  readonly description: string | null;
}

export interface InstalmentScheduleWish {
  readonly name: string;
  readonly currency: string;
  readonly totalAmount: number;
  readonly instalments: readonly Instalment[];
  readonly paymentReference: string | null;
  readonly retryIfPossible: boolean;
  readonly appFee: number | null;
  readonly metadata: Metadata;
}

/** Makes an instalment schedule with all its payments at once; when one of them can not be, none is, and the schedule says why. */
export function createInstalmentSchedule(
  world: World,
  organisation: Organisation,
  mandate: MandateRecord,
  wish: InstalmentScheduleWish,
): InstalmentScheduleRecord {
  const total = wish.instalments.reduce((sum, { amount }) => sum + amount, 0);
  if (total !== wish.totalAmount) {
    throw invalidField('instalment_schedules', 'total_amount', 'must be the sum of the instalments');
  }
  const { id: mandateId, links } = mandate.resource;
  const resource: InstalmentSchedule = {
    id: world.ids.next('IS'),
    created_at: world.clock.stamp(),
    name: wish.name,
    currency: wish.currency,
    total_amount: wish.totalAmount,
    status: 'pending',
    payment_errors: {},
    metadata: wish.metadata,
    links: { customer: links.customer, mandate: mandateId, payments: [] },
  };
  const record: InstalmentScheduleRecord = { resource };
  organisation.instalmentSchedules.add(record);
  listUnder(organisation.instalmentSchedulesOfMandate, mandateId, resource.id);
  const wishes = wish.instalments.map((instalment) => paymentWish(wish, instalment, resource.id));
  const errors = errorsOf(world, organisation, mandate, wishes);
  const failed = Object.keys(errors).length > 0;
  const action = failed ? 'creation_failed' : 'created';
  record.resource = { ...resource, payment_errors: errors };
  moveInstalmentSchedule(world, organisation, record, action, {
    details: { origin: 'api', cause: `instalment_schedule_${action}` },
    metadata: wish.metadata,
  });
  if (failed) return record;
  const payments = wishes.map((one) => createPayment(world, organisation, mandate, one).resource.id);
  record.resource = { ...record.resource, links: { ...record.resource.links, payments } };
  return record;
}

function paymentWish(schedule: InstalmentScheduleWish, instalment: Instalment, id: string): PaymentWish {
  return {
    amount: instalment.amount,
    currency: schedule.currency,
    chargeDate: instalment.chargeDate,
    description: instalment.description ?? schedule.name,
    reference: schedule.paymentReference,
    metadata: {},
    retryIfPossible: schedule.retryIfPossible,
    ...(schedule.appFee !== null && { appFee: schedule.appFee }),
    madeBy: { instalment_schedule: id },
  };
}

/** The faults of the instalments by their number, as GoCardless lists them. */
function errorsOf(world: World, organisation: Organisation, mandate: MandateRecord, wishes: readonly PaymentWish[]) {
  const errors: Record<string, readonly unknown[]> = {};
  for (const [index, wish] of wishes.entries()) {
    try {
      checkPayment(world, organisation, mandate, wish);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      errors[index] = error.entries;
    }
  }
  return errors;
}
