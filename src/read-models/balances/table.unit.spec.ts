import { foldedRows } from '../../../test/support/folded';
import { BATCH, PlayedBalances } from '../../../test/support/played-balances';
import { happened } from '../../application/aggregates';
import { exportRowId, rowPaymentId } from '../../domain/balance-exports/rows';
import { balanceIn } from '../../domain/customers/balances';
import { customerDecider } from '../../domain/customers/customer';
import { streams } from '../../domain/shared/streams';
import { paymentsTable } from '../payments/table';
import { defaultMandates, exportRows, statedBalances } from './table';

const ROW = exportRowId(BATCH, 1);
const PAYMENT = rowPaymentId(ROW);

async function exported() {
  const played = await PlayedBalances.begin();
  await played.state('cus_ann', 10_000);
  const [row] = await played.export(BATCH, [{ customerId: 'cus_ann', mandateId: 'MDANN', amount: 10_000 }]);
  if (row === undefined) throw new Error('It was exported just now.');
  return { played, row };
}

async function payment(played: PlayedBalances, id = PAYMENT) {
  return (await foldedRows(paymentsTable, played.world)).find((row) => row.id === id);
}

describe('stated balances', () => {
  it('show the last statement, and count versions as the customer does', async () => {
    const { played, row } = await exported();
    await played.customer('cus_ann', { type: 'ReleaseBalance', currency: 'GBP', rowId: row.rowId });
    await played.state('cus_ann', 9_000, '2026-03-02T00:00:00.000Z');
    await played.state('cus_ann', 50, '2026-03-02T00:00:00.000Z', 'EUR');
    const ann = { connectionId: 'con_1', customerId: 'cus_ann' };
    expect(await foldedRows(statedBalances, played.world)).toEqual([
      { id: 'cus_ann.GBP', ...ann, currency: 'GBP', stated: 9_000, asOf: '2026-03-02T00:00:00.000Z', version: 4 },
      { id: 'cus_ann.EUR', ...ann, currency: 'EUR', stated: 50, asOf: '2026-03-02T00:00:00.000Z', version: 1 },
    ]);
    const stream = await played.world.store.read(streams.customer('cus_ann'));
    const state = stream.reduce(
      (before, event) => customerDecider.evolve(before, happened(event)),
      customerDecider.initial,
    );
    if (state.status !== 'registered') throw new Error('She was registered.');
    expect([balanceIn(state.balances, 'GBP').version, balanceIn(state.balances, 'EUR').version]).toEqual([4, 1]);
  });
});

describe('rows of exports', () => {
  it('hold a balance from the reservation on, until they are released or a payment', async () => {
    const played = await PlayedBalances.begin();
    await played.state('cus_ann', 10_000);
    await played.open(BATCH);
    await played.reserve(BATCH, 1, 'cus_ann', 10_000);
    const whose = { connectionId: 'con_1', customerId: 'cus_ann', currency: 'GBP' };
    const reserved = { id: ROW, balanceExportId: BATCH, number: 1, ...whose, amount: 10_000 };
    const open = { mandateId: null, released: false, paymentId: null };
    expect(await foldedRows(exportRows, played.world)).toEqual([{ ...reserved, ...open }]);

    const { played: later, row } = await exported();
    const listed = { ...reserved, mandateId: 'MDANN', released: false, paymentId: null };
    expect(await foldedRows(exportRows, later.world)).toEqual([listed]);
    await later.add(BATCH, [row]);
    expect(await foldedRows(exportRows, later.world)).toEqual([{ ...listed, paymentId: PAYMENT }]);
    await later.release(BATCH, row);
    expect(await foldedRows(exportRows, later.world)).toEqual([{ ...listed, paymentId: PAYMENT, released: true }]);
  });
});

describe('payments on account', () => {
  const told = async (played: PlayedBalances, action: string, at: string, details = {}) => {
    await played.tell(PAYMENT, 'PM1', action, at, details);
    const { status, inFlight, movements } = (await payment(played)) ?? {};
    return [status, inFlight, movements?.map(({ kind }) => kind), movements?.at(-1)?.at ?? null];
  };

  it('may bring money until they are paid out, and again while a loss is tried once more', async () => {
    const { played, row } = await exported();
    await played.add(BATCH, [row]);
    expect(await payment(played)).toMatchObject({
      status: 'requested',
      awaited: true,
      inFlight: true,
      seen: false,
      movements: [],
    });
    await played.appear(row, 'PM1', { amount: 9_500 });
    expect(await payment(played)).toMatchObject({
      status: 'pending_submission',
      inFlight: true,
      seen: true,
      amount: 9_500,
    });
    const [paid, lost, again, won] = [18, 22, 24, 28].map((day) => `2026-03-${day}T06:00:00.000Z`) as [
      string,
      string,
      string,
      string,
    ];
    expect(await told(played, 'submitted', '2026-03-16T06:00:00.000Z')).toEqual(['submitted', true, [], null]);
    expect(await told(played, 'paid_out', paid)).toEqual(['paid_out', false, ['paid'], paid]);
    const retried = { willAttemptRetry: true };
    expect(await told(played, 'failed', lost, retried)).toEqual(['failed', true, ['paid', 'lost'], lost]);
    expect(await told(played, 'resubmission_requested', again)).toEqual([
      'pending_submission',
      true,
      ['paid', 'lost'],
      lost,
    ]);
    expect(await told(played, 'paid_out', won)).toEqual(['paid_out', false, ['paid', 'lost', 'paid'], won]);
  });

  it.each([
    ['other_creditor', 'paid_out'],
    ['direct_settlement', 'confirmed'],
  ] as const)(
    'of a row with %s are not collectable again: on their way, then paid when %s',
    async (obstacle, comes) => {
      const { played, row } = await exported();
      await played.add(BATCH, [row]);
      await played.appear(row, 'PM1', { obstacle });
      const [sent, paid, lost] = [16, 18, 22].map((day) => `2026-03-${day}T06:00:00.000Z`) as [string, string, string];
      expect(await told(played, 'submitted', sent)).toEqual(['submitted', true, [], null]);
      expect(await told(played, comes, paid)).toEqual([comes, false, ['paid'], paid]);
      expect(await told(played, 'charged_back', lost)).toEqual(['charged_back', false, ['paid', 'lost'], lost]);
    },
  );

  it('bring nothing after a failure that is not tried again, until somebody asks for it', async () => {
    const { played, row } = await exported();
    await played.add(BATCH, [row]);
    await played.appear(row, 'PM1');
    const failed = ['failed', false, [], null];
    expect(await told(played, 'failed', '2026-03-22T06:00:00.000Z', { willAttemptRetry: false })).toEqual(failed);
    const issued = { causationId: 'retry', at: played.world.now };
    await played.world.payment(PAYMENT, { type: 'RequestRetry', ...issued });
    expect(await payment(played)).toMatchObject({ status: 'failed', inFlight: true });
  });

  it('bring nothing when they were given up, matched or refused, but do when they appear all the same', async () => {
    const { played, row } = await exported();
    await played.add(BATCH, [row]);
    await played.release(BATCH, row);
    expect(await payment(played)).toMatchObject({ status: 'cancelled', inFlight: false, seen: false, released: true });
    await played.appear(row, 'PM1');
    expect(await payment(played)).toMatchObject({
      status: 'pending_submission',
      inFlight: true,
      seen: true,
      released: true,
    });

    const { played: other, row: same } = await exported();
    await other.add(BATCH, [same]);
    const elsewhere = await other.adopt('PM7', 'MDANN', 10_000, 'cus_ann');
    await other.match(same, elsewhere);
    expect(await payment(other)).toMatchObject({ status: 'cancelled', inFlight: false, matchedTo: elsewhere });
    expect(await payment(other, elsewhere)).toMatchObject({ origin: 'adopted', inFlight: true, awaited: false });
    expect((await payment(other, elsewhere))?.adoptedAt).not.toBeNull();

    const rejection = { errorType: 'invalid_state', reason: 'no', errors: [], requestId: null };
    const { played: third, row: sent } = await exported();
    await third.add(BATCH, [sent]);
    await third.world.payment(PAYMENT, { type: 'RejectSubmission', rejection, causationId: 'no', at: third.world.now });
    expect(await payment(third)).toMatchObject({ status: 'rejected', inFlight: false });
  });

  it('are none of those of an order', async () => {
    const { world } = await PlayedBalances.begin();
    const plan = { instalments: [{ dueDate: '2026-04-01', amount: 500 }] };
    await world.placeOrder('con_1', 'so_1', 'cus_ann', [{ item: 'Mug', quantity: 1, unitAmount: 500 }], plan);
    const [instalment = ''] = await world.instalments('so_1');
    await world.release('so_1', instalment, 'MDANN', '2026-04-01');
    expect(await foldedRows(paymentsTable, world)).toMatchObject([{ inFlight: true, movements: null }]);
  });
});

describe('default mandates', () => {
  it('are the last that was chosen', async () => {
    const played = await PlayedBalances.begin();
    const id = 'cus_cat.GBP';
    const cat = { id, customerId: 'cus_cat', currency: 'GBP' };
    expect(await foldedRows(defaultMandates, played.world)).toEqual([{ ...cat, mandateId: 'MDCAT1' }]);
    await played.customer('cus_cat', { type: 'ChooseDefaultMandate', currency: 'GBP', mandateId: 'MDCAT2' });
    expect(await foldedRows(defaultMandates, played.world)).toEqual([{ ...cat, mandateId: 'MDCAT2' }]);
  });
});
