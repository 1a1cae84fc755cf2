import { isObject } from '../../src/fields/is-object';
import { type Answered, type RequiredWith, type Connected, type Product } from './product';

type Json = Record<string, unknown>;

export interface LinkedCustomer {
  readonly customerId: string;
  readonly mandateId: string;
}

export interface PlacedOrder {
  readonly id: string;
  readonly scheduledPayments: readonly string[];
  readonly position: string;
}

/** The first possible day of a first payment, seen from the Monday on which products of tests begin. */
export const FIRST_DUE = '2026-02-16';

/** One connection of a product, and what an accountant does there by HTTP. */
export class Bookkeeping {
  constructor(
    readonly product: Product,
    readonly connection: Connected,
  ) {}

  static async begin(product: Product, options: { readonly name?: string; readonly accessToken?: string } = {}) {
    return new Bookkeeping(product, await product.connect(options));
  }

  async customer(fields: object = {}): Promise<string> {
    const { connectionId } = this.connection;
    const answer = await this.post('/api/customers', { name: 'Ada Payer', connectionId, ...fields });
    return text(answer.json, 'id');
  }

  /** A customer with a mandate that GoCardless knows. `wish` is what the simulator is asked for. */
  async linkedCustomer(fields: object = {}, wish: object = {}): Promise<LinkedCustomer> {
    const customerId = await this.customer(fields);
    return { customerId, mandateId: await this.linkMandate(customerId, wish) };
  }

  async linkMandate(customerId: string, wish: object = {}): Promise<string> {
    const { customers } = await this.product.control('/customers', { token: this.connection.accessToken, ...wish });
    const mandateId = text(list(customers)[0] ?? {}, 'mandate');
    await this.post(`/api/customers/${customerId}/mandates`, { mandateId });
    return mandateId;
  }

  /** Membership for 360.00 in three instalments, unless told otherwise. */
  async order(customerId: string, fields: object = {}): Promise<PlacedOrder> {
    const { json } = await this.post('/api/sales-orders', { ...orderOf(customerId), ...fields });
    return {
      id: text(json, 'id'),
      scheduledPayments: list(json['scheduledPayments']).map(String),
      position: text(json, 'position'),
    };
  }

  /** Sends a scheduled payment; answers its payment. */
  async submit(scheduledPaymentId: string): Promise<string> {
    const { json } = await this.post(`/api/scheduled-payments/${scheduledPaymentId}/submission`, {});
    return text(json, 'paymentId');
  }

  /** A payment that GoCardless has, with its id there. */
  async submittedPayment(fields: object = {}, wish: object = {}) {
    const customer = await this.linkedCustomer(fields, wish);
    const order = await this.order(customer.customerId);
    const scheduledPaymentId = order.scheduledPayments[0] ?? '';
    const paymentId = await this.submit(scheduledPaymentId);
    const gocardlessPaymentId = await this.product.eventually(async () =>
      text(await this.read(`/api/payments/${paymentId}`), 'gocardlessPaymentId'),
    );
    return { ...customer, order, scheduledPaymentId, paymentId, gocardlessPaymentId };
  }

  /** Lets this become of a payment at GoCardless, and waits until the product shows the status. */
  async outcome(
    { paymentId, gocardlessPaymentId }: { readonly paymentId: string; readonly gocardlessPaymentId: string },
    outcome: object,
    status: string,
  ): Promise<Json> {
    await this.product.control(`/payments/${gocardlessPaymentId}/outcomes`, outcome);
    return this.product.eventually(async () => {
      const payment = await this.read(`/api/payments/${paymentId}`);
      if (payment['status'] !== status) throw new Error(`still ${String(payment['status'])}, not ${status}`);
      return payment;
    });
  }

  /** A POST that must be done. */
  async post(path: string, body: object, asked: RequiredWith = {}): Promise<Answered> {
    const answer = await this.product.api('POST', path, body, asked);
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer;
  }

  /** A GET that must find something. */
  async read(path: string, asked: RequiredWith = {}): Promise<Json> {
    const answer = await this.product.api('GET', path, undefined, asked);
    if (answer.status >= 300) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text}`);
    return answer.json;
  }

  async items(path: string, asked: RequiredWith = {}): Promise<readonly Json[]> {
    return list((await this.read(path, asked))['items']).filter(isObject);
  }

  /** The items of all pages of a list; the path has a query. */
  async all(path: string, asked: RequiredWith = {}): Promise<readonly Json[]> {
    const items: Json[] = [];
    for (let cursor = ''; ;) {
      const page = await this.read(`${path}${cursor}`, asked);
      items.push(...list(page['items']).filter(isObject));
      if (typeof page['nextCursor'] !== 'string') return items;
      cursor = `&cursor=${encodeURIComponent(page['nextCursor'])}`;
    }
  }
}

export function orderOf(customerId: string) {
  return {
    customerId,
    currency: 'GBP',
    lines: [{ item: 'Membership', quantity: 1, unitAmount: 36_000, taxRate: '20' }],
    plan: { count: 3, firstDueDate: FIRST_DUE, interval: 'month' },
  };
}

export function text(json: unknown, name: string): string {
  const value = isObject(json) ? json[name] : undefined;
  if (typeof value !== 'string') throw new Error(`no text under ${name}: ${JSON.stringify(json)}`);
  return value;
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value;
}

/** Status, code and the fields named of an answer that is an error. */
export function problemOf({ status, json }: Answered): readonly unknown[] {
  const errors = Array.isArray(json['errors']) ? json['errors'].filter(isObject) : [];
  return [status, json['code'], ...errors.map(({ field }) => field)];
}
