import { type Asked, given, happened, issued, stateAfter } from '../../../test/support/decider';
import { type Happened } from '../shared/event';
import { balanceExportDecider, type BalanceExportCommand, openRows } from './balance-export';
import { type BalanceExportEvent } from '../event-groups';
import { exportRowsDecider } from './export-rows';
import { exportRowId } from './rows';
import { awaitedPayment, requestedPayment } from './row-payment';

const at = '2026-03-02T09:00:00.000Z';
const cause = (causationId: string) => ({ causationId, at });
const stamp = (causationId: string) => ({ causationId, effectiveAt: at });

type Log = readonly Happened<BalanceExportEvent>[];

const BATCH = `bex_${'a'.repeat(32)}`;
const batch = { balanceExportId: BATCH, connectionId: 'con_1', currency: 'GBP', chargeDate: '2026-03-20' };
const seal = {
  rowCount: 9,
  lastNumber: 10,
  totalAmount: 900,
  rowsSha256: '1a',
  csvSha256: '2b',
  xlsxSha256: '3c',
};
const numbers = (...ranges: (readonly [number, number])[]) => ({ numbers: ranges });

const open: Asked<BalanceExportCommand> = { type: 'OpenBalanceExport', batch, ...cause('export') };
const sealIt: Asked<BalanceExportCommand> = { type: 'SealBalanceExport', seal, ...cause('seal') };
const abandon: Asked<BalanceExportCommand> = { type: 'AbandonBalanceExport', ...cause('abandon') };
const add: Asked<BalanceExportCommand> = { type: 'AddBalancesAsPayments', ...cause('add') };
const collect: Asked<BalanceExportCommand> = { type: 'CollectBalances', ...cause('collect') };
const release = (...ranges: (readonly [number, number])[]): Asked<BalanceExportCommand> => ({
  type: 'ReleaseRows',
  ...numbers(...ranges),
  ...cause('release'),
});

const opened = happened('BalanceExportOpened', batch, stamp('export'));
const sealed = happened('BalancesExported', seal, stamp('seal'));
const abandoned = happened('BalanceExportAbandoned', {}, stamp('abandon'));
const added = happened('BalancesAddedAsPayments', {}, stamp('add'));
const collected = happened('BalanceCollectionRequested', {}, stamp('collect'));
const released = (causationId: string, ...ranges: (readonly [number, number])[]) =>
  happened('BalanceExportRowsReleased', numbers(...ranges), stamp(causationId));

const OPEN: Log = [opened];
const SEALED: Log = [opened, sealed];

describe('a batch', () => {
  test('is opened once', () => {
    given(balanceExportDecider, []).when(open).then([opened]);
    given(balanceExportDecider, OPEN)
      .when({ ...open, ...cause('another export') })
      .then([]);
  });

  test.each([sealIt, abandon, add, collect, release([1, 1])])('that nobody opened is not there: $type', (command) => {
    given(balanceExportDecider, []).when(command).thenRefused('not_found');
  });

  test('is sealed once', () => {
    given(balanceExportDecider, OPEN).when(sealIt).then([sealed]);
    given(balanceExportDecider, SEALED)
      .when({ ...sealIt, ...cause('again') })
      .then([]);
  });

  test('is given up while it is open, and is not sealed after that', () => {
    given(balanceExportDecider, OPEN).when(abandon).then([abandoned]);
    given(balanceExportDecider, [...OPEN, abandoned])
      .when(sealIt)
      .thenRefused('export_abandoned');
    given(balanceExportDecider, [...OPEN, abandoned])
      .when({ ...abandon, ...cause('again') })
      .then([]);
  });

  test('that is sealed stays', () => {
    given(balanceExportDecider, SEALED).when(abandon).then([]);
  });

  test.each([
    ['open', OPEN],
    ['given up', [...OPEN, abandoned]],
  ])('means nothing while it is %s', (_, history) => {
    for (const command of [add, collect, release([1, 1])]) {
      given(balanceExportDecider, history).when(command).thenRefused('not_sealed');
    }
  });

  test('names its connection in all its events', () => {
    expect(balanceExportDecider.references(stateAfter(balanceExportDecider, OPEN), 'bex_1')).toStrictEqual({
      connectionId: 'con_1',
    });
    expect(balanceExportDecider.references(stateAfter(balanceExportDecider, []), 'bex_1')).toStrictEqual({});
  });
});

describe('a sealed batch', () => {
  test('is added once, whoever asks', () => {
    given(balanceExportDecider, SEALED).when(add).then([added]);
    given(balanceExportDecider, [...SEALED, added])
      .when({ ...add, ...cause('second press') })
      .then([]);
  });

  test('is collected once, which adds it as well', () => {
    given(balanceExportDecider, [...SEALED, added])
      .when(collect)
      .then([collected]);
    given(balanceExportDecider, [...SEALED, collected])
      .when({ ...collect, ...cause('second press') })
      .then([]);
    given(balanceExportDecider, [...SEALED, collected])
      .when(add)
      .then([]);
  });

  test('gives up rows, each once', () => {
    given(balanceExportDecider, SEALED)
      .when(release([1, 3], [5, 5]))
      .then([released('release', [1, 3], [5, 5])]);
    given(balanceExportDecider, [...SEALED, released('before', [2, 3])])
      .when(release([1, 5]))
      .then([released('release', [1, 1], [4, 5])]);
    given(balanceExportDecider, [...SEALED, released('before', [1, 5])])
      .when(release([2, 4]))
      .then([]);
    given(balanceExportDecider, SEALED).when(release()).then([]);
  });

  test('keeps all rows that are being sent', () => {
    given(balanceExportDecider, [...SEALED, collected])
      .when(release([1, 3]))
      .then([]);
  });

  test('has nothing left to add or collect when all rows were given up', () => {
    const history = [...SEALED, released('one', [1, 4]), released('other', [6, 10])];
    const state = stateAfter(balanceExportDecider, history);
    expect(state.status === 'exported' && openRows(state)).toBe(0);
    given(balanceExportDecider, history).when(add).thenRefused('nothing_left');
    given(balanceExportDecider, history).when(collect).thenRefused('nothing_left');
  });

  test('notes of each event once that it is carried out', () => {
    const note = { type: 'NoteCarriedOut', of: 'event-1', ...cause('event-1') } as const;
    const noted = happened('BalanceExportCarriedOut', { of: 'event-1' }, stamp('event-1'));
    given(balanceExportDecider, [...SEALED, added])
      .when(note)
      .then([noted]);
    given(balanceExportDecider, [...SEALED, added, noted])
      .when({ ...note, ...cause('by another process') })
      .then([]);
  });

  test('decides nothing when the same command comes again', () => {
    for (const [command, event] of [
      [add, added],
      [collect, collected],
      [release([1, 2]), released('release', [1, 2])],
    ] as const) {
      given(balanceExportDecider, [...SEALED, event])
        .when(command)
        .then([]);
    }
  });
});

const row = (number: number) => ({
  rowId: exportRowId(BATCH, number),
  number,
  customerId: `cus_${number}`,
  mandateId: `MD${number}`,
  gocardlessCustomerId: 'CU1',
  name: 'Ada Payer',
  company: null,
  email: null,
  amount: 100,
  description: 'Balance of March',
});

describe('the rows of a batch', () => {
  const listing = (...rows: number[]) => ({ balanceExportId: BATCH, connectionId: 'con_1', rows: rows.map(row) });
  const list = (chunk: number, ...rows: number[]) =>
    ({ type: 'ListRows', chunk, listed: listing(...rows), ...cause(`rows ${chunk}`) }) as const;
  const listed = (chunk: number, ...rows: number[]) =>
    happened('BalanceExportRowsListed', listing(...rows), stamp(`rows ${chunk}`));

  test('stand in the event of their chunk, with holes where customers were left out', () => {
    given(exportRowsDecider, [])
      .when(list(0, 1, 3, 500))
      .then([listed(0, 1, 3, 500)]);
    given(exportRowsDecider, [listed(0, 1)])
      .when(list(1, 501, 1000))
      .then([listed(1, 501, 1000)]);
    given(exportRowsDecider, [listed(0, 1)])
      .when(list(1))
      .then([listed(1)]);
  });

  test('are listed once', () => {
    given(exportRowsDecider, [listed(0, 1), listed(1, 501)])
      .when(list(0, 1))
      .then([]);
  });

  test.each([
    ['a chunk too early', list(2, 1001)],
    ['a row of the chunk before', list(1, 500)],
    ['a row of the chunk after', list(1, 1001)],
  ])('are never out of their place: %s', (_, command) => {
    expect(() => exportRowsDecider.decide(issued(command), stateAfter(exportRowsDecider, [listed(0, 1)]))).toThrow(
      'place',
    );
  });

  test('name their connection', () => {
    expect(exportRowsDecider.references(stateAfter(exportRowsDecider, [listed(0, 1)]), 'bex_1')).toStrictEqual({
      connectionId: 'con_1',
    });
    expect(exportRowsDecider.references(exportRowsDecider.initial, 'bex_1')).toStrictEqual({});
  });
});

describe('the payment of a row', () => {
  test('is the same whether it is waited for or sent', () => {
    const awaited = awaitedPayment(batch, row(7));
    expect(awaited).toStrictEqual({
      paymentId: awaited.paymentId,
      connectionId: 'con_1',
      customerId: 'cus_7',
      origin: { kind: 'balance_export', balanceExportId: BATCH, rowId: exportRowId(BATCH, 7) },
      mandateId: 'MD7',
      amount: 100,
      currency: 'GBP',
      chargeDate: '2026-03-20',
    });
    const { idempotencyKey, ...requested } = requestedPayment(batch, row(7));
    expect(requested).toStrictEqual({
      ...awaited,
      description: 'Balance of March',
      shares: [],
      retryIfPossible: false,
    });
    expect(idempotencyKey).toMatch(/^pay_[0-9a-f]{32}$/);
    expect(idempotencyKey).not.toBe(awaited.paymentId);
  });
});
