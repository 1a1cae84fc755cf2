import { type WorkingCalendar } from '../calendar/working-days';
import { Agenda } from '../clock/agenda';
import { SimulatedClock } from '../clock/simulated-clock';
import { type Task } from '../processing/task';
import { type EventResource } from '../resources/shapes';
import { IdSource } from './ids';
import { type Organisation } from './organisation';
import { RandomSource } from './random';

export interface AccessToken {
  readonly organisation: Organisation;
  readonly access: 'full' | 'read_only';
  revoked: boolean;
}

/** Everything the stand-in knows. One world, one clock, any number of organisations side by side. */
export interface World {
  readonly clock: SimulatedClock;
  readonly calendar: WorkingCalendar;
  readonly ids: IdSource;
  readonly random: RandomSource;
  readonly agenda: Agenda<Task>;
  readonly organisations: Map<string, Organisation>;
  readonly tokens: Map<string, AccessToken>;
  /** Called for every event after it is kept; the webhooks listen here. */
  announce: (organisation: Organisation, event: EventResource) => void;
}

export function createWorld(now: number, seed: string): World {
  const random = RandomSource.from(seed);
  return {
    clock: new SimulatedClock(now),
    calendar: { holidays: new Set() },
    ids: IdSource.from(random),
    random,
    agenda: new Agenda(),
    organisations: new Map(),
    tokens: new Map(),
    announce: () => undefined,
  };
}
