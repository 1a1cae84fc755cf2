import { Agenda } from '../clock/agenda';
import { SimulatedClock } from '../clock/simulated-clock';
import { type Task } from '../processing/task';
import { IdSource, type SavedIds } from './ids';
import { known } from './known';
import { emptyOrganisation, type Organisation } from './organisation';
import { RandomSource } from './random';
import { type AccessToken, type World } from './world';

/** A world as plain JSON. */
export interface SavedWorld {
  readonly clock: number;
  readonly holidays: readonly string[];
  readonly random: number;
  readonly ids: SavedIds;
  readonly agenda: readonly (readonly [at: number, task: Task])[];
  readonly organisations: readonly SavedOrganisation[];
  readonly tokens: readonly (readonly [token: string, opens: SavedToken])[];
}

type SavedToken = Omit<AccessToken, 'organisation'> & { readonly organisation: string };

/** Id, name, and of every collection, set and map what is in it. */
type SavedOrganisation = Pick<Organisation, 'id' | 'name'> & Readonly<Record<string, unknown>>;

/** Shares everything with the world that it was taken from: to be written out before that goes on. */
export function saveWorld({ clock, calendar, random, ids, agenda, organisations, tokens }: World): SavedWorld {
  return {
    clock: clock.toJSON(),
    holidays: [...calendar.holidays],
    random: random.toJSON(),
    ids: ids.toJSON(),
    agenda: agenda.toJSON(),
    organisations: [...organisations.values()].map(saveOrganisation),
    tokens: [...tokens].map(([token, opens]) => [token, { ...opens, organisation: opens.organisation.id }]),
  };
}

export function restoreWorld(saved: SavedWorld): World {
  const world: World = {
    clock: new SimulatedClock(saved.clock),
    calendar: { holidays: new Set(saved.holidays) },
    random: new RandomSource(saved.random),
    ids: IdSource.restored(saved.ids),
    agenda: new Agenda(),
    organisations: new Map(
      saved.organisations.map((organisation) => [organisation.id, restoreOrganisation(organisation)]),
    ),
    tokens: new Map(),
    announce: () => undefined,
  };
  for (const [at, task] of saved.agenda) world.agenda.add(at, task);
  for (const [token, { organisation, ...opens }] of saved.tokens) {
    world.tokens.set(token, { ...opens, organisation: known(world.organisations.get(organisation), organisation) });
  }
  return world;
}

function saveOrganisation({ id, name, ...parts }: Organisation): SavedOrganisation {
  const saved = Object.entries(parts).map(([part, content]): [string, unknown] => [
    part,
    content instanceof Map || content instanceof Set ? [...content] : content.toJSON(),
  ]);
  return { id, name, ...Object.fromEntries(saved) };
}

function restoreOrganisation(saved: SavedOrganisation): Organisation {
  const { id, name, ...parts } = emptyOrganisation(saved.id, saved.name);
  for (const [part, content] of Object.entries(parts)) fill(content, saved[part]);
  return { id, name, ...parts };
}

/** What was saved under the name of a part was taken out of the same part, and so fits into it. */
function fill(part: Map<string, unknown> | { add(item: unknown): unknown }, content: unknown): void {
  if (part instanceof Map) for (const [key, value] of content as [string, unknown][]) part.set(key, value);
  else for (const item of content as unknown[]) part.add(item);
}
