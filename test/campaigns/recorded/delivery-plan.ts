import { seededRandom } from '../random';
import { type Disturbance } from './disturbances';
import { type ToldEvent } from './gocardless-states';
import { type RecordedWorld } from './recorded-world';

/** The deliveries that come after each step, and those that must come before its command; the last ones come after everything. */
export interface DeliveryPlan {
  before(step: number): readonly (readonly ToldEvent[])[];
  after(step: number): readonly (readonly ToldEvent[])[];
}

type ByStep = ReadonlyMap<number, readonly ToldEvent[]>;

/**
 * Who gave a command had seen what it stands on: such an event comes before the command at the latest, whatever disturbs it. Nothing comes
 * before it has happened.
 */
export function planDeliveries(world: RecordedWorld, disturbances: readonly Disturbance[]): DeliveryPlan {
  const deadlines = deadlinesOf(world);
  const lost = new Set(disturbances.flatMap((one) => (one.kind === 'lost' ? [one.event] : [])));
  const late = new Map(disturbances.flatMap((one) => (one.kind === 'late' ? [[one.event, one.step]] : [])));
  const needed: [number, ToldEvent][] = [];
  const arriving: [number, ToldEvent][] = [];
  const byId = new Map<string, ToldEvent>();
  world.steps.forEach(({ events }, step) => {
    for (const told of events) {
      byId.set(told.event.id, told);
      const deadline = deadlines.get(told.event.id);
      const wanted = lost.has(told.event.id) ? null : (late.get(told.event.id) ?? step);
      if (deadline !== undefined && (wanted === null || wanted >= deadline)) needed.push([deadline, told]);
      else if (wanted !== null) arriving.push([wanted, told]);
    }
  });
  for (const disturbance of disturbances) {
    const told = disturbance.kind === 'again' ? byId.get(disturbance.event) : undefined;
    if (told !== undefined && disturbance.kind === 'again') arriving.push([disturbance.step, told]);
  }
  const before = byStep(needed);
  const after = byStep(arriving);
  const divide = (events: ByStep, step: number) => divided(events.get(step) ?? [], step, disturbances);
  return { before: (step) => divide(before, step), after: (step) => divide(after, step) };
}

/** The first command that stands on each event. */
function deadlinesOf({ steps }: RecordedWorld): ReadonlyMap<string, number> {
  const deadlines = new Map<string, number>();
  steps.forEach(({ command }, step) => {
    for (const id of command?.needs ?? []) if (!deadlines.has(id)) deadlines.set(id, step);
  });
  return deadlines;
}

function byStep(all: readonly (readonly [number, ToldEvent])[]): ByStep {
  const steps = new Map<number, ToldEvent[]>();
  for (const [step, told] of all) steps.set(step, [...(steps.get(step) ?? []), told]);
  return steps;
}

function divided(
  events: readonly ToldEvent[],
  step: number,
  disturbances: readonly Disturbance[],
): readonly (readonly ToldEvent[])[] {
  let ordered = [...events];
  let size = Math.max(1, events.length);
  for (const disturbance of disturbances) {
    if (disturbance.kind === 'mixed' && disturbance.step === step) ordered = mixed(ordered, disturbance.seed);
    if (disturbance.kind === 'split' && disturbance.step === step) ({ size } = disturbance);
  }
  return ordered.flatMap((_, index) => (index % size === 0 ? [ordered.slice(index, index + size)] : []));
}

function mixed<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.below(rest.length), 1));
}
