import { EVERYTHING, pageOf } from '../../../test/support/asked-list';
import { plainFold } from '../../../test/support/plain-fold';
import { BATCH, PlayedBalances } from '../../../test/support/played-balances';
import { project } from '../../../test/support/projected';
import { contentsOf, type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { type BalanceQuestions, type CollectableBalance } from '../../application/ports/balance-questions';
import { type ExportRow } from '../../domain/balance-exports/events';
import { rowPaymentId } from '../../domain/balance-exports/rows';
import { ALL_READ_MODELS } from '../all-read-models';
import { balanceExportsReadModel } from '../balance-exports/table';
import { balanceExportsList, findBalanceExport } from '../balance-exports/list';
import { rowMatchesOf } from '../balance-exports/row-matches';
import { exportRowsList } from '../balance-exports/rows';
import { balanceQuestions } from './balance-questions';
import { rebuild } from '../engine/rebuild';
import { UnknownCursor } from '../lists/list';
import { balancesList } from './list';
import { paymentsReadModel } from '../payments/table';

const OPEN = 'bex_fedcba9876543210fedcba9876543210';

type Step =
  | 'stated'
  | 'exported'
  | 'added'
  | 'seen'
  | 'released'
  | 'appeared'
  | 'paidOut'
  | 'lost'
  | 'adopted'
  | 'matched'
  | 'restated';

/**
 * Ann's row is collected with another amount, paid out and charged back; Bob's is not seen, but somebody has charged him elsewhere; Cat's is
 * given up and appears all the same. Another batch is left open, and holds what Gus owes.
 */
async function playBalances() {
  const played = await PlayedBalances.begin();
  const { world } = played;
  const marks = new Map<Step, bigint>();
  const mark = async (step: Step) => {
    marks.set(step, await world.ordinal());
  };
  await played.state('cus_ann', 10_000);
  await played.state('cus_bob', 5_000);
  await played.state('cus_cat', 3_000);
  await played.state('cus_dan', 700);
  await played.state('cus_eve', -900);
  await played.state('cus_ann', 40, undefined, 'EUR');
  await world.registerCustomer('con_1', 'cus_gus', 'Gus');
  await played.state('cus_gus', 60);
  await mark('stated');
  const rows = await played.export(BATCH, [
    { customerId: 'cus_ann', mandateId: 'MDANN', amount: 10_000 },
    { customerId: 'cus_bob', mandateId: 'MDBOB2', amount: 5_000 },
    { customerId: 'cus_cat', mandateId: 'MDCAT1', amount: 3_000 },
  ]);
  await played.open(OPEN);
  await played.reserve(OPEN, 1, 'cus_gus', 60);
  await mark('exported');
  await played.add(BATCH, rows);
  await mark('added');
  const [ann, bob, cat] = rows as readonly [ExportRow, ExportRow, ExportRow];
  await played.appear(ann, 'PM1', { amount: 9_500 });
  await mark('seen');
  await played.release(BATCH, cat);
  await mark('released');
  await played.appear(cat, 'PM3');
  await mark('appeared');
  world.at('2026-03-10T09:00:00.000Z');
  await played.tell(rowPaymentId(ann.rowId), 'PM1', 'paid_out', '2026-03-23T06:00:00.000Z');
  await mark('paidOut');
  await played.tell(rowPaymentId(ann.rowId), 'PM1', 'charged_back', '2026-04-02T06:00:00.000Z');
  await mark('lost');
  return { played, rows, marks, ann, bob, cat, mark };
}

describe('balances and their exports', () => {
  let database: SampleDatabase;
  let story: Awaited<ReturnType<typeof playBalances>>;
  let questions: BalanceQuestions;
  let elsewhere: string;

  beforeAll(async () => {
    database = await sampleDatabase();
    story = await playBalances();
    const { played, bob, mark } = story;
    // Made on the mandate that Bob's was replaced by, within the days of the export: before the clock went on.
    elsewhere = await played.adopt('PM8', 'MDBOB', 5_000, 'cus_bob', '2026-03-05T09:00:00.000Z');
    await played.adopt('PM9', 'MDANN', 10_000, 'cus_ann', '2026-02-05T09:00:00.000Z');
    await mark('adopted');
    await played.match(bob, elsewhere);
    await mark('matched');
    await played.state('cus_ann', 12_000, '2026-04-03T00:00:00.000Z');
    await mark('restated');
    questions = balanceQuestions(database, await project(database, played.world.store));
  }, 60_000);

  afterAll(() => database.close());

  const source = () => ({ database, store: story.played.world.store });
  const balancesAsOf = async (step?: Step) => {
    const asOf = step === undefined ? undefined : story.marks.get(step);
    const query = { filters: { currency: 'GBP' }, ...(asOf === undefined ? {} : { asOf }) };
    const { items } = await pageOf(balancesList, source(), query);
    return Object.fromEntries(
      items.map(({ customerName, stated, inFlight, paidSince, reversedSince, collectable }) => [
        customerName ?? '',
        [stated, inFlight, paidSince, reversedSince, collectable],
      ]),
    );
  };

  const others = { Dan: [700, 0, 0, 0, 700], Eve: [-900, 0, 0, 0, 0] };

  it('shows what is collectable, as of every step', async () => {
    expect(await balancesAsOf('stated')).toEqual({
      ...others,
      Ann: [10_000, 0, 0, 0, 10_000],
      Bob: [5_000, 0, 0, 0, 5_000],
      Cat: [3_000, 0, 0, 0, 3_000],
      Gus: [60, 0, 0, 0, 60],
    });
    const reserved = {
      ...others,
      Ann: [10_000, 10_000, 0, 0, 0],
      Bob: [5_000, 5_000, 0, 0, 0],
      Cat: [3_000, 3_000, 0, 0, 0],
      Gus: [60, 60, 0, 0, 0],
    };
    expect(await balancesAsOf('exported')).toEqual(reserved);
    expect(await balancesAsOf('added')).toEqual(reserved);
    const seen = { ...reserved, Ann: [10_000, 9_500, 0, 0, 500] };
    expect(await balancesAsOf('seen')).toEqual(seen);
    expect(await balancesAsOf('released')).toEqual({ ...seen, Cat: [3_000, 0, 0, 0, 3_000] });
    expect(await balancesAsOf('appeared')).toEqual(seen);
    expect(await balancesAsOf('paidOut')).toEqual({ ...seen, Ann: [10_000, 0, 9_500, 0, 500] });
    expect(await balancesAsOf('lost')).toEqual({ ...seen, Ann: [10_000, 0, 9_500, 9_500, 10_000] });
    const matched = { Ann: [10_000, 10_000, 9_500, 9_500, 0], Bob: [5_000, 5_000, 0, 0, 0] };
    expect(await balancesAsOf('matched')).toEqual({ ...seen, ...matched });
    // What came and went before the new statement is in it.
    const now = { ...seen, ...matched, Ann: [12_000, 10_000, 0, 0, 2_000] };
    expect(await balancesAsOf('restated')).toEqual(now);
    expect(await balancesAsOf()).toEqual(now);
  });

  it('filters balances', async () => {
    const ids = async (filters: Readonly<Record<string, unknown>>) =>
      (await pageOf(balancesList, source(), { filters })).items.map(
        ({ customerId, currency }) => `${customerId} ${currency}`,
      );
    expect(await ids({ customerId: 'cus_ann' })).toEqual(['cus_ann GBP', 'cus_ann EUR']);
    expect(await ids({ round: 'north' })).toEqual(['cus_ann GBP', 'cus_bob GBP', 'cus_ann EUR']);
    expect(await ids({ round: 'north', customerId: 'cus_cat' })).toEqual([]);
    expect(await ids({ currency: 'EUR' })).toEqual(['cus_ann EUR']);
    const page = await pageOf(balancesList, source(), { limit: 2, connectionIds: ['con_1'] });
    expect(page.items.map(({ customerId }) => customerId)).toEqual(['cus_ann', 'cus_bob']);
    expect((await pageOf(balancesList, source(), { connectionIds: ['con_2'] })).items).toEqual([]);
  });

  it('tells an export what to take of whom, and by which mandate', async () => {
    const asked = { connectionId: 'con_1', currency: 'GBP', customerIds: null, after: null, limit: 500 };
    const told = (balances: readonly CollectableBalance[]) =>
      balances.map(({ name, collectable, mandate, mandateOfOtherCurrency, version }) => [
        name,
        collectable,
        mandate?.mandateId ?? mandateOfOtherCurrency,
        version,
      ]);
    const all = [
      ['Ann', 2_000, 'MDANN', 3],
      ['Bob', 0, 'MDBOB2', 2],
      ['Cat', 0, 'MDCAT1', 3],
      ['Dan', 700, true, 1],
      ['Eve', 0, false, 1],
      ['Gus', 0, false, 2],
    ];
    expect(told(await questions.collectable(asked))).toEqual(all);
    expect(told(await questions.collectable({ ...asked, after: 'cus_bob', limit: 2 }))).toEqual(all.slice(2, 4));
    expect(told(await questions.collectable({ ...asked, connectionId: 'con_2' }))).toEqual([]);
    const chosen = ['cus_fay', 'cus_ann', 'cus_nobody'];
    expect(told(await questions.collectable({ ...asked, customerIds: chosen }))).toEqual([
      all[0],
      ['Fay', 0, false, 0],
    ]);
    const [bob] = await questions.collectable({ ...asked, customerIds: ['cus_bob'] });
    expect(bob).toStrictEqual({
      customerId: 'cus_bob',
      version: 2,
      stated: 5_000,
      asOf: '2026-03-01T00:00:00.000Z',
      inFlight: 5_000,
      paidSince: 0,
      reversedSince: 0,
      collectable: 0,
      name: 'Bob',
      company: null,
      email: 'bob@example.com',
      mandate: { mandateId: 'MDBOB2', gocardlessCustomerId: 'CUCUS_BOB' },
      mandateOfOtherCurrency: false,
    });
  });

  it('answers what batches and imports ask', async () => {
    const [one, two, three] = story.rows.map(({ rowId }) => rowId);
    expect(await questions.unfinishedExports('con_1')).toEqual([OPEN]);
    expect(await questions.unfinishedExports('con_2')).toEqual([]);
    const [held] = await questions.reservedRows(OPEN, 10);
    expect(held).toMatchObject({ customerId: 'cus_gus', currency: 'GBP' });
    expect(await questions.reservedRows(BATCH, 1)).toEqual([{ rowId: one, customerId: 'cus_ann', currency: 'GBP' }]);
    const state = { released: false, rejected: false };
    const states = [
      { rowId: one, number: 1, ...state, payment: 'seen' },
      { rowId: two, number: 2, ...state, payment: 'closed' },
      { rowId: three, number: 3, ...state, released: true, payment: 'seen' },
    ];
    expect(await questions.exportRows(BATCH, 0, 10)).toEqual(states);
    expect(await questions.exportRows(BATCH, 1, 1)).toEqual(states.slice(1, 2));
    expect(await questions.customersByIds('con_1', ['cus_ann', 'cus_nobody'])).toEqual(new Set(['cus_ann']));
    expect(await questions.customersByIds('con_2', ['cus_ann'])).toEqual(new Set());
    expect(await questions.customersByReferences('con_1', ['C-cus_bob', 'C-nobody'])).toEqual(
      new Map([['C-cus_bob', ['cus_bob']]]),
    );
  });

  it('suggests a payment made elsewhere for a row that waits, until it is taken for it', async () => {
    const asOf = story.marks.get('adopted') ?? 0n;
    expect(await rowMatchesOf(database, { ...EVERYTHING, asOf }, BATCH)).toEqual([
      {
        rowId: story.bob.rowId,
        paymentId: elsewhere,
        number: 2,
        customerId: 'cus_bob',
        mandateId: 'MDBOB',
        amount: 5_000,
        currency: 'GBP',
        gocardlessPaymentId: 'PM8',
        submittedAt: '2026-03-05T09:00:00.000Z',
      },
    ]);
    expect(await questions.rowMatches(BATCH)).toEqual([]);
    expect(await rowMatchesOf(database, { connectionIds: ['con_2'] }, BATCH)).toBeNull();
  });

  it('shows the rows of a batch with what became of them', async () => {
    // Sealed and added on Sunday, 1 March: the rows are expected by the end of Tuesday.
    const rows = async (
      filters: Readonly<Record<string, unknown>>,
      { asOf, now = '2026-03-03T12:00:00.000Z' }: { asOf?: Step; now?: string } = {},
    ) => {
      const ordinal = asOf === undefined ? undefined : story.marks.get(asOf);
      const query = { filters, now, within: BATCH, ...(ordinal === undefined ? {} : { asOf: ordinal }) };
      const { items } = await pageOf(exportRowsList, source(), query);
      return items.map(({ customerName, status, collectedAmount, ...row }) => [
        customerName,
        status,
        collectedAmount,
        ...(['released', 'afterCancellation', 'amountDiffers', 'notSeen'] as const).filter((flag) => row[flag]),
      ]);
    };
    const late = { now: '2026-03-04T12:00:00.000Z' };
    const fresh = [
      ['Ann', 'exported', null],
      ['Bob', 'exported', null],
      ['Cat', 'exported', null],
    ];
    expect(await rows({}, { asOf: 'exported' })).toEqual(fresh);
    expect(await rows({ notSeen: true }, { asOf: 'exported', ...late })).toEqual(
      fresh.map((row) => [...row, 'notSeen']),
    );
    const ann = ['Ann', 'pending_submission', 9_500, 'amountDiffers'];
    const bob = ['Bob', 'awaiting_gocardless', null];
    expect(await rows({}, { asOf: 'seen' })).toEqual([ann, bob, ['Cat', 'awaiting_gocardless', null]]);
    expect(await rows({}, { asOf: 'released', ...late })).toEqual([
      ann,
      [...bob, 'notSeen'],
      ['Cat', 'released', null, 'released'],
    ]);
    expect(await rows({ notSeen: true }, { asOf: 'released', ...late })).toEqual([[...bob, 'notSeen']]);
    expect(await rows({ notSeen: true }, { asOf: 'released' })).toEqual([]);
    const now = [
      ['Ann', 'charged_back', 9_500, 'amountDiffers'],
      ['Bob', 'matched', null],
      ['Cat', 'pending_submission', 3_000, 'released', 'afterCancellation'],
    ];
    expect(await rows({}, late)).toEqual(now);
    expect(await rows({ amountDiffers: true })).toEqual(now.slice(0, 1));
    expect(await rows({ afterCancellation: true, released: true })).toEqual(now.slice(2));
    expect(await rows({ released: false, customerId: 'cus_bob' })).toEqual(now.slice(1, 2));
    expect(await rows({}, { asOf: 'stated' })).toEqual([]);
  });

  it('pages through the rows of a batch', async () => {
    const page = { limit: 2, within: BATCH };
    const first = await pageOf(exportRowsList, source(), page);
    expect(first.items.map(({ id }) => id)).toEqual([story.ann.rowId, story.bob.rowId]);
    const rest = await pageOf(exportRowsList, source(), { ...page, cursor: first.next ?? '' });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[story.cat.rowId], null]);
    await expect(pageOf(exportRowsList, source(), { ...page, cursor: 'blr_x' })).rejects.toBeInstanceOf(UnknownCursor);
    const elsewhere = { ...EVERYTHING, connectionIds: ['con_2'], order: 'asc', limit: 1, filters: {} } as const;
    expect(await exportRowsList.exists(source(), { ...elsewhere, within: BATCH })).toBe(false);
    expect(await exportRowsList.exists(source(), { ...elsewhere, connectionIds: 'all', within: BATCH })).toBe(true);
  });

  it('shows batches and how far they are', async () => {
    const { items } = await pageOf(balanceExportsList, source());
    expect(items.map(({ id, status, added, released }) => [id, status, added, released])).toEqual([
      [BATCH, 'exported', true, 1],
      [OPEN, 'opened', false, 0],
    ]);
    const opened = await pageOf(balanceExportsList, source(), { filters: { status: 'opened' } });
    expect(opened.items.map(({ id }) => id)).toEqual([OPEN]);
    const found = await findBalanceExport(database, { ...EVERYTHING, now: '2026-03-04T12:00:00.000Z' }, BATCH);
    expect(found).toMatchObject({
      rows: 3,
      totalAmount: 18_000,
      csvSha256: 'csv',
      collected: false,
      notReproducibleSince: null,
      progress: { sent: 2, refused: 0, of: 3, afterCancellation: 1, amountDiffers: 1, notSeen: 0 },
    });
    const asOf = story.marks.get('released');
    const before = await findBalanceExport(
      database,
      { ...EVERYTHING, now: '2026-03-04T12:00:00.000Z', ...(asOf === undefined ? {} : { asOf }) },
      BATCH,
    );
    expect(before?.progress).toEqual({
      sent: 1,
      refused: 0,
      of: 2,
      afterCancellation: 0,
      amountDiffers: 1,
      notSeen: 1,
    });
    expect(await findBalanceExport(database, { ...EVERYTHING, connectionIds: ['con_2'] }, BATCH)).toBeNull();
  });

  it('has in every table what the plainest fold of the log gives, and the same when it is built anew', async () => {
    const log = await story.played.world.log();
    for (const table of ALL_READ_MODELS.flatMap(({ tables }) => tables)) {
      expect(await contentsOf(database, table)).toStrictEqual(plainFold(table, log));
    }
    const { store } = story.played.world;
    const { equal, differences } = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
    expect([equal, differences]).toEqual([true, []]);
  });

  it.each([1, 3, 1000])('has the same rows when the log comes in pages of %i', async (pageSize) => {
    const other = await sampleDatabase();
    try {
      await project(other, story.played.world.store, pageSize);
      for (const table of [...paymentsReadModel.tables, ...balanceExportsReadModel.tables]) {
        expect(await contentsOf(other, table)).toStrictEqual(await contentsOf(database, table));
      }
    } finally {
      await other.close();
    }
  });
});
