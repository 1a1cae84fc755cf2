import { Inject, Injectable } from '@nestjs/common';
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
import { type EffectiveView, type ListPage as RowsPage, type Paging } from '../../../read-models/paging';
import { ordinalAt } from '../../../read-models/recorded-times/reader';
import { recordedTimesReadModel } from '../../../read-models/recorded-times/table';
import { type Access, type Scope } from '../access/access';
import { type Answer, answered } from '../answers/answer';
import { type ListPage } from '../answers/listed';
import { invalid, notFound } from '../errors/problem';
import { type AsOf, type ListQuery, type Reading } from '../requests/query-parameters';
import { acknowledged } from './acknowledged';

/** What a caller may see, and as of when: what every reader of read models takes. */
export interface CallerView extends EffectiveView {
  readonly rounds: Scope;
}

export interface Seen {
  readonly view: CallerView;
  /** How far the read models are of which the view is; goes into `x-position`. */
  readonly position: Position;
}

export type ReadList<Item, Filters> = (
  database: ReadModelDatabase,
  query: CallerView & Paging & { readonly filters: Filters },
) => Promise<RowsPage<Item>>;

export type ReadOne<Item> = (database: ReadModelDatabase, view: CallerView) => Promise<Item | null>;

const TIMEOUT_MS = 2000;
/** Who has just done something finds it in a list, also without `after`; a list is not kept waiting longer for it. */
const MOMENT_MILLISECONDS = 250;

/** Turns what a request asks (`after`, `asOf`, `effectiveAt`, `connectionId`) and its key into what readers understand. */
@Injectable()
export class Views {
  constructor(
    @Inject(READ_MODEL_DATABASE) readonly database: ReadModelDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PROGRESS) private readonly progress: Progress,
  ) {}

  /** One page of a list. `readModels` are all that the reader looks into. */
  async page<Item, Filters>(
    query: ListQuery<Filters>,
    access: Access,
    readModels: readonly ReadModel[],
    read: ReadList<Item, Filters>,
  ): Promise<ListPage<Item>> {
    const { view, position } = await this.of(query, access, readModels);
    const { limit, cursor, filters } = query;
    const paging = cursor === undefined ? { limit } : { limit, cursor };
    return { ...(await read(this.database, { ...view, ...paging, filters })), position };
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
    const item = await read(this.database, view);
    if (item === null) throw notFound(missing);
    return answered(item, { position });
  }

  /** Waits 2 s at most for what was asked for. The position is read first: what is read then may be newer, never older. */
  async of(reading: Reading, access: Access, readModels: readonly ReadModel[]): Promise<Seen> {
    const { after, asOf, effectiveAt, connectionId } = reading;
    this.refuseForeign('after', after);
    if (asOf !== undefined && 'position' in asOf) this.refuseForeign('asOf', asOf.position);
    const position = await this.reached(readModels, after, asOf);
    const ordinal = asOf === undefined ? undefined : await this.ordinalOf(asOf, position);
    const view: CallerView = {
      connectionIds: access.connectionsFor(connectionId),
      rounds: access.rounds,
      ...(ordinal === undefined ? {} : { asOf: ordinal }),
      ...(effectiveAt === undefined ? {} : { effectiveAt }),
    };
    return { view, position };
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
      : ((await ordinalAt(this.database, this.store, asOf.time)) ?? ordinalOf(reached));
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
