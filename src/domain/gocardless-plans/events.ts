import { type MandateKey, type Reason } from '../mandates/events';
import { type Fact } from '../shared/event';

/** By what GoCardless collects on a mandate by itself, without our asking: a plan, here. */
export type PlanKind = 'subscription' | 'instalment_schedule';

export interface PlanKey {
  readonly kind: PlanKind;
  /** GoCardless's id. */
  readonly planId: string;
}

/** Which mandate a plan collects by, and its status as GoCardless showed it: read once, when the plan is first heard of. */
export type GoCardlessPlanRead = Fact<'GoCardlessPlanRead', PlanKey & MandateKey & { readonly status: string }>;

export const PLAN_ACTIONS = {
  subscription: [
    'created',
    'customer_approval_granted',
    'customer_approval_denied',
    'payment_created',
    'amended',
    'scheduled_pause',
    'scheduled_pause_cancelled',
    'scheduled_resume',
    'paused',
    'resumed',
    'finished',
    'cancelled',
  ],
  instalment_schedule: ['created', 'creation_failed', 'errored', 'resumed', 'completed', 'cancelled'],
} as const satisfies Readonly<Record<PlanKind, readonly string[]>>;
export type PlanAction = (typeof PLAN_ACTIONS)[PlanKind][number];

/** What GoCardless says of a plan stands with the mandate that it collects by. */
export type GoCardlessPlanChanged = Fact<
  'GoCardlessPlanChanged',
  PlanKey & MandateKey & { readonly action: PlanAction } & Reason
>;
