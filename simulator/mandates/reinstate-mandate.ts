import { invalidState } from '../api-errors/api-failure';
import { type Metadata } from '../resources/shapes';
import { nextWorkingDayAt } from '../schemes/payment-schedule';
import { HOURS } from '../schemes/scheme-facts';
import { type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { moveMandate } from './move-mandate';

const MAX_REINSTATEMENTS = 10;

/** Asks the bank to put an ended mandate in force again; the answer takes up to two working days. */
export function requestReinstatement(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  metadata: Metadata,
): void {
  const { status, links, id } = record.resource;
  if ((status !== 'cancelled' && status !== 'expired') || links.new_mandate !== undefined) {
    throw invalidState('mandate_not_inactive', `This mandate is ${status} and can not be reinstated`);
  }
  if (record.reinstatements >= MAX_REINSTATEMENTS) {
    throw invalidState('mandate_not_inactive', `This mandate was reinstated ${MAX_REINSTATEMENTS} times already`);
  }
  record.reinstatements += 1;
  moveMandate(world, organisation, record, 'resubmission_requested', {
    details: { origin: 'api', cause: 'resubmission_requested' },
    metadata,
  });
  const at = nextWorkingDayAt(world.clock.now(), HOURS.mandates, world.calendar);
  world.agenda.add(at, { kind: 'reinstate_mandate', organisation: organisation.id, mandate: id });
}
