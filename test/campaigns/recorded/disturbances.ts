import { type Random } from '../random';
import { type RecordedWorld } from './recorded-world';

/** One way in which a play differs from the recording. Without any, everything is delivered at once and in order. */
export type Disturbance =
  /** The event comes only after this step. */
  | { readonly kind: 'late'; readonly event: string; readonly step: number }
  /** No delivery brings the event: the sweep at the end finds it. */
  | { readonly kind: 'lost'; readonly event: string }
  /** The event comes once more, after this step. */
  | { readonly kind: 'again'; readonly event: string; readonly step: number }
  /** What comes after this step is mixed. */
  | { readonly kind: 'mixed'; readonly step: number; readonly seed: number }
  /** What comes after this step comes in deliveries of at most so many events. */
  | { readonly kind: 'split'; readonly step: number; readonly size: number }
  /** The service's clock is so far off from this step on. */
  | { readonly kind: 'clock'; readonly step: number; readonly offsetMs: number };

export interface DisturbanceSettings {
  readonly deliveries: boolean;
  readonly clock: boolean;
}

const HOUR_MS = 60 * 60 * 1000;
/** The recordings' orders are due late enough for it. */
const MAX_HOURS_OFF = 9 * 24;

/** Some plays are disturbed a little, some beyond recognition. */
export function randomDisturbances(
  { steps }: RecordedWorld,
  random: Random,
  { deliveries, clock }: DisturbanceSettings,
): readonly Disturbance[] {
  const disturbances: Disturbance[] = [];
  const later = (step: number) => step + random.below(steps.length - step + 1);
  const late = random.below(100);
  const lost = random.below(3) === 0 ? random.below(60) : random.below(10);
  const again = random.below(40);
  steps.forEach(({ events }, step) => {
    if (clock && random.below(6) === 0) {
      const offsetMs = (random.below(2 * MAX_HOURS_OFF) - MAX_HOURS_OFF) * HOUR_MS;
      disturbances.push({ kind: 'clock', step, offsetMs });
    }
    if (!deliveries) return;
    for (const { event } of events) {
      const fate = random.below(100);
      if (fate < lost) disturbances.push({ kind: 'lost', event: event.id });
      else if (random.below(100) < late) disturbances.push({ kind: 'late', event: event.id, step: later(step) });
      if (random.below(100) < again) disturbances.push({ kind: 'again', event: event.id, step: later(step) });
    }
  });
  for (let step = 0; deliveries && step <= steps.length; step += 1) {
    if (random.below(2) === 0) disturbances.push({ kind: 'mixed', step, seed: random.below(1_000_000) });
    if (random.below(3) > 0) disturbances.push({ kind: 'split', step, size: 1 + random.below(6) });
  }
  return disturbances;
}

export function describeDisturbance(disturbance: Disturbance): string {
  switch (disturbance.kind) {
    case 'late':
      return `${disturbance.event} late, after step ${disturbance.step}`;
    case 'lost':
      return `${disturbance.event} lost`;
    case 'again':
      return `${disturbance.event} again after step ${disturbance.step}`;
    case 'mixed':
      return `step ${disturbance.step} mixed (${disturbance.seed})`;
    case 'split':
      return `step ${disturbance.step} split by ${disturbance.size}`;
    case 'clock':
      return `clock ${disturbance.offsetMs / HOUR_MS} h off from step ${disturbance.step}`;
  }
}
