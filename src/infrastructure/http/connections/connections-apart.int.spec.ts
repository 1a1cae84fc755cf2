import { type Connected, type Product, startProduct } from '../../../../test/support/product';

/** Two accounts in one service: whoever has a key of one finds nothing of the other, at any address. */
describe('connections side by side', () => {
  let product: Product;
  let main: Connected;
  let other: Connected;
  /** Ids and texts of the first connection, by what they are. */
  let secrets: Readonly<Record<string, string>>;

  beforeAll(async () => {
    product = await startProduct();
    main = await product.connect({ name: 'Main' });
    other = await product.connect({ name: 'Other', accessToken: await product.addOrganisation('Other Ltd') });
    secrets = await business(main.connectionId);
  });

  afterAll(() => product.stop());

  const list = async (path: string) => {
    const after = await product.runtime.eventStore.head();
    const { json } = await product.api('GET', `${path}${path.includes('?') ? '&' : '?'}after=${after}`);
    return json['items'] as readonly Record<string, unknown>[];
  };

  /** A customer with an order whose first instalment was paid out. */
  async function business(connectionId: string): Promise<Readonly<Record<string, string>>> {
    const payer = { givenName: 'Ada', familyName: 'Secretive', email: 'ada@secretive.example' };
    const { customers } = await product.control('/customers', payer);
    const [made] = customers as { mandate: string; customer: string }[];
    const registered = await product.api('POST', '/api/customers', { name: 'Ada Secretive', connectionId });
    const customerId = String(registered.json['id']);
    await product.api('POST', `/api/customers/${customerId}/mandates`, { mandateId: made?.mandate });
    const ordered = await product.api('POST', '/api/sales-orders', {
      customerId,
      currency: 'GBP',
      lines: [{ item: 'Secret membership', quantity: 1, unitAmount: 12000 }],
      plan: { instalments: [{ dueDate: '2026-02-10', amount: 12000 }] },
    });
    const [scheduledPaymentId = ''] = ordered.json['scheduledPayments'] as string[];
    const submitted = await product.api('POST', `/api/scheduled-payments/${scheduledPaymentId}/submission`, {});
    const paymentId = String(submitted.json['paymentId']);
    const [payment] = await list(`/api/payments?customerId=${customerId}`);
    const gocardlessPaymentId = String(payment?.['gocardlessPaymentId']);
    await product.control(`/payments/${gocardlessPaymentId}/outcomes`, { outcome: 'paid_out' });
    const [receipt] = await product.eventually(async () => {
      const receipts = await list('/api/receipts');
      expect(receipts).toMatchObject([{ paymentId, number: expect.stringMatching(/^R-/) as string }]);
      return receipts;
    });
    const [payout] = await product.eventually(async () => {
      const payouts = await list('/api/payouts');
      expect(payouts).toHaveLength(1);
      return payouts;
    });
    return {
      connectionId,
      customerId,
      salesOrderId: String(ordered.json['id']),
      scheduledPaymentId,
      paymentId,
      gocardlessPaymentId,
      receiptId: String(receipt?.['id']),
      payoutId: String(payout?.['id']),
      mandateId: made?.mandate ?? '',
      gocardlessCustomerId: made?.customer ?? '',
      name: 'Secretive',
      item: 'Secret membership',
    };
  }

  async function gettable(): Promise<readonly string[]> {
    const { json } = await product.api('GET', '/api/docs-json');
    const paths = Object.entries(json['paths'] as Readonly<Record<string, object>>);
    return paths.filter(([path, methods]) => path.startsWith('/api/') && 'get' in methods).map(([path]) => path);
  }

  /** The first connection's own id for a parameter of an address: by what the address is about. */
  function idFor(path: string): string {
    const byWord: readonly (readonly [string, string | undefined])[] = [
      ['connections', secrets['connectionId']],
      ['customers', secrets['customerId']],
      ['sales-orders', secrets['salesOrderId']],
      ['scheduled-payments', secrets['scheduledPaymentId']],
      ['payments', secrets['paymentId']],
      ['receipts', secrets['receiptId']],
      ['payouts', secrets['payoutId']],
    ];
    return byWord.find(([word]) => path.split('/').includes(word))?.[1] ?? 'bex_unknown';
  }

  const queries = () => [
    '',
    `?connectionId=${secrets['connectionId'] ?? ''}`,
    `?connectionId=${secrets['connectionId'] ?? ''}&currency=GBP`,
    `?connectionId=${other.connectionId}&currency=GBP`,
    ...['paymentId', 'customerId', 'salesOrderId', 'mandateId', 'payoutId'].map(
      (name) => `?${name}=${secrets[name] ?? ''}`,
    ),
    `?stream=payment-${secrets['paymentId'] ?? ''}`,
    `?paymentId=${secrets['paymentId'] ?? ''}&field=flags.paidOut`,
  ];

  it('show nothing of one to a key of the other, whatever is asked', async () => {
    const key = await product.makeKey('admin', { connectionIds: [other.connectionId] });
    const addresses = (await gettable()).map((path) => path.replace(/\{[^}]+\}/g, idFor(path)));
    expect(addresses.length).toBeGreaterThan(20);
    const shown: string[] = [];
    for (const address of addresses) {
      for (const query of queries()) {
        for (const accept of ['application/json', 'text/csv']) {
          const answer = await product.api('GET', `${address}${query}`, undefined, { key, headers: { accept } });
          const leaks = Object.entries(secrets).filter(([, secret]) => answer.text.includes(secret));
          shown.push(...leaks.map(([what]) => `${address}${query}: ${what}`));
          if (answer.status >= 500) shown.push(`${address}${query}: ${answer.status}`);
        }
      }
    }
    expect(shown).toEqual([]);
  });

  it('show to a key of the first what the other key looked for', async () => {
    const key = await product.makeKey('admin', { connectionIds: [main.connectionId] });
    const found: string[] = [];
    for (const address of (await gettable()).map((path) => path.replace(/\{[^}]+\}/g, idFor(path)))) {
      const answer = await product.api('GET', address, undefined, { key });
      found.push(...Object.entries(secrets).flatMap(([what, secret]) => (answer.text.includes(secret) ? [what] : [])));
    }
    // Otherwise the walk above would have looked for nothing.
    expect(new Set(found)).toEqual(new Set(Object.keys(secrets)));
  });
});
