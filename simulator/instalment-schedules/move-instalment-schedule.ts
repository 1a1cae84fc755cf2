import { invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { type InstalmentScheduleAction, nextInstalmentScheduleStatus } from '../machines/instalment-schedule';
import { type EventResource, type Links, type Metadata } from '../resources/shapes';
import { type InstalmentScheduleRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';

export interface InstalmentScheduleTold {
  readonly details: { readonly origin: string; readonly cause: string };
  readonly links?: Links;
  readonly metadata?: Metadata;
}

/** Moves an instalment schedule along its machine and tells it. */
export function moveInstalmentSchedule(
  world: World,
  organisation: Organisation,
  record: InstalmentScheduleRecord,
  action: InstalmentScheduleAction,
  told: InstalmentScheduleTold,
): EventResource {
  const next = nextInstalmentScheduleStatus(record.resource.status, action);
  if (next === undefined) {
    throw invalidState(
      'impossible_transition',
      `An instalment schedule that is ${record.resource.status} can not become ${action}`,
    );
  }
  record.resource = { ...record.resource, status: next };
  return recordEvent(world, organisation, {
    resourceType: 'instalment_schedules',
    action,
    links: { instalment_schedule: record.resource.id, ...told.links },
    details: told.details,
    ...(told.metadata && { metadata: told.metadata }),
    resourceMetadata: record.resource.metadata,
  });
}

export function isLiveInstalmentSchedule({ resource }: InstalmentScheduleRecord): boolean {
  return ['pending', 'active', 'errored'].includes(resource.status);
}
