import { EVERYTHING, pageOf } from '../../test/support/asked-list';
import { type PlayedStory, playStory } from '../../test/support/played-story';
import { plainFold } from '../../test/support/plain-fold';
import { project } from '../../test/support/projected';
import { contentsOf, type SampleDatabase, sampleDatabase } from '../../test/support/sample-database';
import { type ReadModels } from '../application/ports/queries';
import { type DocumentKind, type Entry } from '../domain/accounting/document';
import { ALL_READ_MODELS } from './all-read-models';
import { commandQuestions } from './command-questions';
import { connectionsList } from './connections/list';
import { findSettings } from './connections/settings';
import { customersList, findCustomer } from './customers/list';
import { deliveriesList } from './deliveries/list';
import { accountsList, trialBalance } from './ledger/accounts';
import { transactionsList } from './ledger/transactions';
import { type ReadSource, UnknownCursor } from './lists/list';
import { mandatesList } from './mandates/list';
import { type PaymentItem, paymentsList } from './payments/list';
import { payoutItemsList } from './payouts/items';
import { findPayout, payoutsList } from './payouts/list';
import { findReceipt, receiptsList } from './receipts/list';
import { salesOrdersList } from './sales-orders/list';
import { type ScheduledPaymentItem, scheduledPaymentsList } from './scheduled-payments/list';
import { timelineList } from './timeline/list';
import { type CallerView } from './view';
import { findPaymentEffective } from './payments/effective';
import { rebuild } from './engine/rebuild';
import { textRows } from '../postgres/sql';
import { ordinalAt } from './recorded-times/reader';

const FLAGS = {
  scheduled: false,
  pending: false,
  submitted: false,
  succeeded: false,
  confirmed: false,
  paidOut: false,
  cancelled: false,
  hasErrors: false,
  lateFailure: false,
  chargedBack: false,
  retryScheduled: false,
};
const SCHEDULED_FLAGS = {
  isDirectDebit: true,
  paymentCreated: false,
  isProcessed: false,
  succeeded: false,
  isPaymentProcessed: false,
  hasErrors: false,
  isCancelled: false,
};

const PAYMENT_FLAGS = {
  scheduled: false,
  pending: false,
  submitted: false,
  succeeded: false,
  confirmed: false,
  paidOut: false,
  cancelled: false,
  hasErrors: false,
  lateFailure: false,
  chargedBack: false,
  retryScheduled: false,
};

describe('the read models of a played story', () => {
  let database: SampleDatabase;
  let story: PlayedStory;
  let source: ReadSource;
  let questions: ReadModels;
  let documentIds: readonly string[];

  beforeAll(async () => {
    database = await sampleDatabase();
    story = await playStory();
    source = { database, store: story.world.store };
    questions = commandQuestions(database, await project(database, story.world.store));
    const log = await story.world.log();
    documentIds = log
      .filter(({ type }) => type === 'DocumentPosted' || type === 'CorrectionPosted')
      .map(({ data }) => (data as { readonly documentId: string }).documentId);
  }, 60_000);

  afterAll(() => database.close());

  const findPayment = (view: CallerView, id: string) => paymentsList.find(source, view, [id]);
  const findScheduledPayment = (view: CallerView, id: string) => scheduledPaymentsList.find(source, view, [id]);
  const findSalesOrder = (view: CallerView, id: string) => salesOrdersList.find(source, view, [id]);
  const findConnection = (view: CallerView, id: string) => connectionsList.find(source, view, [id]);
  const paymentAsOf = (step: keyof PlayedStory['marks'], id: string) =>
    findPayment({ ...EVERYTHING, asOf: story.marks[step] }, id);
  const scheduledAsOf = (step: keyof PlayedStory['marks'], id: string) =>
    findScheduledPayment({ ...EVERYTHING, asOf: story.marks[step] }, id);
  const document = (index: number) => documentIds[index] ?? '';

  describe('payments', () => {
    const paidOut = (): PaymentItem => ({
      id: story.ids.first,
      gocardlessPaymentId: 'PM1',
      customerId: 'cus_1',
      mandateId: 'MD1',
      origin: 'scheduled_payment',
      amount: 12_000,
      currency: 'GBP',
      createdAt: '2026-03-10T09:00:01.000Z',
      chargeDate: '2026-03-20',
      expectedPaidOutDate: null,
      status: 'paid_out',
      flags: { ...FLAGS, submitted: true, succeeded: true, confirmed: true, paidOut: true },
      message: 'payment_paid_out',
      cause: null,
      reasonCode: null,
      inFlight: false,
      amountRefunded: 0,
      receiptNumber: 'R-000005',
      receipts: ['R-000001', 'R-000004', 'R-000005'],
      payoutId: 'PO1',
      accepted: true,
      acceptedBy: 'collector',
      paidOutAt: '2026-03-23T23:30:00.000Z',
      connectionId: 'con_1',
      customerName: 'Ann Archer',
      salesOrderId: 'so_1',
      scheduledPaymentId: story.ids.instalments[0] ?? '',
      attempt: 1,
      balanceExportId: null,
      exportRowId: null,
      suspicion: null,
    });

    it('shows a payment as it is now', async () => {
      expect(await findPayment(EVERYTHING, story.ids.first)).toStrictEqual(paidOut());
    });

    it('shows it as of each step of the story', async () => {
      const { first } = story.ids;
      const unaccepted = { accepted: false, acceptedBy: null };
      const unpaid = {
        ...paidOut(),
        ...unaccepted,
        receiptNumber: null,
        receipts: [],
        payoutId: null,
        paidOutAt: null,
        inFlight: true,
        expectedPaidOutDate: '2026-03-24',
      };
      expect(await paymentAsOf('ordered', first)).toBeNull();
      expect(await paymentAsOf('released', first)).toStrictEqual({
        ...unpaid,
        gocardlessPaymentId: null,
        status: 'requested',
        message: 'requested',
        flags: { ...FLAGS, scheduled: true },
      });
      expect(await paymentAsOf('submitted', first)).toStrictEqual({
        ...unpaid,
        status: 'pending_submission',
        message: 'pending_submission',
        flags: { ...FLAGS, scheduled: true, pending: true },
      });
      expect(await paymentAsOf('firstPaidOut', first)).toStrictEqual({
        ...paidOut(),
        ...unaccepted,
        receiptNumber: 'R-000001',
        receipts: ['R-000001'],
      });
      expect(await paymentAsOf('chargedBack', first)).toStrictEqual({
        ...paidOut(),
        ...unaccepted,
        status: 'charged_back',
        message: 'refund_requested: Disputed.',
        cause: 'refund_requested',
        flags: { ...FLAGS, hasErrors: true, chargedBack: true },
        receiptNumber: null,
        // A document that waits for its number is named by its id.
        receipts: ['R-000001', document(4)],
      });
      expect(await paymentAsOf('wonBack', first)).toStrictEqual({ ...paidOut(), ...unaccepted });
    });

    it('shows what was true at a time, as it is known now', async () => {
      const { second } = story.ids;
      const at = (effectiveAt: string, asOf?: bigint) => {
        const view = { ...EVERYTHING, effectiveAt, ...(asOf === undefined ? {} : { asOf }) };
        return findPaymentEffective(source, view, second);
      };
      expect(await at('2026-04-01T00:00:00.000Z')).toBeNull();
      expect((await at('2026-04-26T00:00:00.000Z'))?.receiptNumber).toBe('R-000002');
      expect(await at('2026-04-27T06:00:00.000Z')).toMatchObject({
        status: 'failed',
        receiptNumber: null,
        receipts: ['R-000002', 'R-000003'],
      });
      // The failure of April was recorded in May.
      expect((await at('2026-04-30T00:00:00.000Z', story.marks.closed))?.status).toBe('paid_out');
    });

    it('filters by columns, flags, dates and rounds, page by page', async () => {
      const { first, second, adopted } = story.ids;
      const ids = async (filters: Readonly<Record<string, unknown>>, more: object = {}) =>
        (await pageOf(paymentsList, source, { ...more, filters })).items.map(({ id }) => id);
      expect(await ids({})).toStrictEqual([first, second, adopted]);
      expect(await ids({ hasErrors: true })).toStrictEqual([second]);
      expect(await ids({ inFlight: true })).toStrictEqual([]);
      expect(await ids({ inFlight: true }, { asOf: story.marks.submitted })).toStrictEqual([first]);
      expect(await ids({ cause: 'refer_to_payer' })).toStrictEqual([second]);
      expect(await ids({ customerId: 'cus_1', status: 'paid_out' })).toStrictEqual([first]);
      expect(await ids({ chargeDateFrom: '2026-04-20', chargeDateTo: '2026-04-30' })).toStrictEqual([second]);
      expect(await ids({ round: 'north', accepted: false })).toStrictEqual([second]);
      expect(await ids({}, { rounds: ['north'] })).toStrictEqual([first, second]);
      expect(await ids({ round: 'south' }, { rounds: ['north'] })).toStrictEqual([]);
      expect(await ids({}, { connectionIds: ['con_2'] })).toStrictEqual([]);
      expect(await ids({}, { asOf: story.marks.ordered })).toStrictEqual([]);
      const page = await pageOf(paymentsList, source, { limit: 2 });
      expect(page.previous).toBeNull();
      const rest = await pageOf(paymentsList, source, { limit: 2, cursor: page.next ?? '' });
      expect([rest.items.map(({ id }) => id), rest.next]).toStrictEqual([[adopted], null]);
      expect(await pageOf(paymentsList, source, { limit: 2, cursor: rest.previous ?? '' })).toStrictEqual(page);
      expect(await ids({ status: ['failed', 'requested'] })).toStrictEqual([second]);
      expect(await ids({ status: ['paid_out', 'failed'] })).toStrictEqual([first, second, adopted]);
      await expect(ids({}, { cursor: 'pay_unknown' })).rejects.toThrow(UnknownCursor);
    });

    it('orders, searches, counts and adds up', async () => {
      const { first, second, adopted } = story.ids;
      const ids = async (asked: Parameters<typeof pageOf>[2]) =>
        (await pageOf(paymentsList, source, asked)).items.map(({ id }) => id);
      expect(await ids({ order: 'desc' })).toStrictEqual([adopted, second, first]);
      expect((await ids({ sort: 'amount' }))[0]).toBe(adopted);
      const { next } = await pageOf(paymentsList, source, { sort: 'amount', order: 'desc', limit: 1 });
      const rest = await pageOf(paymentsList, source, { sort: 'amount', order: 'desc', limit: 5, cursor: next ?? '' });
      expect(rest.items.at(-1)?.id).toBe(adopted);
      expect(
        (await pageOf(paymentsList, source, { sort: 'amount', order: 'desc', cursor: rest.previous ?? '' })).items,
      ).toHaveLength(1);
      expect(await ids({ q: 'arch ANN' })).toStrictEqual([first, second]);
      expect(await ids({ q: 'PM2' })).toStrictEqual([second]);
      expect(await ids({ q: '%' })).toStrictEqual([]);
      const query = { ...EVERYTHING, limit: 1, order: 'asc', filters: {} } as const;
      expect(await paymentsList.summary(source, query, 'status')).toStrictEqual({
        count: 3,
        sums: [{ currency: 'GBP', amount: 24_700 }],
        groups: [
          { key: 'failed', currency: 'GBP', count: 1, amount: 12_000 },
          { key: 'paid_out', currency: 'GBP', count: 2, amount: 12_700 },
        ],
      });
      const customers = await customersList.summary(source, query, null);
      expect(customers).toStrictEqual({ count: 2, sums: [], groups: [] });
    });

    it('keeps payments of other rounds and connections out of sight', async () => {
      const { first, adopted } = story.ids;
      expect((await findPayment({ ...EVERYTHING, rounds: ['north'] }, first))?.id).toBe(first);
      expect(await findPayment({ ...EVERYTHING, rounds: ['north'] }, adopted)).toBeNull();
      expect(await findPayment({ ...EVERYTHING, connectionIds: ['con_2'] }, first)).toBeNull();
    });
  });

  describe('scheduled payments', () => {
    const waiting = (): ScheduledPaymentItem => ({
      id: story.ids.instalments[2] ?? '',
      salesOrderId: 'so_1',
      mandateId: null,
      dueDate: '2026-05-20',
      amount: 12_000,
      currency: 'GBP',
      paymentId: null,
      flags: { ...SCHEDULED_FLAGS, isDirectDebit: true },
      message: null,
      connectionId: 'con_1',
      customerId: 'cus_1',
      customerName: 'Ann Archer',
      attempt: 0,
      chargeDate: null,
      expectedPaidOutDate: '2026-05-22',
      sendingDay: '2026-05-10',
      sentAt: null,
      paymentStatus: null,
      paymentFlags: null,
      receiptNumber: null,
    });

    it('shows the newest attempt, and waiting ones by their mandate', async () => {
      const { instalments, first, second } = story.ids;
      const { items, next } = await pageOf(scheduledPaymentsList, source);
      expect(next).toBeNull();
      const sent = { mandateId: 'MD1', attempt: 1, sendingDay: null };
      const created = { ...SCHEDULED_FLAGS, isProcessed: true, paymentCreated: true };
      expect(items).toStrictEqual([
        {
          ...waiting(),
          ...sent,
          id: instalments[0],
          dueDate: '2026-03-20',
          paymentId: first,
          chargeDate: '2026-03-20',
          expectedPaidOutDate: null,
          flags: { ...created, succeeded: true, isPaymentProcessed: true },
          sentAt: '2026-03-10T09:00:00.000Z',
          paymentStatus: 'paid_out',
          paymentFlags: { ...PAYMENT_FLAGS, submitted: true, succeeded: true, confirmed: true, paidOut: true },
          receiptNumber: 'R-000005',
        },
        {
          ...waiting(),
          ...sent,
          id: instalments[1],
          dueDate: '2026-04-20',
          paymentId: second,
          chargeDate: '2026-04-20',
          expectedPaidOutDate: null,
          flags: { ...created, hasErrors: true },
          message: 'refer_to_payer: No money.',
          sentAt: '2026-04-10T09:00:00.000Z',
          paymentStatus: 'failed',
          paymentFlags: { ...PAYMENT_FLAGS, hasErrors: true, lateFailure: true },
        },
        waiting(),
        {
          ...waiting(),
          id: story.ids.waiting,
          salesOrderId: 'so_2',
          dueDate: '2026-04-01',
          sendingDay: '2026-03-22',
          amount: 500,
          customerId: 'cus_2',
          customerName: 'Bob Baker',
          expectedPaidOutDate: null,
          message: 'no_mandate',
        },
      ]);
    });

    it('marks a waiting one while its mandate is dead, until another is linked', async () => {
      const { id, flags } = waiting();
      expect(await scheduledAsOf('mandateDead', id)).toStrictEqual({
        ...waiting(),
        flags: { ...flags, hasErrors: true },
        message: 'mandate_cancelled',
        expectedPaidOutDate: null,
      });
      expect(await scheduledAsOf('secondPaidOut', id)).toStrictEqual(waiting());
    });

    it('is processed from its release on', async () => {
      const [id = ''] = story.ids.instalments;
      expect((await scheduledAsOf('released', id))?.flags).toStrictEqual({ ...SCHEDULED_FLAGS, isProcessed: true });
    });

    it('filters by order, due date and flags, also by those that follow from a mandate', async () => {
      const [one, two, three] = story.ids.instalments;
      const ids = async (filters: Readonly<Record<string, unknown>>, more: object = {}) =>
        (await pageOf(scheduledPaymentsList, source, { ...more, filters })).items.map(({ id }) => id);
      expect(await ids({ salesOrderId: 'so_2' })).toStrictEqual([story.ids.waiting]);
      expect(await ids({ dueDateFrom: '2026-04-02', dueDateTo: '2026-05-20' })).toStrictEqual([two, three]);
      expect(await ids({ dueDate: '2026-03-20' })).toStrictEqual([one]);
      expect(await ids({ isPaymentProcessed: true })).toStrictEqual([one]);
      expect(await ids({ isProcessed: false })).toStrictEqual([three, story.ids.waiting]);
      expect(await ids({ hasErrors: true })).toStrictEqual([two]);
      expect(await ids({ hasErrors: true }, { asOf: story.marks.mandateDead })).toStrictEqual([three]);
      expect(await ids({ hasErrors: false }, { limit: 2 })).toStrictEqual([one, three]);
      expect(await ids({ waitsForMandate: true })).toStrictEqual([story.ids.waiting]);
      expect(await ids({ waitsForMandate: true }, { asOf: story.marks.mandateDead })).toStrictEqual([
        three,
        story.ids.waiting,
      ]);
      expect(await ids({ sentAtFrom: '2026-04-10', sentAtTo: '2026-04-10' })).toStrictEqual([two]);
      const page = await pageOf(scheduledPaymentsList, source, { limit: 2 });
      expect(await ids({}, { limit: 2, cursor: page.next })).toStrictEqual([three, story.ids.waiting]);
    });
  });

  describe('sales orders', () => {
    it('are found by errors of their instalments and by what is due next', async () => {
      const ids = async (filters: Readonly<Record<string, unknown>>, more: object = {}) =>
        (await pageOf(salesOrdersList, source, { ...more, filters })).items.map(({ id }) => id);
      expect(await ids({ hasErrors: true })).toStrictEqual(['so_1']);
      expect(await ids({ hasErrors: false })).toStrictEqual(['so_2']);
      expect(await ids({ hasErrors: true }, { asOf: story.marks.submitted })).toStrictEqual([]);
      expect(await ids({ hasErrors: true }, { asOf: story.marks.mandateDead })).toStrictEqual(['so_1']);
      expect(await ids({ nextDueDateTo: '2026-04-30' })).toStrictEqual(['so_2']);
      expect(
        await ids({ nextDueDateFrom: '2026-03-20' }, { asOf: story.marks.ordered, sort: 'nextDueDate' }),
      ).toStrictEqual(['so_1', 'so_2']);
      expect(await ids({ createdAtFrom: '2026-03-02' })).toStrictEqual([]);
      const past = await findSalesOrder({ ...EVERYTHING, asOf: story.marks.mandateDead }, 'so_1');
      expect([past?.hasErrors, past?.nextDueDate]).toStrictEqual([true, '2026-05-20']);
    });

    it('totals the cash of each step', async () => {
      const totals = async (asOf: bigint) => {
        const order = await findSalesOrder({ ...EVERYTHING, asOf }, 'so_1');
        return [order?.planTotal, order?.total, order?.receiptedTotal];
      };
      expect(await totals(story.marks.ordered)).toStrictEqual([36_000, 0, 0]);
      expect(await totals(story.marks.submitted)).toStrictEqual([36_000, 12_000, 0]);
      expect(await totals(story.marks.firstPaidOut)).toStrictEqual([36_000, 12_000, 12_000]);
      expect(await totals(story.marks.secondPaidOut)).toStrictEqual([36_000, 24_000, 24_000]);
      expect(await totals(story.marks.lateFailure)).toStrictEqual([36_000, 12_000, 12_000]);
      expect(await totals(story.marks.chargedBack)).toStrictEqual([36_000, 0, 0]);
      expect(await totals(story.marks.wonBack)).toStrictEqual([36_000, 12_000, 12_000]);
    });

    it('shows lines with their items and shares', async () => {
      const { items } = await pageOf(salesOrdersList, source, { filters: { customerId: 'cus_1' } });
      const untaxed = { incomeAccount: null, total: 10_000, receiptedTotal: 10_000 };
      expect(items).toStrictEqual([
        {
          id: 'so_1',
          customerId: 'cus_1',
          basis: 'cash',
          planTotal: 36_000,
          total: 12_000,
          receiptedTotal: 12_000,
          currency: 'GBP',
          lines: [
            {
              ...untaxed,
              item: 'Membership',
              amount: 30_000,
              quantity: '1',
              discount: 0,
              unitAmount: 30_000,
              taxRate: '20',
              tax: 5000,
            },
            {
              item: 'Badge',
              amount: 6000,
              total: 2000,
              receiptedTotal: 2000,
              quantity: '2',
              discount: 0,
              unitAmount: 3000,
              taxRate: '0',
              tax: 0,
              incomeAccount: null,
            },
          ],
          scheduledPayments: story.ids.instalments,
          connectionId: 'con_1',
          customerName: 'Ann Archer',
          reference: null,
          createdAt: '2026-03-01T08:00:05.000Z',
          nextDueDate: '2026-05-20',
          hasErrors: true,
        },
      ]);
    });
  });

  describe('receipts', () => {
    it('shows a reversal with what it reverses and why', async () => {
      expect(await findReceipt(source, EVERYTHING, 'R-000003')).toStrictEqual({
        id: document(3),
        number: 'R-000003',
        kind: 'reversal',
        reversesId: document(2),
        correctsId: null,
        refundId: null,
        paymentId: story.ids.second,
        customerId: 'cus_1',
        amount: 12_000,
        currency: 'GBP',
        chargeDate: '2026-04-20',
        paidOutAt: '2026-04-23T23:30:00.000Z',
        taxDate: '2026-04-27',
        postedAt: '2026-05-01T09:00:03.000Z',
        effectiveAt: '2026-04-27T06:00:00.000Z',
        lines: [
          { description: 'Membership', taxRate: '20', net: 8334, tax: 1666, amount: 10_000 },
          { description: 'Badge', taxRate: '0', net: 2000, tax: 0, amount: 2000 },
        ],
        cause: 'refer_to_payer',
        gocardlessEventId: 'EV-PM2-failed-04-27',
        connectionId: 'con_1',
        customerName: 'Ann Archer',
        customerCompany: null,
        salesOrderId: 'so_1',
      });
    });

    it('lists all documents but payout bookings, those without a number too', async () => {
      const rows = (await pageOf(receiptsList, source)).items.map(({ number, kind, customerId, correctsId }) => {
        return [number, kind, customerId, correctsId];
      });
      expect(rows).toStrictEqual([
        ['R-000001', 'receipt', 'cus_1', null],
        ['R-000002', 'receipt', 'cus_1', null],
        ['R-000003', 'reversal', 'cus_1', null],
        ['R-000004', 'reversal', 'cus_1', null],
        ['R-000005', 'receipt', 'cus_1', null],
        ['R-000006', 'receipt', null, null],
        [null, 'correction', 'cus_2', document(6)],
        [null, 'receipt', 'cus_2', null],
      ]);
    });

    it('finds by id and number, as of a position and an effective time', async () => {
      expect((await findReceipt(source, EVERYTHING, document(8)))?.lines).toStrictEqual([
        { description: 'on account', taxRate: null, net: 700, tax: 0, amount: 700 },
      ]);
      expect(
        (await findReceipt(source, { ...EVERYTHING, asOf: story.marks.chargedBack }, document(4)))?.number,
      ).toBeNull();
      expect(await findReceipt(source, { ...EVERYTHING, asOf: story.marks.chargedBack }, 'R-000004')).toBeNull();
      expect(await findReceipt(source, { ...EVERYTHING, connectionIds: ['con_2'] }, 'R-000001')).toBeNull();
      const query = { effectiveAt: '2026-04-27T06:00:00.000Z', filters: { kind: 'reversal' } as const };
      expect((await pageOf(receiptsList, source, query)).items.map(({ number }) => number)).toStrictEqual(['R-000003']);
      const numbered = { filters: { number: 'R-000002' } };
      expect((await pageOf(receiptsList, source, numbered)).items.map(({ id }) => id)).toStrictEqual([document(2)]);
    });

    it('has the tax date of the connection’s zone', async () => {
      expect((await findReceipt(source, EVERYTHING, 'R-000001'))?.taxDate).toBe('2026-03-23');
      // 23:30 UTC in April is the next day in London.
      expect((await findReceipt(source, EVERYTHING, 'R-000002'))?.taxDate).toBe('2026-04-24');
    });
  });

  describe('the sales ledger', () => {
    const entry = (account: string, debit: number, credit: number): Entry => ({
      account,
      debit,
      credit,
      currency: 'GBP',
    });

    it('lists transactions; what is effective in a closed period is posted on the first open day', async () => {
      const { items } = await pageOf(transactionsList, source);
      expect(items.map(({ kind, number, postingDate }) => [kind, number, postingDate])).toStrictEqual([
        ['receipt', 'R-000001', '2026-03-23'],
        ['payout', null, '2026-03-24'],
        ['receipt', 'R-000002', '2026-04-24'],
        ['reversal', 'R-000003', '2026-05-01'],
        ['reversal', 'R-000004', '2026-05-02'],
        ['receipt', 'R-000005', '2026-05-08'],
        ['receipt', 'R-000006', '2026-05-14'],
        ['correction', null, '2026-05-14'],
        ['receipt', null, '2026-05-14'],
      ]);
      expect(items[1]).toStrictEqual({
        id: document(1),
        kind: 'payout',
        number: null,
        paymentId: null,
        refundId: null,
        payoutId: 'PO1',
        reversesId: null,
        correctsId: null,
        effectiveAt: '2026-03-24T06:00:00.000Z',
        postingDate: '2026-03-24',
        recordedAt: '2026-03-23T23:30:06.000Z',
        entries: [entry('1000', 11_860, 0), entry('5100', 141, 0), entry('1100', 0, 12_001)],
        connectionId: 'con_1',
        customerId: null,
      });
    });

    it('filters by posting date, kind, number and account', async () => {
      const numbers = async (filters: Readonly<Record<string, unknown>>, more: object = {}) =>
        (await pageOf(transactionsList, source, { ...more, filters })).items.map(({ number }) => number);
      expect(await numbers({ postingDateFrom: '2026-05-01', postingDateTo: '2026-05-02' })).toStrictEqual([
        'R-000003',
        'R-000004',
      ]);
      expect(await numbers({ postingDateTo: '2026-04-30' })).toStrictEqual(['R-000001', null, 'R-000002']);
      expect(await numbers({ kind: 'reversal' satisfies DocumentKind })).toStrictEqual(['R-000003', 'R-000004']);
      expect(await numbers({ number: 'R-000005' })).toStrictEqual(['R-000005']);
      expect(await numbers({ account: '2900' })).toStrictEqual(['R-000006', null]);
      expect(await numbers({}, { effectiveAt: '2026-03-31T22:59:59.999Z' })).toStrictEqual(['R-000001', null]);
      expect(await numbers({}, { connectionIds: ['con_2'] })).toStrictEqual([]);
      const { next } = await pageOf(transactionsList, source, { limit: 3 });
      expect(await numbers({}, { limit: 1, cursor: next })).toStrictEqual(['R-000003']);
    });

    it('has a trial balance of gross sums that is zero at every position', async () => {
      expect(await trialBalance(database, EVERYTHING, 'con_1', 'GBP')).toStrictEqual({
        connectionId: 'con_1',
        currency: 'GBP',
        accounts: [
          { account: '1000', debit: 11_860, credit: 0 },
          { account: '1100', debit: 37_400, credit: 36_701 },
          { account: '1200', debit: 0, credit: 700 },
          { account: '2200', debit: 3333, credit: 5000 },
          { account: '2900', debit: 700, credit: 700 },
          { account: '4000', debit: 20_667, credit: 31_000 },
          { account: '5100', debit: 141, credit: 0 },
        ],
        totalDebit: 74_101,
        totalCredit: 74_101,
      });
      for (let asOf = 0n; asOf <= (await story.world.ordinal()); asOf += 1n) {
        const { totalDebit, totalCredit } = await trialBalance(database, { ...EVERYTHING, asOf }, 'con_1', 'GBP');
        expect(totalDebit).toBe(totalCredit);
      }
    });

    it('has one of what was effective by a time, of one connection in view', async () => {
      const view = { ...EVERYTHING, effectiveAt: '2026-03-31T00:00:00.000Z' };
      const { accounts } = await trialBalance(database, view, 'con_1', 'GBP');
      expect(accounts.map(({ account, debit, credit }) => [account, debit, credit])).toStrictEqual([
        ['1000', 11_860, 0],
        ['1100', 12_000, 12_001],
        ['2200', 0, 1667],
        ['4000', 0, 10_333],
        ['5100', 141, 0],
      ]);
      const elsewhere = { connectionIds: ['con_2'] };
      expect((await trialBalance(database, elsewhere, 'con_1', 'GBP')).accounts).toStrictEqual([]);
      expect((await trialBalance(database, EVERYTHING, 'con_1', 'EUR')).accounts).toStrictEqual([]);
    });

    it('lists the accounts page by page', async () => {
      await expect(pageOf(accountsList, source, { limit: 6, cursor: 'nowhere' })).rejects.toThrow(UnknownCursor);
      const page = await pageOf(accountsList, source, { limit: 6 });
      expect(page.items.map(({ account }) => account)).toStrictEqual(['1000', '1100', '1200', '2200', '2900', '4000']);
      expect(await pageOf(accountsList, source, { limit: 6, cursor: page.next ?? '' })).toStrictEqual({
        items: [{ connectionId: 'con_1', account: '5100', currency: 'GBP', debit: 141, credit: 0, balance: 141 }],
        next: null,
        previous: expect.any(String) as unknown,
      });
    });
  });

  it('lists mandates with the names of their customers', async () => {
    const { items } = await pageOf(mandatesList, source);
    const mandate = {
      customerId: 'cus_1',
      customerName: 'Ann Archer',
      gocardlessCustomerId: 'CUCUS_1',
      scheme: 'bacs',
      nextPossibleChargeDate: '2026-03-06',
      connectionId: 'con_1',
      linked: true,
      bankName: 'BANK',
      accountNumberEnding: '11',
      company: null,
      foundBy: 'mandate_id',
      linkedBy: 'user:key_1',
      default: false,
    };
    const one = { mandateId: 'MD1', reference: 'REF-MD1', effectiveMandateId: 'MD1', cause: 'cancelled_cause' };
    const two = { mandateId: 'MD2', reference: 'REF-MD2', effectiveMandateId: 'MD2', cause: null };
    const unusable = { usable: false, unusableReason: 'mandate_cancelled' };
    const lastUsedAt = expect.stringMatching(/^2026-\d\d-\d\d$/) as string;
    expect(items).toStrictEqual([
      { ...mandate, ...one, status: 'cancelled', ...unusable, lastUsedAt },
      { ...mandate, ...two, status: 'active', usable: true, unusableReason: null, lastUsedAt: null },
    ]);
    const usable = await pageOf(mandatesList, source, { filters: { usable: true } });
    expect(usable.items.map(({ mandateId }) => mandateId)).toStrictEqual(['MD2']);
  });

  it('shows a payout with its items matched', async () => {
    const payout = {
      id: 'PO1',
      amount: 11_860,
      fees: 140,
      currency: 'GBP',
      status: 'paid',
      reference: 'ACME-1',
      arrivalDate: '2026-03-25',
      fx: null,
      connectionId: 'con_1',
      gross: 12_001,
      losses: 0,
      refunds: 0,
      feesTax: 0,
      unmatched: 1,
      difference: null,
      documentId: expect.stringMatching(/^doc_/) as unknown,
    };
    const nobody = { customerId: null, customerName: null, documentId: null, receiptNumber: null };
    const unexplained = {
      type: 'payment_paid_out',
      amount: '1.0',
      paymentId: null,
      gocardlessPaymentId: 'PM404',
      refundId: null,
      matched: false,
      why: 'unknown_payment',
      ...nobody,
    };
    const known = { matched: true, why: null, refundId: null, ...nobody };
    const ann = { customerId: 'cus_1', customerName: 'Ann Archer' };
    const ours = { ...known, ...ann, paymentId: story.ids.first, gocardlessPaymentId: 'PM1' };
    const fee = { ...known, type: 'gocardless_fee', amount: '-1.0', paymentId: null, gocardlessPaymentId: null };
    const receipt = { documentId: document(0), receiptNumber: 'R-000001' };
    const items = [
      { ...ours, type: 'payment_paid_out', amount: '12000.0', ...receipt },
      { ...ours, type: 'gocardless_fee', amount: '-140.0' },
      unexplained,
      fee,
    ];
    expect(await findPayout(database, EVERYTHING, 'PO1')).toStrictEqual({
      ...payout,
      items,
      unexplained: [unexplained],
      itemsState: 'listed',
    });
    const listed = { items: [{ ...payout, items: 4 }], next: null, previous: null };
    expect(await pageOf(payoutsList, source)).toStrictEqual(listed);
    const within = { within: 'PO1' };
    expect((await pageOf(payoutItemsList, source, within)).items).toStrictEqual(items);
    expect((await pageOf(payoutItemsList, source, { ...within, filters: { matched: false } })).items).toStrictEqual([
      unexplained,
    ]);
    const first = await pageOf(payoutItemsList, source, { ...within, limit: 3 });
    const rest = await pageOf(payoutItemsList, source, { ...within, limit: 3, cursor: first.next ?? '' });
    expect([...first.items, ...rest.items]).toStrictEqual(items);
    expect(await findPayout(database, { ...EVERYTHING, connectionIds: ['con_2'] }, 'PO1')).toBeNull();
  });

  it('lists deliveries with what became of each', async () => {
    const rows = async (filters: Readonly<Record<string, unknown>>, more: object = {}) =>
      (await pageOf(deliveriesList, source, { ...more, filters })).items.map(
        ({ eventId, webhookId, status, reason }) => [eventId, webhookId, status, reason],
      );
    const again = ['EV-PM1-submitted-03-17', 'WB-again', 'duplicate', null];
    const odd = ['EV-PM1-levitated-05-09', 'WB-odd', 'ignored', 'unknown_action'];
    const parked = ['EV-PM7-created-05-10', 'WB-unknown', 'parked', 'unknown_payment'];
    expect((await rows({})).slice(9)).toStrictEqual([
      ['EV-PM1-chargeback_cancelled-05-08', 'WB-EV-PM1-chargeback_cancelled-05-08', 'applied', null],
      again,
      odd,
      parked,
      ['EV-PM9-paid_out-05-14', 'WB-EV-PM9-paid_out-05-14', 'applied', null],
    ]);
    expect(await rows({ status: 'duplicate' })).toStrictEqual([again]);
    expect(await rows({ status: 'parked' })).toStrictEqual([parked]);
    expect(await rows({ reason: 'unknown_action' })).toStrictEqual([odd]);
    expect(await rows({ status: 'applied', resourceType: 'mandates' })).toHaveLength(1);
    expect(await rows({ eventId: 'EV-PM1-submitted-03-17' }, { asOf: story.marks.submitted + 1n })).toStrictEqual([
      ['EV-PM1-submitted-03-17', 'WB-EV-PM1-submitted-03-17', 'received', null],
    ]);
  });

  it('tells the history of things from the log itself', async () => {
    const types = async (thing: string, id: string, more: object = {}) =>
      (await pageOf(timelineList, source, { ...more, filters: { [thing]: id } })).items.map(({ type }) => type);
    const { second, instalments } = story.ids;
    expect(await types('paymentId', second)).toStrictEqual([
      'InstalmentReleased',
      'PaymentRequested',
      'PaymentSubmitted',
      'PaymentChargeDateRead',
      'PaymentClaimed',
      'PaymentSubmittedToBank',
      'PaymentPaidOut',
      'DocumentPosted',
      'PaymentFailed',
      'DocumentPosted',
    ]);
    expect(await types('paymentId', second, { effectiveAt: '2026-04-23T23:30:00.000Z' })).toHaveLength(8);
    expect(await types('paymentId', second, { asOf: story.marks.closed })).toHaveLength(8);
    expect(await types('receiptId', document(6))).toStrictEqual(['DocumentPosted', 'CorrectionPosted']);
    expect(await types('payoutId', 'PO1')).toStrictEqual([
      'PaymentPaidOut',
      'PayoutItemsListed',
      'PayoutItemsSealed',
      'PayoutPaid',
      'DocumentPosted',
    ]);
    expect(await types('scheduledPaymentId', instalments[2] ?? '')).toStrictEqual(['SalesOrderPlaced']);
    expect(await types('stream', 'connection-con_1')).toStrictEqual(['ConnectionOpened', 'PeriodClosed']);
    expect(await types('stream', 'connection-con_1', { limit: 1, order: 'desc' })).toStrictEqual(['PeriodClosed']);
    expect(await types('paymentId', second, { connectionIds: ['con_2'] })).toStrictEqual([]);
  });

  it('says who caused an event and which delivery brought it', async () => {
    const about = { filters: { paymentId: story.ids.second }, limit: 1 };
    const { next } = await pageOf(timelineList, source, { ...about, limit: 4 });
    const page = await pageOf(timelineList, source, { ...about, cursor: next ?? '' });
    const [claimed] = page.items;
    const { items } = await pageOf(timelineList, source, { ...about, cursor: page.next ?? '' });
    expect(claimed?.type).toBe('PaymentClaimed');
    expect(items[0]).toMatchObject({
      position: 'memory.32',
      type: 'PaymentSubmittedToBank',
      effectiveAt: '2026-04-16T06:00:00.000Z',
      recordedAt: '2026-04-16T06:00:02.000Z',
      actor: 'gocardless',
      causationId: 'EV-PM2-submitted-04-16',
      gocardlessEventId: 'EV-PM2-submitted-04-16',
      data: { origin: 'gocardless', cause: 'submitted_cause', description: '' },
      stream: `payment-${story.ids.second}`,
      revision: 3,
      webhookId: 'WB-EV-PM2-submitted-04-16',
      deliveryStream: 'gocardlessWebhook-con_1.sha-WB-EV-PM2-submitted-04-16',
    });
  });

  it('shows connections and their settings', async () => {
    expect((await pageOf(connectionsList, source)).items.map(({ id }) => id)).toStrictEqual(['con_1', 'con_2']);
    expect(await findConnection(EVERYTHING, 'con_1')).toStrictEqual({
      id: 'con_1',
      name: 'Account con_1',
      environment: 'sandbox',
      creditorId: 'CRCON_1',
      creditorName: 'Acme',
      access: 'read_write',
      timeZone: 'Europe/London',
      booksFrom: '2026-03-01T00:00:00.000Z',
      receiptSeries: 'R-',
      webhookSecrets: 0,
      closedThrough: '2026-04-30',
    });
    expect((await findSettings(database, EVERYTHING, 'con_2', '2026-05-01T00:00:00.000Z'))?.accounts.clearing).toBe(
      '1100',
    );
    expect(await findConnection({ ...EVERYTHING, connectionIds: ['con_1'] }, 'con_2')).toBeNull();
  });

  it('shows customers, found by what they are called too', async () => {
    const ann = {
      id: 'cus_1',
      name: 'Ann Archer',
      company: null,
      email: 'ann.archer@example.com',
      reference: 'C-cus_1',
      round: 'north',
      connectionId: 'con_1',
      forgotten: false,
      hasUsableMandate: true,
      balances: [],
      nextDueDate: '2026-05-20',
      hasErrors: true,
    };
    const by = async (filters: Readonly<Record<string, unknown>>) =>
      (await pageOf(customersList, source, { filters })).items;
    expect(await by({ email: ' Ann.Archer@EXAMPLE.com' })).toStrictEqual([ann]);
    expect(await by({ name: 'Ann Archer', reference: 'C-cus_1' })).toStrictEqual([ann]);
    expect(await by({ name: 'Nobody' })).toStrictEqual([]);
    expect(await by({ hasUsableMandate: true })).toStrictEqual([ann]);
    expect(await by({ hasErrors: true })).toStrictEqual([ann]);
    expect(
      (await by({ hasUsableMandate: false, hasErrors: false })).map(({ id, nextDueDate }) => [id, nextDueDate]),
    ).toEqual([['cus_2', '2026-04-01']]);
    const asOf = story.marks.mandateDead;
    expect((await pageOf(customersList, source, { asOf, filters: { hasUsableMandate: true } })).items).toEqual([]);
    const found = await findCustomer(source, EVERYTHING, 'cus_1');
    expect(found?.mandates.map(({ mandateId }) => mandateId)).toStrictEqual(['MD1', 'MD2']);
  });

  it('knows where the log stood at a time', async () => {
    const log = await story.world.log();
    const times = [...new Set(log.map(({ metadata }) => metadata.recordedAt))];
    const before = (time: string) => new Date(Date.parse(time) - 1).toISOString();
    for (const time of times) {
      const later = log.findIndex(({ metadata }) => metadata.recordedAt > time);
      expect(await ordinalAt(database, story.world.store, time)).toBe(later === -1 ? null : BigInt(later));
      expect(await ordinalAt(database, story.world.store, before(time))).toBe(
        BigInt(log.findIndex((event) => event.metadata.recordedAt >= time)),
      );
    }
    expect(await ordinalAt(database, story.world.store, '2000-01-01T00:00:00.000Z')).toBe(0n);
  });

  it('answers what commands and processes ask', async () => {
    const { instalments, waiting } = story.ids;
    expect(await questions.mandatesOf('cus_1')).toStrictEqual([
      { connectionId: 'con_1', mandateId: 'MD2', scheme: 'bacs' },
      { connectionId: 'con_1', mandateId: 'MD1', scheme: 'bacs' },
    ]);
    const [, , third = ''] = instalments;
    const due = (salesOrderId: string, scheduledPaymentId: string, dueDate: string) => {
      return { connectionId: 'con_1', salesOrderId, scheduledPaymentId, dueDate };
    };
    expect(await questions.unsentInstalments({ through: '2026-05-19', currencies: ['GBP'] }, 'all')).toStrictEqual([
      due('so_2', waiting, '2026-04-01'),
    ]);
    expect(
      await questions.unsentInstalments({ through: '2026-05-20', currencies: ['EUR', 'GBP'] }, ['con_1']),
    ).toStrictEqual([due('so_1', third, '2026-05-20'), due('so_2', waiting, '2026-04-01')]);
    expect(await questions.unsentInstalments({ through: '2026-05-20', currencies: ['GBP'] }, ['con_2'])).toStrictEqual(
      [],
    );
    expect(await questions.unsentInstalments({ through: '2026-05-20', currencies: ['EUR'] }, 'all')).toStrictEqual([]);
    expect(await questions.instalmentsWaitFor('cus_1', 'MD2')).toBe(true);
    expect(await questions.instalmentsWaitFor('cus_1', 'MD1')).toBe(false);
    expect(await questions.receivedEvents('con_1', ['EV-PM7-created-05-10', 'EV-other'])).toStrictEqual(
      new Set(['EV-PM7-created-05-10']),
    );
    expect(await questions.parkedStream('EV-PM7-created-05-10')).toStrictEqual({
      connectionId: 'con_1',
      stream: 'gocardlessPayment-con_1.PM7',
    });
    expect(await questions.parkedStream('EV-PM1-submitted-03-17')).toBeNull();
    expect(await questions.orderOf(third)).toBe('so_1');
    expect(await questions.orderOf('sp_unknown')).toBeNull();
    expect(await questions.statusesOf('con_1', ['PM1', 'PM2', 'PM3'])).toStrictEqual(
      new Map([
        ['PM1', 'paid_out'],
        ['PM2', 'failed'],
      ]),
    );
    expect(await questions.statusesOf('con_2', ['PM1'])).toStrictEqual(new Map());
    expect(await questions.unidentifiedPayments('con_1', 'MD9')).toStrictEqual([]);
    expect((await questions.connections()).map(({ creditorId }) => creditorId)).toStrictEqual(['CRCON_1', 'CRCON_2']);
  });

  it('has in every table what the plainest fold of the log gives', async () => {
    const log = await story.world.log();
    for (const table of ALL_READ_MODELS.flatMap(({ tables }) => tables)) {
      expect(await contentsOf(database, table)).toStrictEqual(plainFold(table, log));
    }
  });

  it('is the same when it is built anew', async () => {
    const { store } = story.world;
    const result = await rebuild({ database, store, readModels: ALL_READ_MODELS, outcome: 'served' });
    expect(result.differences).toStrictEqual([]);
    expect(result.equal).toBe(true);
  });

  it('keeps nothing personal of who is forgotten', async () => {
    await story.world.forgetCustomer('cus_2');
    await project(database, story.world.store);
    expect(await textRows(database.pool, `select id from "${database.schema}".people`, [])).toStrictEqual([['cus_1']]);
    expect(await findCustomer(source, EVERYTHING, 'cus_2')).toMatchObject({
      name: null,
      email: null,
      forgotten: true,
    });
    expect(await findSalesOrder(EVERYTHING, 'so_2')).toMatchObject({
      customerName: null,
      lines: [{ item: null }],
    });
    expect(await findPayment(EVERYTHING, story.ids.adopted)).toMatchObject({
      customerName: null,
      amount: 700,
    });
  });
});
