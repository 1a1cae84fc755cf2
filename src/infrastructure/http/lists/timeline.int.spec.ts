import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
let made: Awaited<ReturnType<Bookkeeping['submittedPayment']>>;
let payoutId: string;
let receiptNumber: string;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  made = await books.submittedPayment();
  await product.control('/clock', { advanceTo: '2026-02-03T12:00:00.000Z' });
  payoutId = text(await books.outcome(made, { outcome: 'paid_out' }, 'paid_out'), 'payoutId');
  await product.eventually(async () => {
    const booked = await books.items(`/api/ledger/transactions?payoutId=${payoutId}`);
    expect(booked).toHaveLength(1);
  });
  receiptNumber = await product.eventually(async () =>
    text(await books.read(`/api/payments/${made.paymentId}`), 'receiptNumber'),
  );
});

afterAll(() => product.stop());

const timeline = (query: string) => books.items(`/api/timeline?${query}`);
const typesOf = async (query: string) => (await timeline(query)).map(({ type }) => type);

describe('the timeline', () => {
  it('of a payment tells its story, with who, why and both times', async () => {
    const events = await timeline(`paymentId=${made.paymentId}`);
    // The claim and the system's acceptance are written beside the story, sooner or later.
    const beside = ['PaymentClaimed', 'PaymentAccepted'];
    expect(events.map(({ type }) => type).filter((type) => !beside.some((name) => name === type))).toEqual([
      'InstalmentReleased',
      'PaymentRequested',
      'PaymentSubmitted',
      'PaymentChargeDateRead',
      'PaymentCreated',
      'PaymentSubmittedToBank',
      'PaymentConfirmed',
      'PaymentPaidOut',
      'DocumentPosted',
    ]);
    expect(events.find(({ type }) => type === 'PaymentPaidOut')).toEqual({
      position: expect.any(String) as unknown,
      type: 'PaymentPaidOut',
      effectiveAt: expect.stringMatching(/^2026-02-03T/) as unknown,
      recordedAt: expect.stringMatching(/^2026-02-03T/) as unknown,
      actor: 'gocardless',
      causationId: expect.stringMatching(/^EV/) as unknown,
      gocardlessEventId: expect.stringMatching(/^EV/) as unknown,
      data: expect.objectContaining({ payoutId }) as unknown,
      eventId: expect.any(String) as unknown,
      stream: `payment-${made.paymentId}`,
      revision: expect.any(Number) as unknown,
      correlationId: expect.any(String) as unknown,
      webhookId: expect.any(String) as unknown,
      deliveryStream: expect.stringMatching(/^gocardlessWebhook-.*\.[0-9a-f]{64}$/) as unknown,
    });
    expect(events[0]).toMatchObject({ actor: expect.stringMatching(/^user:/) as unknown, gocardlessEventId: null });
  });

  it('is there for every kind of thing', async () => {
    expect(await typesOf(`mandateId=${made.mandateId}`)).toContain('MandateLinked');
    expect(await typesOf(`customerId=${made.customerId}`)).toEqual(
      expect.arrayContaining(['CustomerRegistered', 'MandateLinked', 'SalesOrderPlaced', 'DocumentPosted']),
    );
    expect((await typesOf(`salesOrderId=${made.order.id}`)).slice(0, 2)).toEqual([
      'SalesOrderPlaced',
      'InstalmentReleased',
    ]);
    expect((await typesOf(`scheduledPaymentId=${made.scheduledPaymentId}`)).slice(0, 3)).toEqual([
      'SalesOrderPlaced',
      'InstalmentReleased',
      'PaymentRequested',
    ]);
    expect(await typesOf(`payoutId=${payoutId}`)).toEqual(
      expect.arrayContaining(['PaymentPaidOut', 'PayoutPaid', 'DocumentPosted']),
    );
    expect(await typesOf(`stream=salesOrder-${made.order.id}`)).toEqual(['SalesOrderPlaced', 'InstalmentReleased']);
  });

  it('of a receipt is found by its number or its id', async () => {
    const receipt = await books.read(`/api/receipts/${receiptNumber}`);
    const byNumber = await timeline(`receiptId=${receiptNumber}`);
    expect(byNumber.map(({ type, data }) => [type, (data as { documentId: string }).documentId])).toEqual([
      ['DocumentPosted', receipt['id']],
    ]);
    expect(await timeline(`receiptId=${String(receipt['id'])}`)).toEqual(byNumber);
    expect(await timeline('receiptId=R-999999')).toEqual([]);
  });

  it('goes by page, past position, effective time and CSV', async () => {
    const path = `paymentId=${made.paymentId}`;
    const all = await timeline(path);
    const first = await books.read(`/api/timeline?${path}&limit=3`);
    const rest = await timeline(`${path}&limit=500&cursor=${text(first, 'nextCursor')}`);
    expect([...(first['items'] as unknown[]), ...rest]).toEqual(all);
    const third = text(all[2], 'position');
    expect(await timeline(`${path}&asOf=${third}`)).toEqual(all.slice(0, 3));
    const early = await typesOf(`${path}&effectiveAt=2026-02-02T23:00:00Z`);
    expect([early.includes('PaymentSubmitted'), early.includes('PaymentPaidOut')]).toEqual([true, false]);
    const csv = await product.api('GET', `/api/timeline?${path}`, undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(header).toBe(
      'Position,Type,Effective at (UTC),Recorded at (UTC),Actor,Causation id,GoCardless event id,Event id,Stream,Revision,' +
        'Correlation id,Webhook id,Delivery stream',
    );
    expect(rows).toHaveLength(all.length);
  });

  it('needs exactly one thing', async () => {
    const none = problemOf(await product.api('GET', '/api/timeline'));
    expect(none.slice(0, 3)).toEqual([422, 'validation_failed', 'paymentId']);
    expect(problemOf(await product.api('GET', '/api/timeline?paymentId=pay_1&stream=payment-pay_1'))).toEqual([
      422,
      'validation_failed',
      'paymentId',
      'stream',
    ]);
    expect(problemOf(await product.api('GET', '/api/timeline?documentId=doc_1'))).toEqual([
      422,
      'validation_failed',
      'documentId',
    ]);
  });
});
