/** Statuses of an instalment schedule and the event actions that move it; every move that is not listed is impossible. */
export type InstalmentScheduleStatus = 'pending' | 'active' | 'creation_failed' | 'completed' | 'cancelled' | 'errored';

export type InstalmentScheduleAction =
  'created' | 'creation_failed' | 'completed' | 'cancelled' | 'errored' | 'resumed';

export const INSTALMENT_SCHEDULE_TRANSITIONS: readonly (readonly [
  InstalmentScheduleStatus,
  InstalmentScheduleAction,
  InstalmentScheduleStatus,
])[] = [
  ['pending', 'created', 'active'],
  ['pending', 'creation_failed', 'creation_failed'],
  ['active', 'completed', 'completed'],
  ['active', 'errored', 'errored'],
  ['active', 'cancelled', 'cancelled'],
  ['errored', 'resumed', 'active'],
  ['errored', 'cancelled', 'cancelled'],
  // An instalment may fail long after all were collected.
  ['completed', 'errored', 'errored'],
];

/** The status after the action, or nothing when the action is impossible there. */
export function nextInstalmentScheduleStatus(
  from: InstalmentScheduleStatus,
  action: InstalmentScheduleAction,
): InstalmentScheduleStatus | undefined {
  return INSTALMENT_SCHEDULE_TRANSITIONS.find(([status, moved]) => status === from && moved === action)?.[2];
}
