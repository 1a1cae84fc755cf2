import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
/** Paid out on 3 February. */
let payment: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;
let payoutId: string;

interface Balance {
  readonly accounts: readonly { readonly account: string; readonly debit: number; readonly credit: number }[];
  readonly totalDebit: number;
  readonly totalCredit: number;
}

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  payment = await books.submittedPayment();
  await product.control('/clock', { advanceTo: '2026-02-03T12:00:00.000Z' });
  payoutId = text(await books.outcome(payment, { outcome: 'paid_out' }, 'paid_out'), 'payoutId');
  await product.eventually(async () => {
    const booked = await transactions(`payoutId=${payoutId}`);
    expect(booked.map(({ kind }) => kind)).toEqual(['payout']);
  });
  await product.eventually(async () => {
    expect((await books.read(`/api/payments/${payment.paymentId}`))['receiptNumber']).not.toBeNull();
  });
});

afterAll(() => product.stop());

const transactions = (query: string) => books.items(`/api/ledger/transactions?${query}`);
const trialBalance = (query: string, key?: string) =>
  product.api('GET', `/api/ledger/trial-balance?${query}`, undefined, key === undefined ? {} : { key });

describe('the ledger', () => {
  it('shows the balanced transactions of documents', async () => {
    const { receiptNumber } = await books.read(`/api/payments/${payment.paymentId}`);
    const [receipt] = await transactions(`paymentId=${payment.paymentId}`);
    expect(receipt).toEqual({
      id: expect.stringMatching(/^doc_/) as unknown,
      kind: 'receipt',
      number: receiptNumber,
      paymentId: payment.paymentId,
      payoutId: null,
      refundId: null,
      reversesId: null,
      correctsId: null,
      effectiveAt: expect.stringMatching(/^2026-02-03T/) as unknown,
      postingDate: '2026-02-03',
      recordedAt: expect.stringMatching(/^2026-02-03T/) as unknown,
      entries: [
        { account: '1100', debit: 12_000, credit: 0, currency: 'GBP' },
        { account: '4000', debit: 0, credit: 10_000, currency: 'GBP', taxRate: '20' },
        { account: '2200', debit: 0, credit: 2_000, currency: 'GBP', taxRate: '20' },
      ],
      connectionId: books.connection.connectionId,
      customerId: payment.customerId,
    });
    const [payout] = await transactions(`payoutId=${payoutId}`);
    expect(payout).toMatchObject({ kind: 'payout', number: null, paymentId: null, payoutId });
  });

  it('adds up to a trial balance of zero, now and then', async () => {
    const now = (await trialBalance('currency=GBP')).json as unknown as Balance & Record<string, unknown>;
    expect([now['connectionId'], now['currency']]).toEqual([books.connection.connectionId, 'GBP']);
    const { amount, fees } = await books.read(`/api/payouts/${payoutId}`);
    expect(Number(amount) + Number(fees)).toBe(12_000);
    const sums = new Map(now.accounts.map(({ account, debit, credit }) => [account, [debit, credit]]));
    expect([sums.get('1100'), sums.get('1000'), sums.get('4000'), sums.get('2200')]).toEqual([
      [12_000, 12_000],
      [amount, 0],
      [0, 10_000],
      [0, 2_000],
    ]);
    expect(now.totalDebit).toBe(24_000);
    expect(now.totalCredit).toBe(now.totalDebit);
    expect((await trialBalance('')).json).toEqual(now);
    for (const then of ['effectiveAt=2026-02-02', 'asOf=2026-02-01', `asOf=${payment.order.position}`]) {
      expect((await trialBalance(`currency=GBP&${then}`)).json).toMatchObject({ accounts: [], totalDebit: 0 });
    }
    expect((await trialBalance('currency=EUR')).json).toMatchObject({ accounts: [], totalDebit: 0, totalCredit: 0 });
    expect(problemOf(await trialBalance('asOf=2026-02-01'))).toEqual([422, 'validation_failed', 'currency']);
  });

  it('has a trial balance as a table too, with the totals once', async () => {
    const { connectionId } = books.connection;
    for (const [query, headers] of [
      ['format=csv', {}],
      ['', { accept: 'text/csv' }],
    ] as const) {
      const csv = await product.api('GET', `/api/ledger/trial-balance?${query}`, undefined, { headers });
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="trial-balance.csv"');
      expect([csv.headers.get('x-position'), csv.headers.get('vary')]).toEqual([expect.any(String), 'Accept']);
      const [header, first, second, ...rest] = csv.text.trimEnd().split('\r\n');
      expect(header).toBe('Connection id,Currency,Account,Debit,Credit,Total debit,Total credit');
      expect([first?.endsWith(',0.00,240.00,240.00'), second]).toEqual([
        true,
        `${connectionId},GBP,1100,120.00,120.00,,`,
      ]);
      expect(rest).toHaveLength(4);
    }
    const none = await product.api('GET', '/api/ledger/trial-balance?format=csv&currency=EUR');
    expect(none.text.trimEnd().split('\r\n').slice(1)).toEqual([`${connectionId},EUR,,,,0.00,0.00`]);
    const workbook = await product.api('GET', '/api/ledger/trial-balance?format=xlsx');
    expect([workbook.status, workbook.text.slice(0, 2)]).toEqual([200, 'PK']);
    const refused = await product.api('GET', '/api/ledger/trial-balance', undefined, {
      headers: { accept: 'image/png' },
    });
    expect(problemOf(refused)).toEqual([406, 'not_acceptable']);
    expect(problemOf(await trialBalance('format=pdf'))).toEqual([422, 'validation_failed', 'format']);
  });

  it('lists its accounts, page by page', async () => {
    const all = await books.items('/api/ledger/accounts');
    expect(all.map(({ account }) => account)).toEqual(['1000', '1100', '2200', '2201', '4000', '5100']);
    expect(all.find(({ account }) => account === '1100')).toEqual({
      connectionId: books.connection.connectionId,
      account: '1100',
      currency: 'GBP',
      debit: 12_000,
      credit: 12_000,
      balance: 0,
    });
    const first = await books.read('/api/ledger/accounts?limit=4');
    const rest = await books.items(`/api/ledger/accounts?limit=4&cursor=${String(first['nextCursor'])}`);
    expect(rest.map(({ account }) => account)).toEqual(['4000', '5100']);
    expect(await books.items('/api/ledger/accounts?effectiveAt=2026-02-02')).toEqual([]);
  });

  it('is filtered by account, kind, number, party and dates', async () => {
    const kinds = async (query: string) => (await transactions(query)).map(({ kind }) => kind);
    const { receiptNumber } = await books.read(`/api/payments/${payment.paymentId}`);
    expect(await kinds('account=1000')).toEqual(['payout']);
    expect(await kinds('account=1100&currency=GBP')).toEqual(['receipt', 'payout']);
    expect(await kinds(`number=${String(receiptNumber)}`)).toEqual(['receipt']);
    expect(await kinds(`customerId=${payment.customerId}`)).toEqual(['receipt']);
    expect(await kinds('kind=payout')).toEqual(['payout']);
    expect(await kinds('postingDateFrom=2026-02-03&postingDateTo=2026-02-03')).toEqual(['receipt', 'payout']);
    expect(await kinds('postingDateTo=2026-02-02')).toEqual([]);
    expect(await kinds('effectiveAtFrom=2026-02-04')).toEqual([]);
    expect(await kinds('effectiveAt=2026-02-02')).toEqual([]);
    expect(problemOf(await product.api('GET', '/api/ledger/transactions?kind=gift&account='))).toEqual([
      422,
      'validation_failed',
      'kind',
      'account',
    ]);
    const csv = await product.api('GET', '/api/ledger/transactions', undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect([header, rows.length]).toEqual([
      'Id,Kind,Number,Payment id,Payout id,Refund id,Reverses id,Corrects id,Effective at (UTC),Posting date,Recorded at (UTC),Account,Debit,' +
        'Credit,Currency,Tax rate,Connection id,Customer id',
      7,
    ]);
    expect(rows.slice(0, 3).map((row) => row.split(',').slice(11, 16).join(' '))).toEqual([
      '1100 120.00 0.00 GBP ',
      '4000 0.00 100.00 GBP 20',
      '2200 0.00 20.00 GBP 20',
    ]);
  });
});

describe('closing a period', () => {
  const close = (date: string, body: object = {}) => product.api('POST', `/api/ledger/periods/${date}/closing`, body);

  it('moves what is posted later for closed days to the first open day', async () => {
    const closed = await close('2026-02-03');
    expect([closed.status, closed.json]).toEqual([
      200,
      {
        connectionId: books.connection.connectionId,
        through: '2026-02-03',
        position: expect.any(String) as unknown,
      },
    ]);
    const late = await books.submittedPayment();
    await books.outcome(late, { outcome: 'paid_out' }, 'paid_out');
    const [document] = await transactions(`paymentId=${late.paymentId}`);
    expect([String(document?.['effectiveAt']).slice(0, 10), document?.['postingDate']]).toEqual([
      '2026-02-03',
      '2026-02-04',
    ]);
    const [before] = await transactions(`paymentId=${payment.paymentId}`);
    expect(before?.['postingDate']).toBe('2026-02-03');
    expect((await close('2026-02-03')).status).toBe(200);
  });

  it.each<[string, readonly unknown[]]>([
    ['2026-02-01', [409, 'period_already_closed', 'through']],
    ['2026-02-28', [409, 'period_not_over', 'through']],
    ['2026-02-30', [422, 'validation_failed', 'through']],
  ])('through %s is refused', async (date, refused) => {
    expect(problemOf(await close(date))).toEqual(refused);
  });

  it('needs a connection as soon as there are several, like totals', async () => {
    const branch = await Bookkeeping.begin(product, {
      name: 'Branch',
      accessToken: await product.addOrganisation('Branch'),
    });
    const { connectionId } = branch.connection;
    expect(problemOf(await close('2026-02-03'))).toEqual([422, 'connection_needed', 'connectionId']);
    expect(problemOf(await trialBalance('currency=GBP'))).toEqual([422, 'connection_needed', 'connectionId']);
    expect((await close('2026-02-03', { connectionId })).json).toMatchObject({ connectionId });
    expect((await trialBalance(`currency=GBP&connectionId=${connectionId}`)).json).toEqual({
      connectionId,
      currency: 'GBP',
      accounts: [],
      totalDebit: 0,
      totalCredit: 0,
    });
    expect(problemOf(await trialBalance('currency=GBP&connectionId=con_none')).slice(0, 2)).toEqual([
      404,
      'unknown_connection',
    ]);
    const key = await product.makeKey('auditor', { connectionIds: [connectionId] });
    expect((await trialBalance('currency=GBP', key)).json).toMatchObject({ connectionId });
    expect(await books.items(`/api/ledger/transactions?connectionId=${connectionId}`)).toEqual([]);
  });
});
