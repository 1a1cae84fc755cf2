import { Inject, Injectable } from '@nestjs/common';
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
import { ordinalAt } from '../../../read-models/recorded-times/reader';
import { recordedTimesReadModel } from '../../../read-models/recorded-times/table';
import { type CallerView } from '../../../read-models/view';
import { type Access } from '../access/access';
import { type Answer, answered } from '../answers/answer';
import { Listed } from '../answers/listed';
import { invalid, notFound } from '../errors/problem';
import { type AsOf, type ListRequest, type Reading } from '../requests/query-parameters';
import { acknowledged } from './acknowledged';

/** What a caller sees, and how far the read models are of which it is. */
export interface Seen {
  readonly view: CallerView;
  /** Goes into `x-position`; null for what is not made from the log. */
  readonly position: Position | null;
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
      const { query, position } = await this.queryOf(source, list, page, access, within);
      return { ...(await list.page(source, query)), position };
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
    const { query, position } = await this.queryOf(source, list, request, access, within);
    const summary = await list.summary(source, query, request.groupBy ?? null);
    return answered(summary, position === null ? {} : { position });
  }

  /** One thing, or 404 in these words when it is not there, or not there for this key. */
  async one<Item extends object>(
    reading: Reading,
    access: Access,
    readModels: readonly ReadModel[],
    read: ReadOne<Item>,
    missing: string,
  ): Promise<Answer<Item>> {
    const { view, position } = await this.of(reading, access, readModels);
    const item = await read(this.source, view);
    if (item === null) throw notFound(missing);
    return answered(item, { position });
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
    const position = await this.reached(readModels, after, asOf);
    const ordinal = asOf === undefined ? undefined : await this.ordinalOf(asOf, position);
    return { view: this.viewOf(reading, access, ordinal), position };
  }

  private async queryOf<Source>(
    source: Source,
    list: List<object, Source>,
    request: ListRequest,
    access: Access,
    within: Within | undefined,
  ): Promise<{ readonly query: ListQuery; readonly position: Position | null }> {
    const { view, position } =
      list.readModels.length === 0
        ? { view: this.viewOf(request, access, undefined), position: null }
        : await this.of(request, access, list.readModels);
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
    return { query, position };
  }

  private viewOf(
    { asOf, effectiveAt, connectionId }: Reading,
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
  private async reached(
    readModels: readonly ReadModel[],
    after: Position | undefined,
    asOf: AsOf | undefined,
  ): Promise<Position> {
    const needsTimes = asOf !== undefined && 'time' in asOf;
    const names = [...readModels, ...(needsTimes ? [recordedTimesReadModel] : [])].map(({ name }) => name);
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
  private async ordinalOf(asOf: AsOf, reached: Position): Promise<bigint> {
    return 'position' in asOf
      ? ordinalOf(asOf.position)
      : ((await ordinalAt(this.source.database, this.store, asOf.time)) ?? ordinalOf(reached));
  }

  private refuseForeign(field: string, position: Position | undefined): void {
    if (position === undefined || tagOf(position) === tagOf(this.store.start())) return;
    throw invalid([{ field, code: 'unknown_position', message: 'is not a position of this event store' }]);
  }
}

function latest(a: Position | undefined, b: Position | undefined): Position | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return comparePositions(a, b) >= 0 ? a : b;
}
