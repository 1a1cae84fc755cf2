import { Inject, Injectable } from '@nestjs/common';
import { endOfDayInZone } from '../../../domain/shared/calendar';
import { type Clock, CLOCK } from '../../../application/ports/clock';
import {
  comparePositions,
  EVENT_STORE,
  type EventStore,
  ordinalOf,
  type Position,
  tagOf,
} from '../../../application/ports/event-store';
import { READ_MODEL_DATABASE, type ReadModelDatabase } from '../../../read-models/engine/database';
import { PROGRESS, type Progress } from '../../../read-models/engine/progress';
import { type ReadModel } from '../../../read-models/engine/read-model';
import { type List, type ListQuery, type ReadSource, type Summary } from '../../../read-models/lists/list';
import { connectionsReadModel } from '../../../read-models/connections/table';
import { timeZones } from '../../../read-models/connections/time-zones';
import { ordinalAt } from '../../../read-models/recorded-times/reader';
import { recordedTimesReadModel } from '../../../read-models/recorded-times/table';
import { type CallerView } from '../../../read-models/view';
import { type Access } from '../access/access';
import { type Answer, answered } from '../answers/answer';
import { Listed } from '../answers/listed';
import { invalid, notFound, problem } from '../errors/problem';
import { type AsOf, type ListRequest, type Moment, type Reading } from '../requests/query-parameters';
import { acknowledged } from './acknowledged';

/** What a caller sees, and how far the read models are of which it is. */
export interface Seen {
  readonly view: CallerView;
  /** Goes into `x-position`; null for what is not made from the log. */
  readonly position: Position | null;
  /** Goes into `x-time-zone`: of the day that is asked for; absent when none is. */
  readonly timeZone?: string;
}

/** The thing whose parts are listed, and the words of 404 when it is not there. */
export interface Within {
  readonly id: string;
  readonly missing: string;
}

export type ReadOne<Item> = (source: ReadSource, view: CallerView) => Promise<Item | null>;

const TIMEOUT_MS = 2000;
/** Who has just done something finds it in a list, also without `after`; a list is not kept waiting longer for it. */
const MOMENT_MILLISECONDS = 250;

/** Turns what a request asks (`after`, `asOf`, `effectiveAt`, `connectionId`) and its key into what lists understand. */
@Injectable()
export class Views {
  readonly source: ReadSource;

  constructor(
    @Inject(READ_MODEL_DATABASE) database: ReadModelDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PROGRESS) private readonly progress: Progress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.source = { database, store };
  }

  list<Item extends object>(list: List<Item>, request: ListRequest, access: Access, within?: Within): Listed<Item> {
    return this.listFrom(this.source, list, request, access, within);
  }

  /** A list that is read from something else than read models. */
  listFrom<Item extends object, Source>(
    source: Source,
    list: List<Item, Source>,
    request: ListRequest,
    access: Access,
    within?: Within,
  ): Listed<Item> {
    return new Listed(list.item, request, async (page) => {
      const { query, ...seen } = await this.queryOf(source, list, page, access, within);
      return { ...(await list.page(source, query)), ...seen };
    });
  }

  summary(list: List<object>, request: ListRequest, access: Access, within?: Within): Promise<Answer<Summary>> {
    return this.summaryFrom(this.source, list, request, access, within);
  }

  async summaryFrom<Source>(
    source: Source,
    list: List<object, Source>,
    request: ListRequest,
    access: Access,
    within?: Within,
  ): Promise<Answer<Summary>> {
    const { query, position, ...zone } = await this.queryOf(source, list, request, access, within);
    const summary = await list.summary(source, query, request.groupBy ?? null);
    return answered(summary, { ...zone, ...(position === null ? {} : { position }) });
  }

  /** One thing, or 404 in these words when it is not there, or not there for this key. */
  async one<Item extends object>(
    reading: Reading,
    access: Access,
    readModels: readonly ReadModel[],
    read: ReadOne<Item>,
    missing: string,
  ): Promise<Answer<Item>> {
    const { view, ...seen } = await this.of(reading, access, readModels);
    const item = await read(this.source, view);
    if (item === null) throw notFound(missing);
    return answered(item, seen);
  }

  /** Waits 2 s at most for what was asked for. The position is read first: what is read then may be newer, never older. */
  async of(
    reading: Reading,
    access: Access,
    readModels: readonly ReadModel[],
  ): Promise<Seen & { readonly position: Position }> {
    const { after, asOf } = reading;
    this.refuseForeign('after', after);
    if (asOf !== undefined && 'position' in asOf) this.refuseForeign('asOf', asOf.position);
    const position = await this.reached(readModels, reading);
    const timeZone = asksForDay(reading) ? await this.zoneOf(reading, access) : undefined;
    const times = timesIn(timeZone ?? 'UTC', reading);
    const ordinal = times.asOf === undefined ? undefined : await this.ordinalOf(times.asOf, position);
    const view = this.viewOf(reading, times, access, ordinal);
    return { view, position, ...(timeZone === undefined ? {} : { timeZone }) };
  }

  /** The one zone of all connections in view; UTC without any. Throws `zone_needed` when there are several. */
  private async zoneOf({ connectionId }: Reading, access: Access): Promise<string> {
    const zones = await timeZones(this.source.database);
    const scope = access.connectionsFor(connectionId);
    const ids = scope === 'all' ? [...zones.keys()] : scope;
    const [zone = 'UTC', another] = new Set(ids.flatMap((id) => zones.get(id) ?? []));
    if (another === undefined) return zone;
    throw problem(
      'zone_needed',
      'The connections are in different time zones: name one as connectionId, or a time instead of a day.',
    );
  }

  private async queryOf<Source>(
    source: Source,
    list: List<object, Source>,
    request: ListRequest,
    access: Access,
    within: Within | undefined,
  ): Promise<Omit<Seen, 'view'> & { readonly query: ListQuery }> {
    const { view, ...seen } =
      list.readModels.length === 0 ? this.withoutLog(request, access) : await this.of(request, access, list.readModels);
    const { limit, cursor, order, sort, q, filters } = request;
    const query: ListQuery = {
      ...view,
      limit,
      order,
      filters,
      ...(cursor === undefined ? {} : { cursor }),
      ...(sort === undefined ? {} : { sort }),
      ...(q === undefined ? {} : { q }),
      ...(within === undefined ? {} : { within: within.id }),
    };
    if (within !== undefined && !(await list.exists(source, query))) throw notFound(within.missing);
    return { query, ...seen };
  }

  /** What is not made from the log belongs to no connection: its days are those of UTC. */
  private withoutLog(reading: Reading, access: Access): Seen {
    const view = this.viewOf(reading, timesIn('UTC', reading), access, undefined);
    return { view, position: null, ...(asksForDay(reading) ? { timeZone: 'UTC' } : {}) };
  }

  private viewOf(
    { connectionId }: Reading,
    { asOf, effectiveAt }: Times,
    access: Access,
    ordinal: bigint | undefined,
  ): CallerView {
    const clock = this.clock.now();
    return {
      connectionIds: access.connectionsFor(connectionId),
      rounds: access.rounds,
      now: asOf !== undefined && 'time' in asOf && asOf.time < clock ? asOf.time : clock,
      ...(ordinal === undefined ? {} : { asOf: ordinal }),
      ...(effectiveAt === undefined ? {} : { effectiveAt }),
    };
  }

  /** How far the read models are, after waiting for all that the answer rests on. */
  private async reached(readModels: readonly ReadModel[], reading: Reading): Promise<Position> {
    const { after, asOf } = reading;
    const needsTimes = asOf !== undefined && !('position' in asOf);
    const needed = [
      ...readModels,
      ...(needsTimes ? [recordedTimesReadModel] : []),
      ...(asksForDay(reading) ? [connectionsReadModel] : []),
    ];
    const names = needed.map(({ name }) => name);
    const awaited = latest(after, asOf === undefined ? undefined : await this.endOf(asOf));
    if (awaited !== undefined) return this.progress.waitUntil(names, awaited, TIMEOUT_MS);
    const told = acknowledged(this.store);
    return told === undefined
      ? this.progress.positionReached(names)
      : this.progress.waitUntil(names, told, MOMENT_MILLISECONDS);
  }

  /** Nothing after this position can belong to the answer; where a time lies is known for certain at the end of the log only. */
  private async endOf(asOf: AsOf): Promise<Position> {
    const head = await this.store.head();
    return 'position' in asOf && comparePositions(asOf.position, head) < 0 ? asOf.position : head;
  }

  /** A time later than all that is known leads to what was reached, so that nothing newer slips in while it is read. */
  private async ordinalOf(asOf: NonNullable<Times['asOf']>, reached: Position): Promise<bigint> {
    return 'position' in asOf
      ? ordinalOf(asOf.position)
      : ((await ordinalAt(this.source.database, this.store, asOf.time)) ?? ordinalOf(reached));
  }

  private refuseForeign(field: string, position: Position | undefined): void {
    if (position === undefined || tagOf(position) === tagOf(this.store.start())) return;
    throw invalid([{ field, code: 'unknown_position', message: 'is not a position of this event store' }]);
  }
}

/** What is asked for, with times for days. */
interface Times {
  readonly asOf?: { readonly position: Position } | { readonly time: string };
  readonly effectiveAt?: string;
}

function timesIn(timeZone: string, { asOf, effectiveAt }: Reading): Times {
  return {
    ...(asOf === undefined ? {} : { asOf: 'position' in asOf ? asOf : { time: momentIn(timeZone, asOf) } }),
    ...(effectiveAt === undefined ? {} : { effectiveAt: momentIn(timeZone, effectiveAt) }),
  };
}

function asksForDay({ asOf, effectiveAt }: Reading): boolean {
  return [asOf, effectiveAt].some((one) => one !== undefined && 'day' in one);
}

/** A day is asked for as its whole: everything before the next one begins. */
export function momentIn(timeZone: string, moment: Moment): string {
  return 'day' in moment ? endOfDayInZone(moment.day, timeZone) : moment.time;
}

function latest(a: Position | undefined, b: Position | undefined): Position | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return comparePositions(a, b) >= 0 ? a : b;
}
