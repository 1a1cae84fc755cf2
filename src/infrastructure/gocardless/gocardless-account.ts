import { type PlanKind } from '../../domain/gocardless-plans/events';
import type { GoCardlessClient } from 'gocardless-nodejs';
import {
  type Creation,
  type GoCardless,
  GoCardlessAccessRefused,
  type GoCardlessCreationTimes,
  type GoCardlessCreditor,
  type GoCardlessCustomer,
  type GoCardlessCustomerBankAccount,
  type GoCardlessEventFilter,
  type GoCardlessMandate,
  GoCardlessNotFound,
  type GoCardlessPayment,
  type GoCardlessPaymentFilter,
  type GoCardlessPayout,
  type GoCardlessPayoutItem,
  GoCardlessRefused,
  type GoCardlessPlan,
  type GoCardlessRefund,
  GoCardlessUnavailable,
  type MandateSetup,
  type PaymentCreation,
  type RefundCreation,
} from '../../application/ports/gocardless';
import { type GoCardlessEvent } from '../../domain/shared/gocardless-event';
import { isGoCardlessId } from '../../domain/shared/identity';
import { type Calls } from './calls';
import { KeyTaken } from './failures';
import { gocardlessEventFrom } from './gocardless-event-from';
import { Fields, UnexpectedShape, utcInstant } from './json';
import {
  creditorFrom,
  customerBankAccountFrom,
  customerFrom,
  mandateFrom,
  paymentFrom,
  payoutFrom,
  payoutItemFrom,
  planFrom,
  refundFrom,
} from './resources';

// The client's services as they are used here. The client does not check that answers have the types it declares, so results are `unknown`.
interface Finding {
  find(id: string): Promise<unknown>;
}
interface Listing {
  list(parameters: object): Promise<unknown>;
}
interface Creating {
  create(parameters: object, idempotencyKey: string): Promise<unknown>;
}

/** The most that GoCardless gives in one page. */
const PAGE_SIZE = 500;

/** The port `GoCardless` on GoCardless's own client. */
export class GoCardlessAccount implements GoCardless {
  // `#`, not `private`: the client holds the access token, and a log of this object must not show it.
  readonly #client: GoCardlessClient;
  readonly #calls: Calls;

  constructor(client: GoCardlessClient, calls: Calls) {
    this.#client = client;
    this.#calls = calls;
  }

  creditors(): Promise<readonly GoCardlessCreditor[]> {
    return all(this.pages(this.#client.creditors, 'creditors', {}, creditorFrom));
  }

  async mayWrite(): Promise<boolean> {
    const payments: Creating = this.#client.payments;
    try {
      // A creation without amount, currency and mandate is always refused. GoCardless checks the token's rights first, so the refusal tells them.
      await this.#calls.read({ send: () => payments.create({}, 'trial-of-a-token'), read: () => null });
    } catch (error) {
      if (error instanceof GoCardlessAccessRefused && error.code === 403) return false;
      if (error instanceof GoCardlessRefused) return true;
      throw error;
    }
    throw new GoCardlessUnavailable('unexpected_answer', 'a request without any content was accepted');
  }

  customer(gocardlessCustomerId: string): Promise<GoCardlessCustomer> {
    return this.found(this.#client.customers, gocardlessCustomerId, customerFrom);
  }

  customers(): AsyncIterable<readonly GoCardlessCustomer[]> {
    return this.pages(this.#client.customers, 'customers', {}, customerFrom);
  }

  customerBankAccount(customerBankAccountId: string): Promise<GoCardlessCustomerBankAccount> {
    return this.found(this.#client.customerBankAccounts, customerBankAccountId, customerBankAccountFrom);
  }

  customerBankAccounts(times: GoCardlessCreationTimes = {}): AsyncIterable<readonly GoCardlessCustomerBankAccount[]> {
    const { customerBankAccounts } = this.#client;
    return this.pages(customerBankAccounts, 'customer_bank_accounts', createdAt(times), customerBankAccountFrom);
  }

  mandate(mandateId: string): Promise<GoCardlessMandate> {
    return this.found(this.#client.mandates, mandateId, mandateFrom);
  }

  async mandatesOf(gocardlessCustomerId: string): Promise<readonly GoCardlessMandate[]> {
    const filter = { customer: checkedId(gocardlessCustomerId) };
    return all(this.pages(this.#client.mandates, 'mandates', filter, mandateFrom));
  }

  mandates(times: GoCardlessCreationTimes = {}): AsyncIterable<readonly GoCardlessMandate[]> {
    return this.pages(this.#client.mandates, 'mandates', createdAt(times), mandateFrom);
  }

  payment(gocardlessPaymentId: string): Promise<GoCardlessPayment> {
    return this.found(this.#client.payments, gocardlessPaymentId, paymentFrom);
  }

  async *payments(filter: GoCardlessPaymentFilter): AsyncGenerator<readonly GoCardlessPayment[]> {
    const query = { ...ids({ mandate: filter.mandate }), ...createdAt(filter) };
    yield* this.pages(this.#client.payments, 'payments', query, paymentFrom);
  }

  async *events(filter: GoCardlessEventFilter): AsyncGenerator<readonly GoCardlessEvent[]> {
    yield* this.pages(this.#client.events, 'events', eventQuery(filter), readableEvent);
  }

  payout(payoutId: string): Promise<GoCardlessPayout> {
    return this.found(this.#client.payouts, payoutId, payoutFrom);
  }

  async *payoutItems(payoutId: string): AsyncGenerator<readonly GoCardlessPayoutItem[] | 'gone'> {
    try {
      const filter = { payout: checkedId(payoutId) };
      yield* this.pages(this.#client.payoutItems, 'payout_items', filter, payoutItemFrom);
    } catch (error) {
      if (!(error instanceof GoCardlessNotFound && error.gone)) throw error;
      yield 'gone';
    }
  }

  refund(refundId: string): Promise<GoCardlessRefund> {
    return this.found(this.#client.refunds, refundId, refundFrom);
  }

  plan(kind: PlanKind, planId: string): Promise<GoCardlessPlan> {
    return kind === 'subscription'
      ? this.found(this.#client.subscriptions, planId, planFrom(kind))
      : this.found(this.#client.instalmentSchedules, planId, planFrom(kind));
  }

  async *plans(mandateId?: string): AsyncGenerator<readonly GoCardlessPlan[]> {
    const filter = ids({ mandate: mandateId });
    yield* this.pages(this.#client.subscriptions, 'subscriptions', filter, planFrom('subscription'));
    const schedules = planFrom('instalment_schedule');
    yield* this.pages(this.#client.instalmentSchedules, 'instalment_schedules', filter, schedules);
  }

  async createPayment(creation: PaymentCreation): Promise<Creation<{ readonly payment: GoCardlessPayment }>> {
    const parameters = {
      amount: checkedAmount(creation.amount),
      currency: creation.currency,
      ...(creation.chargeDate === null ? {} : { charge_date: creation.chargeDate }),
      ...(creation.description === null ? {} : { description: creation.description }),
      metadata: creation.metadata,
      retry_if_possible: creation.retryIfPossible,
      links: { mandate: creation.mandateId },
    };
    const made = await this.created(this.#client.payments, parameters, creation.idempotencyKey, paymentFrom);
    return {
      outcome: made.outcome,
      payment: made.resource ?? (await this.underKey(made.id, (id) => this.payment(id))),
    };
  }

  async cancelPayment(gocardlessPaymentId: string): Promise<GoCardlessPayment> {
    const id = checkedId(gocardlessPaymentId);
    try {
      return await this.#calls.write({ send: () => this.#client.payments.cancel(id), read: paymentFrom });
    } catch (error) {
      if (!refusedWith(error, 'cancellation_failed')) throw error;
      // Actions take no idempotency key: after a lost answer, the second request is refused because the first one was carried out.
      const payment = await this.payment(id);
      if (payment.status !== 'cancelled') throw error;
      return payment;
    }
  }

  async retryPayment(gocardlessPaymentId: string, chargeDate: string | null): Promise<GoCardlessPayment> {
    const id = checkedId(gocardlessPaymentId);
    const parameters = chargeDate === null ? {} : { charge_date: chargeDate };
    let sent = 0;
    const send = (): Promise<unknown> => {
      sent += 1;
      return this.#client.payments.retry(id, parameters);
    };
    try {
      return await this.#calls.write({ send, read: paymentFrom });
    } catch (error) {
      if (sent < 2 || !refusedWith(error, 'retry_failed')) throw error;
      const payment = await this.payment(id);
      if (payment.status === 'failed') throw error;
      return payment;
    }
  }

  async createRefund(creation: RefundCreation): Promise<Creation<{ readonly refund: GoCardlessRefund }>> {
    const parameters = {
      amount: checkedAmount(creation.amount),
      total_amount_confirmation: checkedAmount(creation.totalAmountConfirmation),
      links: { payment: creation.gocardlessPaymentId },
      metadata: creation.metadata,
    };
    const made = await this.created(this.#client.refunds, parameters, creation.idempotencyKey, refundFrom);
    return { outcome: made.outcome, refund: made.resource ?? (await this.underKey(made.id, (id) => this.refund(id))) };
  }

  async createMandateSetup(
    setup: MandateSetup,
  ): Promise<{ readonly billingRequestId: string; readonly authorisationUrl: string }> {
    const { scheme, currency, metadata, payer } = setup;
    const request = { mandate_request: { ...withoutNulls({ scheme }), currency, metadata } };
    const readId = (answer: unknown): { readonly id: string } => ({
      id: new Fields(answer, 'billing_request').text('id'),
    });
    const { id } = await this.created(this.#client.billingRequests, request, setup.idempotencyKey, readId);
    const flow = {
      links: { billing_request: id },
      prefilled_customer: withoutNulls({
        given_name: payer.givenName,
        family_name: payer.familyName,
        company_name: payer.company,
        email: payer.email,
      }),
    };
    const authorisationUrl = await this.#calls.write({
      // No idempotency key: a flow that exists can not be read, and a second page for the same request does no harm.
      send: () => this.#client.billingRequestFlows.create(flow),
      read: (answer) => new Fields(answer, 'billing_request_flow').text('authorisation_url'),
    });
    return { billingRequestId: id, authorisationUrl };
  }

  private async found<T>(service: Finding, id: string, read: (json: unknown) => T): Promise<T> {
    const checked = checkedId(id);
    return this.#calls.read({ send: () => service.find(checked), read });
  }

  private async *pages<T>(
    service: Listing,
    key: string,
    filter: object,
    readItem: (json: unknown) => T,
  ): AsyncGenerator<readonly T[]> {
    let after: string | null = null;
    do {
      // The client does not URL-encode values: a cursor with `&` or `+` would arrive as another cursor.
      const cursor: object = after === null ? {} : { after: encodeURIComponent(after) };
      const page: Page<T> = await this.#calls.read({
        send: () => service.list({ ...filter, limit: PAGE_SIZE, ...cursor }),
        read: (answer) => pageFrom(answer, key, readItem),
      });
      if (page.after !== null && page.after === after) {
        throw new GoCardlessUnavailable('unexpected_answer', `the list of ${key} goes round in circles`);
      }
      yield page.items;
      after = page.after;
    } while (after !== null);
  }

  /** Creates something under an idempotency key. Of what exists under it already, GoCardless tells only the id. */
  private async created<T extends { readonly id: string }>(
    service: Creating,
    parameters: object,
    idempotencyKey: string,
    read: (json: unknown) => T,
  ): Promise<{ readonly outcome: 'created' | 'existed'; readonly id: string; readonly resource: T | null }> {
    if (!/^[\x21-\x7e]{1,64}$/.test(idempotencyKey)) {
      throw new RangeError('An idempotency key is 1 to 64 printable ASCII characters.');
    }
    try {
      const resource = await this.#calls.write({ send: () => service.create(parameters, idempotencyKey), read });
      return { outcome: 'created', id: resource.id, resource };
    } catch (error) {
      if (error instanceof KeyTaken) return { outcome: 'existed', id: error.existingId, resource: null };
      // 404 is about the thing that the new one would belong to (a mandate, a payment): the creation is refused.
      throw error instanceof GoCardlessNotFound ? refusal(error) : error;
    }
  }

  /** When a key is taken and its thing is not found, something may have been made all the same. */
  private async underKey<T>(id: string, find: (id: string) => Promise<T>): Promise<T> {
    try {
      return await find(id);
    } catch (error) {
      if (!(error instanceof GoCardlessNotFound)) throw error;
      throw new GoCardlessUnavailable(
        'unexpected_answer',
        'the key is taken by something that can not be read',
        error.requestId,
      );
    }
  }
}

interface Page<T> {
  readonly items: readonly T[];
  readonly after: string | null;
}

function pageFrom<T>(answer: unknown, key: string, readItem: (json: unknown) => T): Page<T> {
  const list = new Fields(answer, 'list');
  // Without cursors it is unknown whether there is another page: the answer must not be taken for the last one.
  return { items: list.list(key).map(readItem), after: list.object('meta').object('cursors').textOrNull('after') };
}

function readableEvent(json: unknown): GoCardlessEvent {
  const event = gocardlessEventFrom(json);
  if (event === null) throw new UnexpectedShape('events', 'a list of events');
  return event;
}

function eventQuery(filter: GoCardlessEventFilter): object {
  const { payment, mandate, payout, refund, billingRequest, resourceType, action, parentEvent } = filter;
  const about = { payment, mandate, payout, refund, billing_request: billingRequest };
  if (Object.values({ ...about, resourceType }).filter((value) => value !== undefined).length > 1) {
    throw new RangeError('GoCardless filters events by one resource or by a resource type, not by two of them.');
  }
  return {
    ...ids({ ...about, parent_event: parentEvent }),
    ...(resourceType === undefined ? {} : { resource_type: checkedWord(resourceType) }),
    ...(action === undefined ? {} : { action: checkedWord(action) }),
    ...createdAt(filter),
  };
}

function createdAt({ createdAtGte, createdAtLte }: GoCardlessCreationTimes): object {
  if (createdAtGte === undefined && createdAtLte === undefined) return {};
  return {
    created_at: {
      ...(createdAtGte === undefined ? {} : { gte: checkedInstant(createdAtGte) }),
      ...(createdAtLte === undefined ? {} : { lte: checkedInstant(createdAtLte) }),
    },
  };
}

function ids(named: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, id]) => (id === undefined ? [] : [[name, checkedId(id)]])),
  );
}

/** The client puts ids into the address without encoding them: a text that can not be an id must not get there. */
function checkedId(id: string): string {
  if (!isGoCardlessId(id)) throw new GoCardlessNotFound(false, 'no_such_id', null);
  return id;
}

function checkedWord(word: string): string {
  if (!/^[a-z_]+$/.test(word)) throw new RangeError('A filter of events is a word such as "payments".');
  return word;
}

/** In UTC with `Z`: the client does not encode the `+` of another zone, which would arrive as a space. */
function checkedInstant(text: string): string {
  const instant = utcInstant(text);
  if (instant === null) throw new RangeError('A time in a filter is ISO 8601 with a zone.');
  return instant;
}

function checkedAmount(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError('An amount is a whole number of minor units.');
  return amount;
}

function withoutNulls(values: Readonly<Record<string, string | null>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function refusal({ gone, reason, requestId }: GoCardlessNotFound): GoCardlessRefused {
  const errors = [{ field: null, message: 'GoCardless does not know what this is for.' }];
  return new GoCardlessRefused({ type: 'invalid_api_usage', reason, errors, requestId, code: gone ? 410 : 404 });
}

function refusedWith(error: unknown, reason: string): boolean {
  return error instanceof GoCardlessRefused && error.reason === reason;
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
