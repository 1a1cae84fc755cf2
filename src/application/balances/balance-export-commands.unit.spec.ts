import { type Asked } from '../../../test/support/decider';
import { MemoryEventStore } from '../../../test/support/memory-event-store';
import { READING } from '../../../test/support/payment-worlds';
import { runningOn } from '../../../test/support/running';
import { executor, writeBatch } from '../../../test/support/sealed-batch';
import { type SealedBalanceExport } from '../../domain/balance-exports/balance-export';
import { type ExportRow } from '../../domain/balance-exports/events';
import { isIn } from '../../domain/balance-exports/ranges';
import { awaitedPayment } from '../../domain/balance-exports/row-payment';
import { exportRowId, rowPaymentId } from '../../domain/balance-exports/rows';
import { balanceIn } from '../../domain/customers/balances';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type TokenAccess } from '../../domain/connections/events';
import { customerDecider } from '../../domain/customers/customer';
import { isAtGoCardless, type PaymentFacts } from '../../domain/payments/facts';
import { lifecycleOf } from '../../domain/payments/lifecycle';
import { type PaymentCommand, paymentDecider } from '../../domain/payments/payment';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExports } from './balance-exports';
import { BalanceReservations } from './balance-reservations';
import { BatchOutcomes } from './batch-outcomes';
import { Connections } from '../connections/connections';
import { ExportRowStates } from './export-row-states';
import { Mandates } from '../mandates/mandates';
import { PaymentBinding } from '../payments/payment-binding';
import { type AccessScope } from '../access-scope';
import { type BalanceFiles } from '../ports/balance-files';
import { type BalanceQuestions, type ExportRowState, type RowMatch } from '../ports/balance-questions';
import { comparePositions } from '../ports/event-store';
import { type ReadModels } from '../ports/queries';
import { BalanceBatches } from './balance-batches';
import { CarryOutExport } from './carry-out-export';
import { CarryOutImport } from './carry-out-import';
import { runPartitions } from '../running/run-partitions';
import { SubmissionOutcomes } from '../payments/submission-outcomes';
import { AddBalancesAsPayments, AddBalancesAsPaymentsHandler } from './add-balances-as-payments';
import { CancelBalanceExport, CancelBalanceExportHandler } from './cancel-balance-export';
import { CollectBalances, CollectBalancesHandler } from './collect-balances';
import { ConfirmRowMatches, ConfirmRowMatchesHandler } from './confirm-row-matches';

const CONNECTION = 'con_1';
const BATCH = `bex_${'a'.repeat(32)}`;
const AT = '2026-03-02T10:00:00.000Z';
const EVERYWHERE: AccessScope = { connectionIds: 'all', rounds: 'all' };

let store: MemoryEventStore;
let aggregates: Aggregates;
let exports: BalanceExports;
let suggestions: RowMatch[];
let process: BalanceBatches;
let commands: ReturnType<typeof handlers>;
let background: { readonly end: AbortController; readonly done: Promise<void> } | null;

beforeEach(async () => {
  store = new MemoryEventStore();
  aggregates = new Aggregates(store, { now: () => AT });
  exports = new BalanceExports(aggregates, store);
  suggestions = [];
  background = null;
  const files = { remove: () => Promise.resolve() } as Partial<BalanceFiles> as BalanceFiles; // only this is asked
  const reservations = new BalanceReservations(aggregates, store, questions, files);
  const carryOutExport = new CarryOutExport(aggregates, exports, reservations, store);
  process = new BalanceBatches(carryOutExport, new CarryOutImport(aggregates, store));
  commands = handlers();
  await openConnection('read_write');
});

afterEach(async () => {
  background?.end.abort();
  await background?.done;
});

/** Lets the process work beside the commands. */
function work(): void {
  const end = new AbortController();
  background = { end, done: runPartitions(process, runningOn(store), end.signal) };
}

/** What the read models would say, asked of the log. */
const questions = {
  caughtUp: () => Promise.resolve(),
  rowMatches: () => Promise.resolve(suggestions),
  exportRows: async (_id: string, after: number, limit: number) =>
    (await rowStates()).filter(({ number }) => number > after).slice(0, limit),
} as Partial<BalanceQuestions> as BalanceQuestions; // only these are asked

async function batch(): Promise<SealedBalanceExport> {
  const found = await exports.within(EVERYWHERE, BATCH);
  if (found?.state.status !== 'exported') throw new Error('The batch is not sealed.');
  return found.state;
}

async function rowStates(): Promise<readonly ExportRowState[]> {
  const found = await exports.within(EVERYWHERE, BATCH);
  if (found?.state.status !== 'exported') return [];
  const { seal, released } = found.state;
  const states: ExportRowState[] = [];
  for await (const rows of exports.rows(BATCH, seal)) {
    for (const { rowId, number } of rows) {
      const facts = await factsOf(rowPaymentId(rowId));
      const phase = facts === null ? 'none' : lifecycleOf(facts).phase.kind;
      states.push({
        rowId,
        number,
        released: isIn(released, number),
        payment: stateOf(facts, phase),
        rejected: phase === 'rejected',
      });
    }
  }
  return states;
}

function stateOf(facts: PaymentFacts | null, phase: string): ExportRowState['payment'] {
  if (facts === null) return 'none';
  if (isAtGoCardless(facts)) return 'seen';
  return phase === 'awaiting_gocardless' ? 'awaited' : phase === 'requested' ? 'requested' : 'closed';
}

const factsOf = async (paymentId: string) => (await aggregates.load(paymentDecider, paymentId)).state.facts;

function handlers() {
  // Time is over only when the work is: no answer here may come of a timeout.
  const timeouts = new SubmissionOutcomes(aggregates, store, (_, signal) => aborted(signal));
  const outcomes = new BatchOutcomes(timeouts, store);
  const states = new ExportRowStates(store, questions);
  const mandates = new Mandates(aggregates, store, {} as ReadModels); // no read model is asked for a chain
  const connections = new Connections(aggregates);
  const binding = new PaymentBinding(aggregates, mandates);
  const add = new AddBalancesAsPaymentsHandler(aggregates, exports, states, outcomes);
  const collect = new CollectBalancesHandler(aggregates, connections, exports, states, outcomes);
  const cancel = new CancelBalanceExportHandler(aggregates, exports, states, outcomes);
  const confirm = new ConfirmRowMatchesHandler(aggregates, exports, binding, questions, store);
  return {
    add: (id = BATCH, scope = EVERYWHERE) => add.execute(new AddBalancesAsPayments(id, scope, context())),
    collect: (id = BATCH, scope = EVERYWHERE) => collect.execute(new CollectBalances(id, scope, context())),
    cancel: (rows: readonly string[] | null = null, id = BATCH, scope = EVERYWHERE) =>
      cancel.execute(new CancelBalanceExport(id, rows, scope, context())),
    confirm: (matches: readonly RowMatch[] | null = null, id = BATCH, scope = EVERYWHERE) =>
      confirm.execute(new ConfirmRowMatches(id, matches, scope, context())),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

function openConnection(access: TokenAccess, connectionId = CONNECTION) {
  return executor(store)(connectionDecider, connectionId, {
    type: 'OpenConnection',
    connectionId,
    name: 'Main',
    environment: 'sandbox',
    creditorId: 'CR1',
    creditorName: 'Acme',
    receiptSeries: 'R-',
    access,
    at: AT,
    causationId: 'open',
  });
}

let asked = 0;
function context(): CommandContext {
  asked += 1;
  return { commandId: `command ${asked}`, correlationId: 'test', actor: 'user:key_1', at: AT };
}

async function batchOf(count: number, connectionId = CONNECTION): Promise<readonly ExportRow[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    customerId: `cus_${index + 1}`,
    mandateId: `MD${index + 1}`,
    amount: 12_000,
  }));
  const details = { name: 'Ada', company: null, email: null, reference: null, round: null };
  for (const { customerId } of rows) {
    const command = { type: 'RegisterCustomer', customerId, connectionId, details } as const;
    await executor(store)(customerDecider, customerId, { ...command, causationId: customerId, at: AT });
  }
  return writeBatch(store, { balanceExportId: BATCH, connectionId, rows });
}

const pay = (paymentId: string, command: Asked<PaymentCommand>) => executor(store)(paymentDecider, paymentId, command);

/** GoCardless shows the payment of a row. */
const show = (number: number) =>
  pay(rowPaymentId(exportRowId(BATCH, number)), {
    type: 'BindPayment',
    reading: { ...READING, gocardlessPaymentId: `PM${number}`, mandateId: `MD${number}` },
    causationId: `PM${number}`,
    at: AT,
  });

const refuseRow = (number: number) =>
  pay(rowPaymentId(exportRowId(BATCH, number)), {
    type: 'RejectSubmission',
    rejection: { errorType: 'invalid_state', reason: 'mandate_is_inactive', errors: [], requestId: null },
    causationId: `rejection ${number}`,
    at: AT,
  });

/** Somebody made a payment elsewhere. */
async function adopt(paymentId: string, reading: Partial<typeof READING> = {}): Promise<string> {
  await pay(paymentId, {
    type: 'AdoptPayment',
    paymentId,
    connectionId: CONNECTION,
    customerId: 'cus_1',
    reading: { ...READING, gocardlessPaymentId: `PM-${paymentId}`, ...reading },
    suspicion: null,
    causationId: paymentId,
    at: AT,
  });
  return paymentId;
}

const phases = async () => (await rowStates()).map(({ payment }) => payment);

describe('adding balances as payments', () => {
  it('answers when all payments are there, with a position that covers them', async () => {
    await batchOf(3);
    work();
    const answer = await commands.add();
    expect(answer).toMatchObject({ created: 3, alreadyAdded: 0 });
    expect(await phases()).toStrictEqual(['awaited', 'awaited', 'awaited']);
    const payments = (await store.readAll(store.start(), { types: ['PaymentAwaited'], limit: 10 })).events;
    const position = 'position' in answer ? answer.position : store.start();
    for (const payment of payments) expect(comparePositions(payment.position, position)).toBeLessThan(0);
  });

  it('says at the second press that they were added before', async () => {
    await batchOf(2);
    work();
    await commands.add();
    const before = await store.head();
    expect(await commands.add()).toMatchObject({ created: 0, alreadyAdded: 2, position: before });
    expect(await store.head()).toBe(before);
  });

  it('makes one set of fifty presses at once', async () => {
    await batchOf(7);
    work();
    const answers = await Promise.all(Array.from({ length: 50 }, () => commands.add()));
    const created = answers.map((answer) => ('created' in answer ? answer.created : -1));
    const already = answers.map((answer) => ('alreadyAdded' in answer ? answer.alreadyAdded : -1));
    expect(created.sort((a, b) => a - b)).toStrictEqual([...Array.from({ length: 49 }, () => 0), 7]);
    expect(already.sort((a, b) => a - b)).toStrictEqual([0, ...Array.from({ length: 49 }, () => 7)]);
    const payments = (await store.readAll(store.start(), { types: ['PaymentAwaited'], limit: 100 })).events;
    expect(payments).toHaveLength(7);
  });

  it('counts as added what GoCardless had shown before', async () => {
    await batchOf(3);
    work();
    await adoptRow(2);
    expect(await commands.add()).toMatchObject({ created: 2, alreadyAdded: 1 });
  });

  it('leaves out rows that were cancelled', async () => {
    await batchOf(3);
    work();
    await commands.cancel([exportRowId(BATCH, 2)]);
    expect(await commands.add()).toMatchObject({ created: 2, alreadyAdded: 0 });
    expect(await phases()).toStrictEqual(['awaited', 'none', 'awaited']);
  });
});

/** GoCardless shows a row that nobody has added. */
async function adoptRow(number: number): Promise<void> {
  const row = await exports.row(exportRowId(BATCH, number));
  if (row === null) throw new Error('There is no such row.');
  const { opened } = await batch();
  const awaited = awaitedPayment(opened, row);
  await pay(awaited.paymentId, { type: 'AwaitPayment', awaited, causationId: 'adoption', at: AT });
  await show(number);
}

describe('collecting balances', () => {
  it('asks for every row and says how far it is', async () => {
    await batchOf(4);
    work();
    expect(await commands.collect()).toMatchObject({ progress: { sent: 0, refused: 0, of: 4 } });
    expect(await phases()).toStrictEqual(['requested', 'requested', 'requested', 'requested']);
    await show(1);
    await show(2);
    await refuseRow(3);
    expect(await commands.collect()).toMatchObject({ progress: { sent: 2, refused: 1, of: 4 } });
    const requests = (await store.readAll(store.start(), { types: ['PaymentRequested'], limit: 10 })).events;
    expect(requests).toHaveLength(4);
  });

  it('takes rows along that were waited for, and leaves out those that were cancelled', async () => {
    await batchOf(3);
    work();
    await commands.add();
    await commands.cancel([exportRowId(BATCH, 3)]);
    expect(await commands.collect()).toMatchObject({ progress: { sent: 0, refused: 0, of: 2 } });
    expect(await phases()).toStrictEqual(['requested', 'requested', 'closed']);
  });
});

test('a connection that may only read at GoCardless collects nothing', async () => {
  await openConnection('read_only', 'con_2');
  await batchOf(1, 'con_2');
  expect(await commands.collect()).toMatchObject({ code: 'read_only_access_token' });
  expect((await batch()).collected).toBe(false);
});

describe('cancelling a batch', () => {
  it('releases every row of a batch that nobody has added, once', async () => {
    await batchOf(3);
    work();
    expect(await commands.cancel()).toMatchObject({ released: 3, kept: 0 });
    expect(await commands.cancel()).toMatchObject({ released: 0, kept: 0 });
    expect(await reserved(3)).toStrictEqual([0, 0, 0]);
    expect(await phases()).toStrictEqual(['none', 'none', 'none']);
  });

  it('keeps what GoCardless has', async () => {
    await batchOf(3);
    work();
    await commands.add();
    await show(2);
    expect(await commands.cancel()).toMatchObject({ released: 2, kept: 1 });
    expect(await phases()).toStrictEqual(['closed', 'seen', 'closed']);
    expect(await reserved(3)).toStrictEqual([0, 1, 0]);
  });

  it('keeps what is being sent', async () => {
    await batchOf(2);
    work();
    await commands.collect();
    expect(await commands.cancel()).toMatchObject({ released: 0, kept: 2 });
  });

  it('releases the rows that are named, and no other', async () => {
    await batchOf(3);
    work();
    await commands.add();
    expect(await commands.cancel([exportRowId(BATCH, 1), exportRowId(BATCH, 3)])).toMatchObject({
      released: 2,
      kept: 0,
    });
    expect(await phases()).toStrictEqual(['closed', 'awaited', 'closed']);
  });

  it('names a row that the batch does not have, and releases nothing', async () => {
    await batchOf(2);
    work();
    const other = exportRowId(`bex_${'b'.repeat(32)}`, 1);
    const refusal = await commands.cancel([exportRowId(BATCH, 1), other]);
    expect(refusal).toMatchObject({ code: 'unknown_row', field: 'rows' });
    expect(refusal).toMatchObject({ detail: expect.stringContaining(other) as string });
    expect((await batch()).released).toStrictEqual([]);
  });
});

const reserved = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { state } = await aggregates.load(customerDecider, `cus_${index + 1}`);
      return state.status === 'none' ? -1 : balanceIn(state.balances, 'GBP').reserved.size;
    }),
  );

describe.each(['add', 'collect'] as const)('to %s a batch', (command) => {
  it('whose rows were all cancelled is refused', async () => {
    await batchOf(2);
    work();
    await commands.cancel();
    expect(await commands[command]()).toMatchObject({ code: 'nothing_left' });
  });
});

describe.each(['add', 'collect', 'cancel', 'confirm'] as const)('to %s', (command) => {
  const ask = (id: string, scope = EVERYWHERE) =>
    command === 'add' || command === 'collect' ? commands[command](id, scope) : commands[command](null, id, scope);

  it('what is not there, or is another connection’s, is refused alike', async () => {
    await batchOf(1);
    expect(await ask(`bex_${'b'.repeat(32)}`)).toMatchObject({ code: 'not_found' });
    expect(await ask(BATCH, { connectionIds: ['con_2'], rounds: 'all' })).toMatchObject({ code: 'not_found' });
  });
});

describe.each(['add', 'collect', 'cancel'] as const)('to %s', (command) => {
  it('a batch that was never sealed is refused', async () => {
    await writeBatch(store, { balanceExportId: BATCH, connectionId: CONNECTION, rows: [], end: 'open' });
    expect(await commands[command]()).toMatchObject({ code: 'not_sealed' });
  });
});

describe('confirming matches', () => {
  const match = (number: number, paymentId: string) => ({ rowId: exportRowId(BATCH, number), paymentId });

  beforeEach(async () => {
    await batchOf(3);
    work();
    await commands.add();
  });

  it('closes the waiting payments of all that is suggested, once', async () => {
    suggestions = [match(1, await adopt('pay_a')), match(2, await adopt('pay_b', { mandateId: 'MD2' }))];
    expect(await commands.confirm()).toMatchObject({ confirmed: 2 });
    expect((await factsOf(rowPaymentId(exportRowId(BATCH, 1))))?.matchedTo).toBe('pay_a');
    expect(await phases()).toStrictEqual(['closed', 'closed', 'awaited']);
    expect(await commands.confirm()).toMatchObject({ confirmed: 0 });
  });

  it('closes one of them alone; again it is done already', async () => {
    suggestions = [match(1, await adopt('pay_a')), match(2, await adopt('pay_b', { mandateId: 'MD2' }))];
    expect(await commands.confirm([match(2, 'pay_b')])).toMatchObject({ confirmed: 1 });
    suggestions = suggestions.slice(0, 1);
    expect(await commands.confirm([match(2, 'pay_b')])).toMatchObject({ confirmed: 0 });
    expect(await phases()).toStrictEqual(['awaited', 'closed', 'awaited']);
  });

  it('refuses what is not suggested, and then confirms nothing at all', async () => {
    suggestions = [match(1, await adopt('pay_a'))];
    await adopt('pay_b', { mandateId: 'MD2' });
    const refusal = await commands.confirm([match(1, 'pay_a'), match(2, 'pay_b')]);
    expect(refusal).toMatchObject({ code: 'match_does_not_hold', field: 'matches' });
    expect(await phases()).toStrictEqual(['awaited', 'awaited', 'awaited']);
  });

  it.each([
    ['another mandate', { mandateId: 'MD9' }],
    ['another amount', { amount: 11_999 }],
    ['another currency', { currency: 'EUR' }],
  ])('refuses a suggestion that has ceased to hold: %s', async (_, reading) => {
    suggestions = [match(1, await adopt('pay_a', reading))];
    expect(await commands.confirm([match(1, 'pay_a')])).toMatchObject({ code: 'match_does_not_hold' });
    expect(await commands.confirm()).toMatchObject({ confirmed: 0 });
  });

  it('refuses a payment that is no adopted one, and a row that GoCardless has shown meanwhile', async () => {
    suggestions = [match(1, rowPaymentId(exportRowId(BATCH, 2))), match(3, await adopt('pay_a', { mandateId: 'MD3' }))];
    await show(3);
    for (const one of suggestions) {
      expect(await commands.confirm([one])).toMatchObject({ code: 'match_does_not_hold' });
    }
    expect(await phases()).toStrictEqual(['awaited', 'awaited', 'seen']);
  });
});
