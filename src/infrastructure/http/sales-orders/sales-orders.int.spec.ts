import { Bookkeeping, FIRST_DUE, orderOf, problemOf } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;
let customerId: string;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  customerId = await books.customer();
});

afterAll(() => product.stop());

function place(fields: object) {
  return product.api('POST', '/api/sales-orders', { ...orderOf(customerId), ...fields });
}

const line = { item: 'Membership', quantity: 1, unitAmount: 36_000 };

describe('placing a sales order', () => {
  it('answers the order with its scheduled payments, and shows it', async () => {
    const placed = await place({
      lines: [
        { item: 'Membership', quantity: 2, unitAmount: 15_000, taxRate: '20' },
        { item: 'Locker', quantity: 1, unitAmount: 6_001, incomeAccount: '4010' },
      ],
    });
    expect([placed.status, placed.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^so_/) as unknown,
        scheduledPayments: [0, 1, 2].map(() => expect.stringMatching(/^sp_/) as unknown),
        position: expect.any(String) as unknown,
      },
    ]);
    const { id, scheduledPayments, position } = placed.json;
    const read = await product.api('GET', `/api/sales-orders/${String(id)}?after=${String(position)}`);
    const nothing = { total: 0, receiptedTotal: 0 };
    expect(read.json).toEqual({
      id,
      customerId,
      basis: 'cash',
      planTotal: 36_001,
      ...nothing,
      currency: 'GBP',
      lines: [
        {
          item: 'Membership',
          quantity: '2',
          discount: 0,
          unitAmount: 15_000,
          taxRate: '20',
          incomeAccount: null,
          amount: 30_000,
          tax: 5_000,
          ...nothing,
        },
        {
          item: 'Locker',
          quantity: '1',
          discount: 0,
          unitAmount: 6_001,
          taxRate: '0',
          incomeAccount: '4010',
          amount: 6_001,
          tax: 0,
          ...nothing,
        },
      ],
      scheduledPayments,
      connectionId: books.connection.connectionId,
      customerName: 'Ada Payer',
      reference: null,
      createdAt: expect.stringMatching(/^2026-02-02T10:/) as unknown,
      nextDueDate: FIRST_DUE,
      hasErrors: false,
    });
    expect(read.headers.get('x-position')).toBe(position);
    const instalments = await books.items(`/api/scheduled-payments?salesOrderId=${String(id)}`);
    expect(instalments.map(({ dueDate, amount, message }) => [dueDate, amount, message])).toEqual([
      [FIRST_DUE, 12_000, 'no_mandate'],
      ['2026-03-16', 12_000, 'no_mandate'],
      ['2026-04-16', 12_001, 'no_mandate'],
    ]);
  });

  it.each<[string, object, readonly unknown[]]>([
    ['no customer', { customerId: undefined }, [422, 'validation_failed', 'customerId']],
    ['an unknown customer', { customerId: 'cus_none' }, [422, 'unknown_customer', 'customerId']],
    ['an unknown currency', { currency: 'XYZ' }, [422, 'validation_failed', 'currency']],
    ['no lines', { lines: [] }, [422, 'validation_failed', 'lines']],
    [
      'half a piece as a number',
      { lines: [{ ...line, quantity: 0.5 }] },
      [422, 'validation_failed', 'lines.0.quantity'],
    ],
    ['five places', { lines: [{ ...line, quantity: '0.00005' }] }, [422, 'validation_failed', 'lines.0.quantity']],
    [
      'two discounts on one line',
      { lines: [{ ...line, discount: { amount: 1, percentage: '1' } }] },
      [422, 'validation_failed', 'lines.0.discount'],
    ],
    [
      'an amount in words',
      { lines: [{ ...line, unitAmount: '36' }] },
      [422, 'validation_failed', 'lines.0.unitAmount'],
    ],
    ['a negative price', { lines: [{ ...line, unitAmount: -1 }] }, [422, 'validation_failed', 'lines.0.unitAmount']],
    ['a tax rate in words', { lines: [{ ...line, taxRate: 'high' }] }, [422, 'validation_failed', 'lines.0.taxRate']],
    ['a field that nobody knows', { lines: [{ ...line, price: 1 }] }, [422, 'validation_failed', 'lines.0.price']],
    ['no plan', { plan: undefined }, [422, 'validation_failed', 'plan']],
    ['half a plan', { plan: { count: 3 } }, [422, 'validation_failed', 'plan']],
    [
      'two plans',
      {
        plan: { count: 1, firstDueDate: FIRST_DUE, interval: 'week', instalments: [{ dueDate: FIRST_DUE, amount: 1 }] },
      },
      [422, 'validation_failed', 'plan'],
    ],
    [
      'a plan of days',
      { plan: { count: 3, firstDueDate: FIRST_DUE, interval: 'day' } },
      [422, 'validation_failed', 'plan.interval'],
    ],
    [
      'a day that does not exist',
      { plan: { instalments: [{ dueDate: '2026-02-30', amount: 36_000 }] } },
      [422, 'validation_failed', 'plan.instalments.0.dueDate'],
    ],
    [
      'a plan that lacks a penny',
      { plan: { instalments: [{ dueDate: FIRST_DUE, amount: 35_999 }] } },
      [422, 'plan_does_not_add_up', 'plan.instalments'],
    ],
    [
      'a first payment in six days',
      { plan: { instalments: [{ dueDate: '2026-02-08', amount: 36_000 }] } },
      [422, 'due_date_too_early', 'plan.instalments.0.dueDate'],
    ],
    [
      'a plan that begins in the past',
      { plan: { count: 2, firstDueDate: '2025-12-01', interval: 'year' } },
      [422, 'due_date_too_early', 'plan.firstDueDate'],
    ],
    ['a mandate of nobody', { mandateId: 'MD000NOBODY' }, [422, 'unknown_mandate', 'mandateId']],
  ])('with %s is refused, and says which field', async (_, fields, refused) => {
    expect(problemOf(await place(fields))).toEqual(refused);
  });

  it('with a dead mandate is refused', async () => {
    const linked = await books.linkedCustomer();
    await product.control(`/mandates/${linked.mandateId}/outcomes`, { outcome: 'cancelled' });
    await product.eventually(async () => {
      const { mandateId } = linked;
      const refused = await product.api('POST', '/api/sales-orders', { ...orderOf(linked.customerId), mandateId });
      expect(problemOf(refused)).toEqual([422, 'mandate_not_usable', 'mandateId']);
    });
  });

  it('takes lines of amount 0, and clips months to their last day', async () => {
    const order = await books.order(customerId, {
      lines: [line, { item: 'Welcome pack', quantity: 1, unitAmount: 0 }],
      plan: { count: 3, firstDueDate: '2026-12-31', interval: 'month' },
    });
    const instalments = await books.items(`/api/scheduled-payments?salesOrderId=${order.id}&after=${order.position}`);
    expect(instalments.map(({ dueDate }) => dueDate)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28']);
  });

  it('takes parts of a piece and discounts, and shows how each amount came about', async () => {
    const placed = await place({
      lines: [
        { item: 'Lessons', quantity: '1.50', unitAmount: 3_333, discount: { percentage: '12.5' }, taxRate: '20.0' },
        { item: 'Locker', quantity: 3, unitAmount: 999, discount: { amount: 250 } },
      ],
    });
    expect(placed.status).toBe(201);
    const { id, position } = placed.json;
    const read = await product.api('GET', `/api/sales-orders/${String(id)}?after=${String(position)}`);
    expect(read.json).toMatchObject({
      planTotal: 7_122,
      lines: [
        { quantity: '1.5', unitAmount: 3_333, discount: 625, amount: 4_375, taxRate: '20', tax: 729 },
        { quantity: '3', unitAmount: 999, discount: 250, amount: 2_747, taxRate: '0', tax: 0 },
      ],
    });
  });

  it('again with its Idempotency-Key is the same order', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const [first, again] = [
      await product.api('POST', '/api/sales-orders', orderOf(customerId), { headers }),
      await product.api('POST', '/api/sales-orders', orderOf(customerId), { headers }),
    ];
    expect([again.status, again.json]).toEqual([201, first.json]);
    const other = await product.api(
      'POST',
      '/api/sales-orders',
      { ...orderOf(customerId), currency: 'EUR' },
      { headers },
    );
    expect(problemOf(other)).toEqual([409, 'idempotency_key_reused']);
  });
});

describe('previewing a sales order', () => {
  const lines = [
    { item: 'Membership', quantity: 1, unitAmount: 24_000, taxRate: '20' },
    { item: 'Locker', quantity: 12, unitAmount: 1_000 },
  ];
  const preview = (of: string, fields: object) =>
    product.api('POST', '/api/sales-orders', { ...orderOf(of), lines, dryRun: true, ...fields });

  it('answers the plan with what each instalment takes of each line, and keeps nothing', async () => {
    const before = await books.items('/api/sales-orders?limit=500');
    const { status, json } = await preview(customerId, { reference: 'PO 17' });
    const ofLines = (tax: number) => [
      { line: 0, amount: 8_000, tax },
      { line: 1, amount: 4_000, tax: 0 },
    ];
    expect([status, json]).toEqual([
      200,
      {
        scheduledPayments: [
          { dueDate: FIRST_DUE, amount: 12_000, shares: ofLines(1_333) },
          { dueDate: '2026-03-16', amount: 12_000, shares: ofLines(1_334) },
          { dueDate: '2026-04-16', amount: 12_000, shares: ofLines(1_333) },
        ],
        planTotal: 36_000,
        warnings: [
          {
            code: 'no_mandate',
            detail: 'The customer has no usable mandate: the instalments wait until there is one.',
          },
        ],
        position: expect.any(String) as unknown,
      },
    ]);
    expect(await books.items('/api/sales-orders?limit=500')).toEqual(before);
  });

  it('is the plan that the order then has', async () => {
    const { json: planned } = await preview(customerId, {});
    const order = await books.order(customerId, { lines });
    const instalments = await books.items(`/api/scheduled-payments?salesOrderId=${order.id}&after=${order.position}`);
    const shown = planned['scheduledPayments'] as readonly { dueDate: string; amount: number }[];
    expect(instalments.map(({ dueDate, amount }) => ({ dueDate, amount }))).toEqual(
      shown.map(({ dueDate, amount }) => ({ dueDate, amount })),
    );
  });

  it('says which instalments are due before their mandate can be charged', async () => {
    // The scheme needs longer than the week that a first payment is announced before.
    const linked = await books.linkedCustomer({}, { scheme: 'betalingsservice' });
    const plan = { count: 3, firstDueDate: FIRST_DUE, interval: 'month' };
    const { json } = await preview(linked.customerId, { currency: 'DKK', plan });
    const { nextPossibleChargeDate } = (await books.items(`/api/mandates?mandateId=${linked.mandateId}`))[0] ?? {};
    const [first, second] = json['scheduledPayments'] as readonly Record<string, unknown>[];
    expect([first?.['movedTo'], second?.['movedTo']]).toEqual([nextPossibleChargeDate, undefined]);
    expect(json['warnings']).toMatchObject([{ code: 'charge_date_moved' }]);
    const able = await books.linkedCustomer();
    expect((await preview(able.customerId, {})).json['warnings']).toEqual([]);
  });

  it('is refused as the order would be', async () => {
    const plan = { instalments: [{ dueDate: FIRST_DUE, amount: 1 }] };
    expect(problemOf(await preview(customerId, { plan }))).toEqual([422, 'plan_does_not_add_up', 'plan.instalments']);
    const auditor = await product.makeKey('auditor');
    const asked = { ...orderOf(customerId), dryRun: true };
    expect(problemOf(await product.api('POST', '/api/sales-orders', asked, { key: auditor }))).toEqual([
      403,
      'forbidden',
    ]);
  });
});

describe('reading sales orders', () => {
  it('finds an order by its reference', async () => {
    const { id, position } = await books.order(customerId, { reference: 'PO 2026/17' });
    const found = await books.items(`/api/sales-orders?q=2026/17&after=${position}`);
    expect(found.map((order) => [order['id'], order['reference']])).toEqual([[id, 'PO 2026/17']]);
    expect(await books.items(`/api/sales-orders?reference=${encodeURIComponent('PO 2026/17')}`)).toEqual(found);
    for (const dryRun of [true, false]) {
      const again = await product.api('POST', '/api/sales-orders', {
        ...orderOf(customerId),
        reference: 'PO 2026/17',
        dryRun,
      });
      expect([again.status, again.json]).toMatchObject([409, { code: 'reference_taken', id }]);
    }
  });

  it('goes by page, filter, past position and CSV, oldest first', async () => {
    const own = await books.customer({ name: '=Ada' });
    const orders = [await books.order(own), await books.order(own), await books.order(own, { currency: 'EUR' })];
    const after = orders[2]?.position ?? '';
    const path = `/api/sales-orders?customerId=${own}&after=${after}`;
    const first = await books.read(`${path}&limit=2`);
    const next = await books.read(`${path}&limit=2&cursor=${String(first['nextCursor'])}`);
    const ids = [...(first['items'] as { id: string }[]), ...(next['items'] as { id: string }[])].map(({ id }) => id);
    expect([ids, next['nextCursor']]).toEqual([orders.map(({ id }) => id), null]);
    const euros = await books.items(`${path}&currency=EUR`);
    expect(euros.map(({ id }) => id)).toEqual([orders[2]?.id]);
    const past = await books.items(`${path}&asOf=${orders[0]?.position ?? ''}`);
    expect(past.map(({ id }) => id)).toEqual([orders[0]?.id]);
    const csv = await product.api('GET', path, undefined, { headers: { accept: 'text/csv' } });
    const [header, ...rows] = csv.text.trimEnd().split('\r\n');
    expect(header).toBe(
      'Id,Customer id,Basis,Plan total,Total,Receipted total,Currency,Line item,Line quantity,Line unit amount,Line discount,Line tax rate,' +
        'Line income account,Line amount,Line tax,Line total,Line receipted total,Scheduled payments,Connection id,Customer name,Reference,Created at (UTC),Next due date,Has errors',
    );
    expect([rows.length, rows[0]?.startsWith(`${orders[0]?.id ?? ''},${own},cash,360.00,0.00,0.00,GBP,`)]).toEqual([
      3,
      true,
    ]);
    expect(rows[0]).toMatch(/,'=Ada,,2026-02-02T10:[^,]+,2026-02-16,false$/);
  });

  it('refuses an unknown filter, a foreign cursor and effectiveAt', async () => {
    for (const [query, field] of [
      ['colour=red', 'colour'],
      ['cursor=abc', 'cursor'],
      ['limit=0', 'limit'],
      ['effectiveAt=2026-01-01', 'effectiveAt'],
      ['customerId=a b', 'customerId'],
    ]) {
      expect(problemOf(await product.api('GET', `/api/sales-orders?${query ?? ''}`))).toEqual([
        422,
        'validation_failed',
        field,
      ]);
    }
  });

  it('is 404 for what is not there', async () => {
    expect(problemOf(await product.api('GET', '/api/sales-orders/so_none'))).toEqual([404, 'not_found']);
  });
});
