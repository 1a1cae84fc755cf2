import { type Answered, type Payer, type Product, startProduct } from '../../../../test/support/product';

let product: Product;
let connectionId: string;

beforeAll(async () => {
  product = await startProduct();
  ({ connectionId } = await product.connect());
});

afterAll(() => product.stop());

const payer = (fields: object = {}): Promise<Payer> => product.payer({ email: 'payer@example.com', ...fields });
const register = (fields: object = {}): Promise<string> => product.register({ connectionId, ...fields });

async function link(customerId: string, mandateId: string): Promise<void> {
  const linked = await product.api('POST', `/api/customers/${customerId}/mandates`, { mandateId });
  if (linked.status >= 300) throw new Error(linked.text);
}

async function listed(query: string): Promise<readonly Record<string, unknown>[]> {
  const position = await product.runtime.eventStore.head();
  const { status, text, json } = await product.api('GET', `/api/mandates?after=${position}&${query}`);
  if (status !== 200) throw new Error(text);
  return json['items'] as readonly Record<string, unknown>[];
}

/** A customer with two usable mandates of one payer; the second linked itself or by hand, whichever was first. */
async function withTwoMandates(): Promise<{
  readonly customerId: string;
  readonly mandates: readonly [string, string];
}> {
  const { customer, mandate } = await payer();
  const customerId = await register();
  await link(customerId, mandate);
  const further = await product.control('/mandates', { customer });
  await link(customerId, String(further['mandate']));
  return { customerId, mandates: [mandate, String(further['mandate'])] };
}

function choose(customerId: string, mandateId: string): Promise<Answered> {
  return product.api('PUT', `/api/customers/${customerId}/mandates/${mandateId}/default`);
}

const outcome = ({ status, json }: Answered): readonly unknown[] => [status, json['code']];

/** Which mandate an order's instalment goes out on. */
async function chargedMandate(customerId: string): Promise<unknown> {
  const ordered = await product.api('POST', '/api/sales-orders', {
    customerId,
    currency: 'GBP',
    lines: [{ item: 'Membership', quantity: 1, unitAmount: 12000 }],
    plan: { instalments: [{ dueDate: '2026-02-20', amount: 12000 }] },
  });
  const [instalment = ''] = ordered.json['scheduledPayments'] as string[];
  const submitted = await product.api('POST', `/api/scheduled-payments/${instalment}/submission`, {});
  const position = await product.runtime.eventStore.head();
  const paymentId = String(submitted.json['paymentId']);
  return (await product.api('GET', `/api/payments/${paymentId}?after=${position}`)).json['mandateId'];
}

describe('the default mandate', () => {
  it('is the one that is charged, and is shown with customer and list', async () => {
    const { customerId, mandates } = await withTwoMandates();
    const [older, newer] = mandates;
    expect(await chargedMandate(customerId)).toBe(newer);
    const chosen = await choose(customerId, older);
    expect([chosen.status, chosen.json]).toEqual([
      200,
      { mandateId: older, currency: 'GBP', position: expect.any(String) as string },
    ]);
    expect(await chargedMandate(customerId)).toBe(older);
    const defaults = (items: readonly Record<string, unknown>[]) =>
      items.filter((item) => item['default'] === true).map(({ mandateId }) => mandateId);
    expect(defaults(await listed(`customerId=${customerId}`))).toEqual([older]);
    expect((await listed(`customerId=${customerId}&default=true`)).map(({ mandateId }) => mandateId)).toEqual([older]);
    expect((await listed(`customerId=${customerId}&default=false`)).map(({ mandateId }) => mandateId)).toEqual([newer]);
    const { json } = await product.api('GET', `/api/customers/${customerId}`);
    expect(defaults(json['mandates'] as Record<string, unknown>[])).toEqual([older]);
    // The same choice again is no event.
    const before = await product.runtime.eventStore.head();
    expect((await choose(customerId, older)).status).toBe(200);
    expect(await product.runtime.eventStore.head()).toBe(before);
  });

  it('passes to what takes its place', async () => {
    const { customerId, mandates } = await withTwoMandates();
    const [older] = mandates;
    await choose(customerId, older);
    const { replacements } = await product.control('/mandate-replacements', { mandates: [older] });
    const [replaced] = replacements as { newMandate: string }[];
    await product.eventually(async () => {
      expect((await listed(`customerId=${customerId}&default=true`)).map(({ mandateId }) => mandateId)).toEqual([
        replaced?.newMandate,
      ]);
    });
    expect(await chargedMandate(customerId)).toBe(replaced?.newMandate);
    expect(await listed(`customerId=${customerId}&unusableReason=mandate_replaced`)).toMatchObject([
      { mandateId: older, usable: false, default: false, effectiveMandateId: replaced?.newMandate },
    ]);
  });

  it('must be linked to the customer, and usable', async () => {
    const { customerId, mandates } = await withTwoMandates();
    const [older] = mandates;
    const somebody = await register();
    expect(outcome(await choose(somebody, older))).toEqual([404, 'not_linked']);
    expect(outcome(await choose(customerId, 'MD0NOTHING'))).toEqual([404, 'not_linked']);
    expect(outcome(await choose('cus_unknown', older))).toEqual([404, 'not_found']);
    await product.control(`/mandates/${older}/outcomes`, { outcome: 'cancelled' });
    await product.eventually(async () => {
      expect(outcome(await choose(customerId, older))).toEqual([409, 'mandate_not_usable']);
    });
    const key = await product.makeKey('auditor');
    const path = `/api/customers/${customerId}/mandates/${older}/default`;
    expect((await product.api('PUT', path, undefined, { key })).status).toBe(403);
  });
});

describe('the mandates list', () => {
  it('says whose, why not usable, who linked it and when it was last used, and is filtered by it', async () => {
    const { mandate } = await payer();
    const customerId = await register({ name: 'Grace Hopper', company: 'Compilers Ltd' });
    await link(customerId, mandate);
    await chargedMandate(customerId);
    expect(await listed('company=Compilers%20Ltd')).toMatchObject([
      {
        mandateId: mandate,
        customerName: 'Grace Hopper',
        company: 'Compilers Ltd',
        unusableReason: null,
        foundBy: 'mandate_id',
        linkedBy: expect.stringMatching(/^user:key_admin/) as string,
        lastUsedAt: '2026-02-20',
      },
    ]);
    await product.control(`/mandates/${mandate}/outcomes`, { outcome: 'cancelled' });
    await product.eventually(async () => {
      expect(await listed('customerName=Grace%20Hopper&unusableReason=mandate_cancelled')).toMatchObject([
        { mandateId: mandate, status: 'cancelled', usable: false },
      ]);
    });
    expect(await listed('company=Nobody%20Ltd')).toEqual([]);
    expect((await listed('foundBy=mandate_id')).length).toBeGreaterThan(0);
    expect(await listed('linkedBy=user:nobody')).toEqual([]);
  });
});
