import {
  type GoCardlessCreditor,
  type GoCardlessCustomer,
  type GoCardlessCustomerBankAccount,
  type GoCardlessMandate,
  type GoCardlessPayment,
  type GoCardlessPayout,
  type GoCardlessPayoutItem,
  type GoCardlessPlan,
  type GoCardlessRefund,
} from '../../../src/application/ports/gocardless';
import { type GoCardlessEvent } from '../../../src/domain/shared/gocardless-event';
import { gocardlessEventFrom } from '../../../src/infrastructure/gocardless/gocardless-event-from';
import { Fields } from '../../../src/infrastructure/gocardless/json';
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
} from '../../../src/infrastructure/gocardless/resources';
import { isObject } from '../../../src/fields/is-object';

/** An event as a webhook carries it, beside what the service reads of it. */
export interface ToldEvent {
  readonly json: object;
  readonly event: GoCardlessEvent;
}

/** All that GoCardless would answer at one moment. Lists are newest first, as its own are. */
export interface GoCardlessState {
  readonly creditors: readonly GoCardlessCreditor[];
  readonly customers: readonly GoCardlessCustomer[];
  readonly customerBankAccounts: readonly GoCardlessCustomerBankAccount[];
  readonly mandates: readonly GoCardlessMandate[];
  readonly payments: readonly GoCardlessPayment[];
  readonly payouts: readonly GoCardlessPayout[];
  readonly payoutItems: ReadonlyMap<string, readonly GoCardlessPayoutItem[]>;
  readonly refunds: readonly GoCardlessRefund[];
  readonly plans: readonly GoCardlessPlan[];
  readonly events: readonly ToldEvent[];
}

/** Where to read it. */
export interface GoCardlessAddress {
  readonly url: string;
  readonly accessToken: string;
}

export async function readState(address: GoCardlessAddress): Promise<GoCardlessState> {
  const list = <T>(resource: string, from: (json: unknown) => T, filter = '') =>
    listAll(address, resource, filter).then((items) => items.map(from));
  const [creditors, customers, customerBankAccounts, mandates, payments, payouts, events] = await Promise.all([
    list('creditors', creditorFrom),
    list('customers', customerFrom),
    list('customer_bank_accounts', customerBankAccountFrom),
    list('mandates', mandateFrom),
    list('payments', paymentFrom),
    list('payouts', payoutFrom),
    list('events', told),
  ]);
  const refunds = [
    ...(await list('refunds', refundFrom)),
    ...(await list('refunds', refundFrom, '&refund_type=mandate')),
  ];
  const plans = [
    ...(await list('subscriptions', planFrom('subscription'))),
    ...(await list('instalment_schedules', planFrom('instalment_schedule'))),
  ];
  const payoutItems = new Map<string, readonly GoCardlessPayoutItem[]>();
  for (const { id } of payouts) payoutItems.set(id, await list('payout_items', payoutItemFrom, `&payout=${id}`));
  const payers = { customers, customerBankAccounts, mandates };
  return { creditors, ...payers, payments, payouts, payoutItems, refunds, plans, events };
}

function told(json: unknown): ToldEvent {
  const event = gocardlessEventFrom(json);
  if (event === null || !isObject(json)) throw new Error('The simulator told something that is no event.');
  return { json, event };
}

async function listAll({ url, accessToken }: GoCardlessAddress, resource: string, filter: string) {
  const items: unknown[] = [];
  for (let after: string | null = ''; after !== null;) {
    const answer = await fetch(`${url}/${resource}?limit=500${filter}${after === '' ? '' : `&after=${after}`}`, {
      headers: { authorization: `Bearer ${accessToken}`, 'gocardless-version': '2015-07-06', connection: 'close' },
    });
    const json: unknown = await answer.json();
    const page = isObject(json) ? json[resource] : undefined;
    if (!Array.isArray(page)) throw new Error(`GET /${resource} answered ${answer.status}.`);
    items.push(...(page as readonly unknown[]));
    after = new Fields(json, resource).object('meta').object('cursors').textOrNull('after');
  }
  return items;
}
