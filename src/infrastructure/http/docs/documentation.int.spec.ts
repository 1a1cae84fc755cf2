import { type Product, startProduct } from '../../../../test/support/product';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ workers: false });
});

afterAll(() => product.stop());

it('describes every shape that an address refers to', async () => {
  const { text, json } = await product.api('GET', '/api/docs-json', undefined, { key: null });
  const schemas = Object.keys((json as { components: { schemas: object } }).components.schemas);
  const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name = '']) => name);
  expect(referred.filter((name) => !schemas.includes(name))).toEqual([]);
  expect(referred).toEqual(expect.arrayContaining(['ScheduledPaymentItem', 'ReceiptLineFields', 'PaymentFlags']));
});
