import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';
import { Overdue } from '../../../application/payments/overdue';
import { Workers } from '../../../application/workers';

let product: Product;
let books: Bookkeeping;
let other: Bookkeeping;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  other = await Bookkeeping.begin(product, { name: 'Other', accessToken: await product.addOrganisation('Other Ltd') });
});

afterAll(() => product.stop());

afterEach(async () => {
  await product.control('/faults', undefined, 'DELETE');
  await product.control('/webhooks/reset', {});
});

async function incidents(query: string, asked: { readonly key?: string } = {}) {
  const position = await product.runtime.eventStore.head();
  return books.items(`/api/incidents?after=${position}&${query}`, asked);
}

/** Makes a payment in the dashboard of a payer whom nobody here knows. */
async function makeInDashboard(): Promise<string> {
  const { customers } = await product.control('/customers', { givenName: 'Dora' });
  const [payer] = customers as readonly { readonly mandate: string }[];
  const { payment } = await product.control('/payments', { mandate: payer?.mandate, amount: 700, currency: 'GBP' });
  return text(payment, 'id');
}

const passMinutes = async (minutes: number) => {
  const { now } = await product.control('/clock');
  await product.control('/clock', {
    advanceTo: new Date(Date.parse(String(now)) + minutes * 60_000).toISOString(),
  });
};

describe('a parked event', () => {
  it('is an incident when it has waited for long, and none any more when it is applied', async () => {
    await product.control('/faults', { method: 'GET', path: '/payments', fault: '500', times: 10_000 });
    const gocardlessPaymentId = await makeInDashboard();
    await product.control('/webhooks/flush', {});
    await product.eventually(async () => {
      expect(await books.items('/api/deliveries?status=parked')).not.toEqual([]);
    });
    expect(await incidents('type=parked')).toEqual([]);
    await passMinutes(11);
    const [parked, ...more] = await incidents('type=parked&resolved=false');
    expect(more).toEqual([]);
    expect(parked).toEqual({
      id: expect.stringMatching(/^inc_[0-9a-f]{32}$/) as string,
      type: 'parked',
      paymentId: null,
      row: null,
      since: expect.stringMatching(/^2026-02-02T10:1/) as string,
      resolvedAt: null,
      resolvedBy: null,
      detail: 'unknown_payment',
      note: null,
      customerId: null,
      mandateId: null,
      scheduledPaymentId: null,
      payoutId: null,
      eventId: expect.stringMatching(/^EV/) as string,
      connectionId: books.connection.connectionId,
      customerName: null,
      amount: null,
      currency: null,
    });
    const one = await books.read(`/api/incidents/${text(parked, 'id')}`);
    expect(one).toEqual(parked);
    await product.control('/faults', undefined, 'DELETE');
    await books.post(`/api/deliveries/${text(parked, 'eventId')}/redrive`, {});
    await product.eventually(async () => {
      expect(await books.items(`/api/payments?gocardlessPaymentId=${gocardlessPaymentId}`)).toHaveLength(1);
      expect(await incidents('type=parked&resolved=false')).toEqual([]);
    });
    expect(await incidents('type=parked&resolved=true')).toMatchObject([
      { id: parked?.['id'], resolvedBy: 'facts', resolvedAt: expect.any(String) as string },
    ]);
  });
});

describe('a payout', () => {
  it('of payments that nobody knows is an incident until they are found', async () => {
    await product.control('/deliveries', { drop: { resourceType: 'payments' } });
    const gocardlessPaymentId = await makeInDashboard();
    await product.control(`/payments/${gocardlessPaymentId}/outcomes`, { outcome: 'paid_out' });
    await product.control('/webhooks/flush', {});
    const payoutId = await product.eventually(async () => {
      const payouts = await books.items('/api/payouts');
      const shown = await Promise.all(payouts.map(({ id }) => books.read(`/api/payouts/${String(id)}`)));
      const found = shown.find(({ items }) => JSON.stringify(items).includes(gocardlessPaymentId));
      expect(found).toBeDefined();
      return text(found, 'id');
    });
    expect(await incidents('type=unexplained_payout')).toEqual([]);
    await passMinutes(61);
    expect(await incidents('type=unexplained_payout')).toMatchObject([
      { payoutId, paymentId: null, detail: 'unknown_payments', resolvedAt: null },
    ]);
    await books.post('/api/gocardless/backfills', { connectionId: books.connection.connectionId });
    await product.eventually(async () => {
      expect(await incidents('type=unexplained_payout&resolved=false')).toEqual([]);
    });
  });
});

describe('an incident', () => {
  /** Carries the tag of a payment that GoCardless has already. */
  async function duplicate() {
    const first = await books.submittedPayment();
    const metadata = { ddl_payment: first.paymentId };
    const made = { mandate: first.mandateId, amount: 12_000, currency: 'GBP', metadata };
    await product.control('/payments', made);
    await product.control('/webhooks/flush', {});
    const [found] = await product.eventually(async () => {
      const all = await incidents(`type=duplicate_of_payment&customerId=${first.customerId}`);
      expect(all).toMatchObject([{ detail: first.paymentId, resolvedAt: null }]);
      return all;
    });
    return { ...first, id: text(found, 'id') };
  }

  it('is resolved by staff with a note, which goes with the person', async () => {
    const { id, customerId } = await duplicate();
    const note = 'Ada Payer paid by card as well.';
    const path = `/api/incidents/${id}/resolution`;
    const resolved = await product.api('POST', path, { note });
    expect([resolved.status, resolved.json]).toEqual([200, { id, position: resolved.json['position'] }]);
    const mine = `customerId=${customerId}&type=duplicate_of_payment`;
    expect(await incidents(mine)).toMatchObject([
      { id, note, resolvedBy: 'staff', resolvedAt: expect.any(String) as string },
    ]);
    expect(await incidents(`${mine}&resolved=false`)).toEqual([]);
    expect((await product.api('POST', path, { note: 'Another word.' })).status).toBe(200);
    expect(await incidents(mine)).toMatchObject([{ note }]);
    const csv = await product.api('GET', `/api/incidents?${mine}`, undefined, { headers: { accept: 'text/csv' } });
    expect(csv.text.split('\r\n')[0]).toMatch(/^Id,Type,Payment id,Row,Since \(UTC\),Resolved at \(UTC\),/);
    expect(csv.text).toContain(note);
    expect(await product.runtime.eventStore.read(`incident-${id}`)).toHaveLength(1);
    await expectInClearOnlyAmongPeople(note);
  });

  it('of another connection is not there, and not every role may resolve one', async () => {
    const { id, customerId } = await duplicate();
    const key = await product.makeKey('accountant', { connectionIds: [other.connection.connectionId] });
    const auditor = await product.makeKey('auditor');
    expect(await incidents(`customerId=${customerId}`, { key })).toEqual([]);
    expect((await product.api('GET', `/api/incidents/${id}`, undefined, { key })).status).toBe(404);
    expect(await books.read(`/api/incidents/${id}`)).toMatchObject({ customerName: 'Ada Payer', amount: 12_000 });
    const resolve = async (path: string, body: object, asked = {}) =>
      problemOf(await product.api('POST', path, body, asked));
    const path = `/api/incidents/${id}/resolution`;
    expect(await resolve(path, { note: 'Mine.' }, { key })).toEqual([404, 'not_found']);
    expect(await resolve('/api/incidents/inc_0/resolution', { note: 'None.' })).toEqual([404, 'not_found']);
    expect(await resolve(path, { note: 'Mine.' }, { key: auditor })).toEqual([403, 'forbidden']);
    expect(await resolve(path, {})).toEqual([422, 'validation_failed', 'note']);
    expect(await incidents(`customerId=${customerId}`, { key: auditor })).not.toEqual([]);
    expect((await product.api('GET', '/api/incidents?type=odd')).status).toBe(422);
  });
});

describe('an overdue answer about a payment', () => {
  it('is an incident after four working days, and asking GoCardless clears it', async () => {
    const { paymentId, customerId, scheduledPaymentId } = await books.submittedPayment();
    await product.control('/deliveries', { drop: { resourceType: 'payments' } });
    await product.control('/clock', { advanceWorkingDays: 20 });
    const position = await product.runtime.eventStore.head();
    expect(await incidents(`paymentId=${paymentId}`)).toMatchObject([
      { type: 'status_overdue', paymentId, customerId, scheduledPaymentId, resolvedAt: null },
    ]);
    expect(await incidents(`customerId=${customerId}&type=status_overdue&resolved=false`)).toHaveLength(1);
    await product.app.get(Overdue).askAll();
    await product.eventually(async () => {
      expect(await books.read(`/api/payments/${paymentId}`)).toMatchObject({ status: 'paid_out' });
      expect(await incidents(`paymentId=${paymentId}&resolved=false`)).toEqual([]);
    });
    expect(await incidents(`paymentId=${paymentId}`)).toMatchObject([{ resolvedBy: 'facts' }]);
    // What we believed before GoCardless was asked, and before the four days had passed.
    expect(await incidents(`paymentId=${paymentId}&asOf=${position}`)).toMatchObject([{ resolvedAt: null }]);
    expect(await incidents(`paymentId=${paymentId}&asOf=2026-02-10T00:00:00Z`)).toEqual([]);
  });

  it('that is over is not resolved any more', async () => {
    const [over] = await incidents('resolved=true&type=status_overdue');
    const answer = await product.api('POST', `/api/incidents/${text(over, 'id')}/resolution`, { note: 'Late.' });
    expect(problemOf(answer)).toEqual([409, 'not_allowed_now']);
  });

  it('is asked about once a day', async () => {
    const { customerId } = await books.linkedCustomer();
    const plan = { instalments: [{ dueDate: '2026-04-01', amount: 36_000 }] };
    const order = await books.order(customerId, { plan });
    const paymentId = await books.submit(order.scheduledPayments[0] ?? '');
    const gocardlessPaymentId = await product.eventually(async () =>
      text(await books.read(`/api/payments/${paymentId}`), 'gocardlessPaymentId'),
    );
    const asked = async () => {
      const { requests } = await product.control('/requests');
      const paths = (requests as readonly { readonly path: string }[]).map(({ path }) => path);
      return paths.filter((path) => path.startsWith('/events?') && path.includes(gocardlessPaymentId)).length;
    };
    await product.control('/deliveries', { drop: { resourceType: 'payments' } });
    await product.control('/clock', { advanceWorkingDays: 40 });
    // What is fetched from now on stays where it was put, so that the answer stays away.
    await product.app.get(Workers).stop();
    const overdue = product.app.get(Overdue);
    await overdue.askAll();
    await passMinutes(23 * 60);
    await overdue.askAll();
    expect(await asked()).toBe(1);
    await passMinutes(60);
    await overdue.askAll();
    expect(await asked()).toBe(2);
  });
});

/** Looks through every column of every table that is served and of the log. */
async function expectInClearOnlyAmongPeople(words: string): Promise<void> {
  const { pool, schema } = product.runtime.readModelDatabase;
  const { rows: columns } = await pool.query<{ table_schema: string; table_name: string; column_name: string }>(
    `select table_schema, table_name, column_name from information_schema.columns
     where starts_with(table_schema, $1) and data_type in ('text', 'jsonb')`,
    [schema],
  );
  const found = new Set<string>();
  for (const { table_schema, table_name, column_name } of columns) {
    const { rows } = await pool.query(
      `select 1 from "${table_schema}"."${table_name}" where position($1 in "${column_name}"::text) > 0 limit 1`,
      [words],
    );
    if (rows.length > 0) found.add(table_name);
  }
  expect([...found]).toEqual(['people']);
}
