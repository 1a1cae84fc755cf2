import { type Answered, type Connected, type Product, startTwoConnections } from '../../../../test/support/product';

let product: Product;
let main: Connected;
let other: Connected;

beforeAll(async () => {
  ({ product, main, other } = await startTwoConnections());
});

afterAll(() => product.stop());

const payer = async (fields: object): Promise<string> => (await product.payer(fields)).mandate;

const register = (fields: object): Promise<string> => product.register({ connectionId: main.connectionId, ...fields });

const ask = (query = '', accept = 'application/json', key = product.adminKey): Promise<Answered> =>
  product.api('GET', `/api/mandates/suggestions${query}`, undefined, { key, headers: { accept } });

describe('suggestions', () => {
  it('say who looks like whom, who has no mandate, and whom nobody knows', async () => {
    const ann = await register({ name: 'Ann Archer', email: 'Ann@Example.com '.trim() });
    const ben = await register({ name: 'ben  BAKER' });
    const cafe = await register({ name: 'Ines Moreau', company: 'Harbour Cafe' });
    const lonely = await register({ name: 'Lonely Partition' });
    const linked = await register({ name: 'Linked Lee' });
    const annsMandate = await payer({ givenName: 'Ann', familyName: 'Archer', email: 'ann@example.com' });
    const bensMandate = await payer({ givenName: 'Ben', familyName: 'Baker', email: 'ben@elsewhere.example' });
    const cafesMandate = await payer({ companyName: 'HARBOUR CAFE', email: 'till@harbour.example' });
    const strange = await payer({ givenName: 'Stan', familyName: 'Stranger', email: 'stan@strange.example' });
    const lees = await payer({ givenName: 'Linked', familyName: 'Lee', email: 'lee@example.com' });
    await payer({
      givenName: 'Lonely',
      familyName: 'Partition',
      email: 'partition@example.com',
      mandateStatus: 'cancelled',
    });
    await product.api('POST', `/api/customers/${linked}/mandates`, { mandateId: lees });
    const expected = [
      { customerId: ann, customerName: 'Ann Archer', mandateId: annsMandate, reason: 'same_email' },
      { customerId: ben, customerName: 'ben  BAKER', mandateId: bensMandate, reason: 'same_name' },
      { customerId: cafe, customerName: 'Ines Moreau', mandateId: cafesMandate, reason: 'same_company' },
      { customerId: lonely, customerName: 'Lonely Partition', mandateId: null, reason: 'no_mandate' },
      { customerId: null, customerName: null, mandateId: strange, reason: 'unknown_payer' },
    ];
    const all = await ask();
    expect([all.status, all.json]).toEqual([200, { items: expected, nextCursor: null, prevCursor: null }]);
    expect(all.text).not.toContain('@');

    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const { json } = await ask(`?limit=2${cursor}`);
      paged.push(...(json['items'] as unknown[]));
      if (json['nextCursor'] === null) break;
      cursor = `&cursor=${json['nextCursor'] as string}`;
    }
    expect(paged).toEqual(expected);

    const csv = await ask('', 'text/csv');
    expect(csv.text.trimEnd().split('\r\n')).toEqual([
      'Customer id,Customer name,Mandate id,Reason',
      ...expected.map(({ customerId, customerName, mandateId, reason }) =>
        [customerId ?? '', customerName ?? '', mandateId ?? '', reason].join(','),
      ),
    ]);
    expect((await ask('?reason=unknown_payer')).json['items']).toEqual([expected[4]]);
    expect((await ask(`?customerId=${ben}`)).json['items']).toEqual([expected[1]]);
    expect((await ask(`?connectionId=${other.connectionId}`)).json['items']).toEqual([]);
    expect((await ask('?asOf=2026-02-02')).status).toBe(422);

    // What is linked is suggested no longer.
    await product.api('POST', `/api/customers/${ann}/mandates`, { mandateId: annsMandate });
    expect((await ask()).json['items']).toEqual(expected.slice(1));
  });

  it('are for who may look up at GoCardless, within their connections', async () => {
    for (const role of ['auditor', 'collector'] as const) {
      expect((await ask('', 'application/json', await product.makeKey(role))).status).toBe(403);
    }
    const key = await product.makeKey('accountant', { connectionIds: [other.connectionId] });
    expect((await ask('', 'application/json', key)).json).toEqual({ items: [], nextCursor: null, prevCursor: null });
  });
});
