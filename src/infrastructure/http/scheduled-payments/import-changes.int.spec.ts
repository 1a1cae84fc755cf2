import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let books: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
});

afterAll(() => product.stop());

/** An order of 360.00 in three instalments of 120.00. */
async function placed() {
  const customer = await books.linkedCustomer();
  const order = await books.order(customer.customerId);
  const [first = '', second = '', third = ''] = order.scheduledPayments;
  return { ...customer, order, first, second, third };
}

async function send(csv: string, query = '', key?: string) {
  const response = await fetch(`${product.url}/api/scheduled-payments/import${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key ?? product.adminKey}`, 'content-type': 'text/csv' },
    body: csv,
  });
  const body = await response.text();
  return { status: response.status, headers: response.headers, text: body, json: JSON.parse(body) as Json };
}

type Json = Record<string, unknown>;

const file = (...lines: readonly string[]) => ['scheduledPaymentId,dueDate,amount,mandateId', ...lines].join('\r\n');

async function plan(orderId: string, after: string) {
  const items = await books.items(`/api/scheduled-payments?salesOrderId=${orderId}&after=${after}`);
  return items.map(({ dueDate, amount, mandateId }) => [dueDate, amount, mandateId]);
}

describe('a file of changes', () => {
  it('changes dates, amounts and mandates of several orders, and says where differences went', async () => {
    const [one, two] = [await placed(), await placed()];
    const csv = file(
      `${one.first},2026-02-20,,`,
      `${one.second},,100.50,`,
      `${two.second},2026-03-20,120.00,${two.mandateId}`,
    );
    const preview = await send(csv, '?dryRun=true');
    const moved = [
      { id: one.first, dueDate: '2026-02-20', amountFrom: 12_000, amountTo: 12_000, currency: 'GBP' },
      { id: one.second, dueDate: '2026-03-16', amountFrom: 12_000, amountTo: 10_050, currency: 'GBP' },
      { id: one.third, dueDate: '2026-04-16', amountFrom: 12_000, amountTo: 13_950, currency: 'GBP' },
      { id: two.second, dueDate: '2026-03-20', amountFrom: 12_000, amountTo: 12_000, currency: 'GBP' },
    ];
    const byId = (changes: unknown) =>
      [...(changes as typeof moved)].sort(
        (a, b) => moved.findIndex(({ id }) => id === a.id) - moved.findIndex(({ id }) => id === b.id),
      );
    expect([preview.status, preview.json['lines'], byId(preview.json['changed'])]).toEqual([200, 3, moved]);
    expect(await plan(one.order.id, one.order.position)).toEqual([
      ['2026-02-16', 12_000, null],
      ['2026-03-16', 12_000, null],
      ['2026-04-16', 12_000, null],
    ]);
    const done = await send(csv);
    expect([done.status, byId(done.json['changed']), done.json['notChanged']]).toEqual([200, moved, []]);
    const after = text(done.json, 'position');
    expect(await plan(one.order.id, after)).toEqual([
      ['2026-02-20', 12_000, null],
      ['2026-03-16', 10_050, null],
      ['2026-04-16', 13_950, null],
    ]);
    expect(await plan(two.order.id, after)).toEqual([
      ['2026-02-16', 12_000, null],
      ['2026-03-20', 12_000, two.mandateId],
      ['2026-04-16', 12_000, null],
    ]);
    expect((await send(csv)).json['changed']).toEqual([]);
  });

  it('with something wrong changes nothing, and says what, by line and column', async () => {
    const [one, sent] = [await placed(), await placed()];
    await books.submit(sent.first);
    const refused = await send(
      file(
        `${one.first},2026-02-20,,`,
        `${one.second},2026-02-30,,`,
        `${one.third},,a lot,`,
        `${one.first},,1.00,`,
        ',2026-03-01,,',
      ),
    );
    expect([refused.status, refused.json['code']]).toEqual([422, 'wrong_lines']);
    const errors = refused.json['errors'] as readonly Record<string, unknown>[];
    expect(errors.map(({ line, field, code }) => [line, field, code])).toEqual([
      [3, 'dueDate', 'not_a_date'],
      [4, 'amount', 'unreadable_amount'],
      [5, 'scheduledPaymentId', 'duplicate_line'],
      [6, 'scheduledPaymentId', 'missing'],
    ]);
    const unable = await send(
      file('sp_none,2026-03-01,,', `${sent.first},2026-03-01,,`, `${one.third},,360.00,`, `${one.second},,360.00,`),
    );
    const why = unable.json['errors'] as readonly Record<string, unknown>[];
    expect(why.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, 'scheduledPaymentId', 'not_found'],
      [3, 'scheduledPaymentId', 'already_submitted'],
      [4, 'amount', 'plan_does_not_add_up'],
    ]);
    expect(await plan(one.order.id, one.order.position)).toEqual([
      ['2026-02-16', 12_000, null],
      ['2026-03-16', 12_000, null],
      ['2026-04-16', 12_000, null],
    ]);
  });

  it('may be the list of instalments as it came, with what was changed in it', async () => {
    const { customerId, first, second, order } = await placed();
    await books.submit(first);
    const path = `/api/scheduled-payments?customerId=${customerId}&format=csv`;
    const list = await product.eventually(async () => {
      const { text: csv } = await product.api('GET', path);
      expect(csv).toContain('pending_submission');
      return csv;
    });
    const same = await send(list);
    expect([same.status, same.json['changed']]).toEqual([200, []]);
    const lines = list
      .split('\r\n')
      .map((line) => (line.includes(second) ? line.replace('2026-03-16', '2026-03-18') : line));
    const changed = await send(lines.join('\r\n'));
    expect([changed.status, changed.json['changed']]).toEqual([
      200,
      [{ id: second, dueDate: '2026-03-18', amountFrom: 12_000, amountTo: 12_000, currency: 'GBP' }],
    ]);
    expect((await plan(order.id, text(changed.json, 'position')))[1]).toEqual(['2026-03-18', 12_000, null]);
  });

  it('is for those who keep the books, within their connections', async () => {
    const { first } = await placed();
    const csv = file(`${first},2026-02-20,,`);
    expect(problemOf(await send(csv, '', await product.makeKey('auditor')))).toEqual([403, 'forbidden']);
    const elsewhere = await product.makeKey('accountant', { connectionIds: ['con_other'] });
    expect((await send(csv, '', elsewhere)).json['errors']).toMatchObject([{ line: 2, code: 'not_found' }]);
  });
});
