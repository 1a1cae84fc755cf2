import { type Product, startProduct } from '../../../../test/support/product';

/** Nothing reads the log: what is known of connections stays as it was. */
describe('while the read model of connections stands still', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({ workers: false });
  });

  afterAll(() => product.stop());

  const outcome = async (method: string, path: string, body: object) => {
    const { status, json } = await product.api(method, path, body);
    return [status, json['code']];
  };

  it('a customer is not refused for want of a connection, and one that is named is found', async () => {
    const { connectionId } = await product.connect({ webhooks: false });
    expect(await outcome('POST', '/api/customers', { name: 'Ada' })).toEqual([503, 'read_model_behind']);
    expect(await outcome('POST', '/api/customers', { name: 'Ada', connectionId })).toEqual([201, undefined]);
    const unknown = { name: 'Ada', connectionId: 'con_unknown' };
    expect(await outcome('POST', '/api/customers', unknown)).toEqual([422, 'unknown_connection']);
  });

  it('no other connection is opened, which could get the same receipt series', async () => {
    const accessToken = await product.addOrganisation('Second Ltd');
    const opening = { name: 'Second', environment: 'sandbox', accessToken, webhookSecrets: ['secret-of-the-second'] };
    expect(await outcome('POST', '/api/connections', opening)).toEqual([503, 'read_model_behind']);
  });
});
