import { type MandateKey } from '../mandates/events';
import { reasonOf } from '../payments/gocardless-facts';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { type GoCardlessPlanChanged, PLAN_ACTIONS, type PlanAction, type PlanKey, type PlanKind } from './events';

const KINDS: Readonly<Record<string, PlanKind>> = {
  subscriptions: 'subscription',
  instalment_schedules: 'instalment_schedule',
};

/** Which kind of plan an event is about, or null for one that is about none. */
export function planKindOf({ resourceType }: Pick<GoCardlessEvent, 'resourceType'>): PlanKind | null {
  return KINDS[resourceType] ?? null;
}

/** What a GoCardless event about a plan means here, or null for an action that we do not know. */
export function planFactFrom(
  event: GoCardlessEvent,
  { kind, planId }: PlanKey,
  { connectionId, mandateId }: MandateKey,
): GoCardlessPlanChanged | null {
  const action = planActionOf(event);
  if (action === null) return null;
  const data = { connectionId, mandateId, kind, planId, action, ...reasonOf(event) };
  return { type: 'GoCardlessPlanChanged', data };
}

/** Null for an action that a plan's mandate does not record. */
export function planActionOf(event: Pick<GoCardlessEvent, 'resourceType' | 'action'>): PlanAction | null {
  const kind = planKindOf(event);
  const actions: readonly PlanAction[] = kind === null ? [] : PLAN_ACTIONS[kind];
  return actions.find((action) => action === event.action) ?? null;
}
