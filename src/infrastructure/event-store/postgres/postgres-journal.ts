import { type Pool, type PoolClient, type QueryConfig } from 'pg';
import {
  type Appended,
  type ExpectedRevision,
  ForeignPosition,
  MAX_PAGE_BYTES,
  ordinalOf,
  OutcomeUnknown,
  type Position,
  StoreUnavailable,
  StreamGone,
  VersionConflict,
} from '../../../application/ports/event-store';
import { Batcher, type Batching, together, upTo } from '../../../domain/shared/batcher';
import { describeError, isTransient, sqlState } from '../../../postgres/errors';
import { tellOutages } from '../../outages';
import {
  ForeignLogForm,
  LOG_FORM,
  type EncodedEvent,
  type Journal,
  type JournaledEvent,
  type JournalPage,
} from '../journal';
import { APPENDING, type AppendItem } from './append-batches';
import { LogTail } from './log-tail';
import { textArray } from '../../../postgres/text-array';

/** How much of the log one filtered page looks through at most, so that a page of a rare type takes milliseconds. */
const WINDOW = 50_000n;
const APPEND_WITHIN_MS = 15_000;
/** An append has a connection of its own beside them. */
const READING: Batching<StreamRead> = { concurrency: 3, choose: upTo(256) };
/** PostgreSQL's largest integer: no stream gets there. */
const BEYOND_ALL = 2 ** 31 - 1;

const COLUMNS = ['position', 'stream', 'revision', 'id', 'type', 'data', 'metadata'];

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The outcome of one append; the others of its batch may have others. */
type Outcome = Appended | Error;

/** Events of a stream from the first revision up to the one before `beyond`. */
interface StreamRead {
  readonly stream: string;
  readonly first: number;
  readonly beyond: number;
}

/** A row of a page, or nulls beside the head when the page is empty. */
type LogRow = { readonly head: string } & (
  (Row & { readonly found: string }) | ({ readonly [Column in keyof Row]: null } & { readonly found: null })
);

/** The log in a schema of PostgreSQL that the migrations beside it have made. */
export class PostgresJournal implements Journal {
  readonly countsEvents = true;
  private readonly appends = new Batcher<AppendItem, Appended>(
    together((batch) => this.send(batch)),
    APPENDING,
  );
  private readonly reads = new Batcher<StreamRead, readonly Row[]>(
    together((batch) => this.readTogether(batch)),
    READING,
  );
  private readonly tail: LogTail;

  private constructor(
    private readonly pool: Pool,
    private readonly tag: string,
  ) {
    this.tail = new LogTail(pool, `events_${tag}`, () => this.readHead());
  }

  /** The pool stays the caller's; it should have three connections or more, and no other user who could hold all of them. */
  static async open(pool: Pool): Promise<PostgresJournal> {
    const { rows } = await tellOutages(pool.query<{ tag: string; form: number }>('select tag, form from event_store'));
    const [log] = rows;
    if (log === undefined)
      throw new Error('The table event_store is empty: the schema is not whole. Restore it from a backup.');
    const { tag, form } = log;
    if (form !== LOG_FORM) throw new ForeignLogForm(form);
    return new PostgresJournal(pool, `pg${tag}`);
  }

  /** Waits for appends under way, wakes who waits for more, and gives its connections back to the pool. */
  async close(): Promise<void> {
    await this.appends.idle();
    await this.tail.close();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): Promise<Appended> {
    requireAppendable(stream, expected, events);
    return this.appends.ask({ stream, expected: expected === 'no_stream' ? -1 : expected, events });
  }

  async read(stream: string, fromRevision: number, limit?: number): Promise<readonly JournaledEvent[]> {
    requireReadable(stream, fromRevision);
    const beyond = limit === undefined ? BEYOND_ALL : Math.min(fromRevision + limit, BEYOND_ALL);
    const rows = await this.reads.ask({ stream, first: fromRevision, beyond });
    if (rows.some(({ revision }, index) => revision !== fromRevision + index)) throw new StreamGone(stream);
    return rows.map((row) => this.journaled(row));
  }

  async readLast(stream: string): Promise<JournaledEvent | null> {
    const { rows } = await tellOutages(
      this.pool.query<Row>(
        `select ${COLUMNS.join(', ')} from events where stream = $1 order by revision desc limit 1`,
        [stream],
      ),
    );
    return rows[0] === undefined ? null : this.journaled(rows[0]);
  }

  async readAll(
    after: Position,
    { types, limit }: { readonly types?: readonly string[]; readonly limit: number },
  ): Promise<JournalPage> {
    const from = this.ordinal(after);
    const { rows } = await tellOutages(
      // One statement, so that the head and the events are of the same moment.
      this.pool.query<LogRow>(
        `select head, found, ${COLUMNS.join(', ')}
                 from (select coalesce(max(position), 0) as head from events) log
                 left join lateral (
                   select *, count(*) over () as found,
                          sum(octet_length(data) + octet_length(metadata)) over (order by position) as through
                     from (select * from events
                            where position > $1 and position <= $2 ${types === undefined ? '' : 'and type = any ($5)'}
                            order by position limit $3) candidate
                 ) page on through - octet_length(data) - octet_length(metadata) < $4
                 order by position`,
        [String(from), String(from + WINDOW), limit, MAX_PAGE_BYTES, ...(types === undefined ? [] : [types])],
      ),
    );
    const head = BigInt(rows[0]?.head ?? '0');
    if (from > head) throw new ForeignPosition(after, this.position(head));
    const events = rows.flatMap((row) => (row.position === null ? [] : [this.journaled(row)]));
    const last = events.at(-1);
    const isCut = events.length === limit || events.length < Number(rows[0]?.found ?? 0);
    const scannedTo = last !== undefined && isCut ? last.position : this.position(lower(head, from + WINDOW));
    return { events, scannedTo };
  }

  async waitForMore(after: Position, signal: AbortSignal, types?: readonly string[]): Promise<void> {
    await this.tail.waitBeyond(this.ordinal(after), signal, types);
  }

  start(): Position {
    return this.position(0n);
  }

  async head(): Promise<Position> {
    return this.position(await this.readHead());
  }

  private async readTogether(batch: readonly StreamRead[]): Promise<readonly (readonly Row[])[]> {
    const { rows } = await tellOutages(
      this.pool.query<Row & { readonly asked: number }>(
        `select asked::integer, ${COLUMNS.map((column) => `e.${column}`).join(', ')}
         from unnest($1::text[], $2::integer[], $3::integer[]) with ordinality item(stream, first, beyond, asked)
         join events e on e.stream = item.stream and e.revision >= first and e.revision < beyond
         order by asked, e.revision`,
        [
          textArray(batch.map(({ stream }) => stream)),
          batch.map(({ first }) => first),
          batch.map(({ beyond }) => beyond),
        ],
      ),
    );
    const answers = batch.map((): Row[] => []);
    for (const row of rows) answers[row.asked - 1]?.push(row);
    return answers;
  }

  private async readHead(): Promise<bigint> {
    const { rows } = await tellOutages(
      this.pool.query<{ head: string }>('select coalesce(max(position), 0) as head from events'),
    );
    return BigInt(rows[0]?.head ?? '0');
  }

  /** Never throws: what failed is the outcome of each item. */
  private async send(batch: readonly AppendItem[]): Promise<readonly Outcome[]> {
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      return batch.map(({ stream }) => failureOfConnecting(stream, error));
    }
    try {
      const answers = await callAppend(client, batch);
      client.release();
      return this.outcomes(batch, answers);
    } catch (error) {
      client.release(true);
      return batch.map(({ stream }) => failureOfCall(stream, error));
    }
  }

  private outcomes(batch: readonly AppendItem[], answers: readonly Answer[]): readonly Outcome[] {
    let head = 0n;
    const types = new Set<string>();
    const outcomes = batch.map(({ stream, expected, events }, index): Outcome => {
      const answer = answers[index];
      if (answer === undefined) return new Error(`append_events() gave no answer for ${stream}.`);
      if (answer.last_position === null)
        return new VersionConflict(stream, revisionOf(expected), revisionOf(answer.actual));
      const ordinal = BigInt(answer.last_position);
      if (ordinal > head) head = ordinal;
      for (const { type } of events) types.add(type);
      return { revision: expected + events.length, position: this.position(ordinal) };
    });
    if (head > 0n) this.tail.appended(head, types);
    return outcomes;
  }

  private journaled(row: Row): JournaledEvent {
    const { stream, revision, id, type, data, metadata } = row;
    return { stream, revision, position: this.position(BigInt(row.position)), id, type, data, metadata };
  }

  private position(ordinal: bigint): Position {
    return `${this.tag}.${ordinal}`;
  }

  private ordinal(position: Position): bigint {
    if (!position.startsWith(`${this.tag}.`)) throw new ForeignPosition(position, this.start());
    return ordinalOf(position);
  }
}

interface Answer {
  /** The stream's revision before the call, -1 = no stream. */
  readonly actual: number;
  /** Null = version conflict. */
  readonly last_position: string | null;
}

async function callAppend(client: PoolClient, batch: readonly AppendItem[]): Promise<readonly Answer[]> {
  const events = batch.flatMap(({ expected, events: ofItem }, item) =>
    ofItem.map((event, index) => ({ owner: item + 1, revision: expected + 1 + index, event })),
  );
  // `pg` knows this setting for one statement, its type does not.
  const call: QueryConfig & { readonly query_timeout: number } = {
    name: 'append_events',
    text: 'select actual, last_position from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [
      textArray(batch.map(({ stream }) => stream)),
      batch.map(({ expected }) => expected),
      batch.map(({ events: ofItem }) => ofItem.length),
      events.map(({ owner }) => owner),
      events.map(({ revision }) => revision),
      events.map(({ event }) => event.id),
      textArray(events.map(({ event }) => event.type)),
      textArray(events.map(({ event }) => event.data)),
      textArray(events.map(({ event }) => event.metadata)),
    ],
    query_timeout: APPEND_WITHIN_MS,
  };
  return (await client.query<Answer>(call)).rows;
}

/** An error that the server answered with undid the call, unless it says that the session ends: then it may have come after the commit. */
function failureOfCall(stream: string, error: unknown): Error {
  const state = sqlState(error);
  const answered = state !== null && !state.startsWith('57P') && !state.startsWith('08');
  return isTransient(error) && !answered ? new OutcomeUnknown(stream) : failureOfConnecting(stream, error);
}

/** Nothing was sent, or the server has undone it. */
function failureOfConnecting(stream: string, error: unknown): Error {
  const reason = describeError(error);
  return isTransient(error) ? new StoreUnavailable(reason) : new Error(`The append to ${stream} failed: ${reason}`);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An append that PostgreSQL would refuse is refused here, since there it would fail the whole batch that it goes out with. */
function requireAppendable(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): void {
  if (events.length === 0) throw new Error(`An append to ${stream} without events.`);
  if (
    expected !== 'no_stream' &&
    !(Number.isInteger(expected) && expected >= 0 && expected < 2 ** 31 - events.length)
  ) {
    throw new Error(`An append to ${stream} expects the revision ${expected}, which no stream can have.`);
  }
  const texts = [stream, ...events.flatMap(({ type, data, metadata }) => [type, data, metadata])];
  if (texts.some((text) => text.includes('\0'))) throw new Error('An append with a zero character in it.');
  const odd = events.find(({ id }) => !UUID.test(id));
  if (odd !== undefined)
    throw new Error(`An append to ${stream} with the event id "${odd.id}", which is no lower-case UUID.`);
}

/** The same for a read. */
function requireReadable(stream: string, fromRevision: number): void {
  if (stream.includes('\0')) throw new Error('A read of a stream with a zero character in its name.');
  if (!(Number.isInteger(fromRevision) && fromRevision >= 0 && fromRevision <= BEYOND_ALL)) {
    throw new Error(`A read of ${stream} from the revision ${fromRevision}, which no stream can have.`);
  }
}

function revisionOf(revision: number): ExpectedRevision {
  return revision === -1 ? 'no_stream' : revision;
}

function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
