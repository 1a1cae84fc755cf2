import { Bookkeeping, problemOf, text } from '../../../../test/support/bookkeeping';
import { type Product, startProduct } from '../../../../test/support/product';
import { isObject } from '../../../fields/is-object';
import { FORMATS } from '../requests/query-parameters';

let product: Product;
let books: Bookkeeping;
let customers: readonly string[];
let position: string;

beforeAll(async () => {
  product = await startProduct();
  books = await Bookkeeping.begin(product);
  const names = [{ name: '=1;+2' }, { name: 'Złota "Łódź"', reference: '00123' }, { name: 'Credit, Ltd' }];
  const linked = await Promise.all(names.map((named) => books.linkedCustomer(named)));
  customers = linked.map(({ customerId }) => customerId);
  const owed = [
    { amount: 4_550, currency: 'GBP', asOf: '2026-02-01' },
    { amount: 1_234_567, currency: 'EUR', asOf: '2026-01-31T23:59:59.999Z' },
    { amount: -1, currency: 'GBP', asOf: '2026-02-02T09:59:30Z' },
  ];
  for (const [index, balance] of owed.entries()) {
    position = text(
      (await product.api('PUT', `/api/customers/${customers[index]}/balances`, balance)).json,
      'position',
    );
  }
}, 60_000);

afterAll(() => product.stop());

const everything = () => books.items(`/api/balances?limit=500&after=${position}`);

async function fileAt(path: string): Promise<Blob> {
  const response = await fetch(`${product.url}${path}`, { headers: { authorization: `Bearer ${product.adminKey}` } });
  expect(response.status).toBe(200);
  return response.blob();
}

async function importOf(path: string, file: Blob): Promise<Record<string, unknown>> {
  const form = new FormData();
  form.append('file', file, 'list');
  const headers = { authorization: `Bearer ${product.adminKey}` };
  const response = await fetch(`${product.url}${path}`, { method: 'POST', headers, body: form });
  const answer: unknown = await response.json();
  return isObject(answer) ? { status: response.status, ...answer } : {};
}

describe.each(FORMATS)('A list of our own, as %s', (format) => {
  it('of balances is imported again: nothing is another than before', async () => {
    const before = await everything();
    expect(before).toHaveLength(3);
    const file = await fileAt(`/api/balances?format=${format}&after=${position}`);
    const tried = await importOf('/api/balances/import?dryRun=true', file);
    expect(tried).toMatchObject({
      status: 200,
      id: null,
      balances: 3,
      totals: [
        { currency: 'GBP', balances: 2, amount: 4_549 },
        { currency: 'EUR', balances: 1, amount: 1_234_567 },
      ],
    });
    const imported = await importOf('/api/balances/import', file);
    position = text(imported, 'position');
    expect(await everything()).toEqual(before);
  });

  it('of mandates links what is linked, and nobody else', async () => {
    const unlinked = await books.linkedCustomer();
    const { status, json } = await product.api(
      'DELETE',
      `/api/customers/${unlinked.customerId}/mandates/${unlinked.mandateId}`,
    );
    expect(status).toBe(200);
    const file = await fileAt(`/api/mandates?includeUnlinked=true&format=${format}&after=${text(json, 'position')}`);
    const tried = await importOf('/api/mandates/link-imports?dryRun=true', file);
    expect(tried).toMatchObject({ lines: 3, counts: { already_linked: 3 } });
  });

  it('of customers links by e-mail, whoever has one', async () => {
    const name = `Payer of ${format}`;
    await product.api('POST', '/api/customers', { name: `${name} without` });
    const made = await product.api('POST', '/api/customers', { name, email: `${format}@example.com` });
    const file = await fileAt(`/api/customers?q=${format}&format=${format}&after=${text(made.json, 'position')}`);
    const tried = await importOf('/api/mandates/link-imports?dryRun=true', file);
    expect(tried).toMatchObject({ lines: 1, items: [{ customerId: made.json['id'], outcome: 'none' }] });
  });
});

it('The list for programs is refused: its minor units would be taken for major ones', async () => {
  const content = `customerId,currency,stated,asOf\n${customers[0]},GBP,4550,2026-01-31T00:00:00.000Z\n`;
  const refused = await importOf('/api/balances/import?dryRun=true', new Blob([content]));
  expect(problemOf({ status: Number(refused['status']), json: refused, text: '', headers: new Headers() })).toEqual([
    422,
    'unknown_column',
    'stated',
  ]);
});
