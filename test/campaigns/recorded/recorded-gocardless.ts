import { type PlanKind } from '../../../src/domain/gocardless-plans/events';
import { isDeepStrictEqual } from 'node:util';
import {
  type Creation,
  type GoCardless,
  type GoCardlessAccounts,
  type GoCardlessEventFilter,
  GoCardlessNotFound,
  type GoCardlessPayment,
  type GoCardlessPaymentFilter,
  type GoCardlessPayoutItem,
  type PaymentCreation,
} from '../../../src/application/ports/gocardless';
import { type GoCardlessEvent } from '../../../src/domain/shared/gocardless-event';
import { decorate } from '../../../src/infrastructure/decorate';
import { type GoCardlessState } from './gocardless-states';

/** A call that changed something at GoCardless, and what came of it. */
export interface RecordedWrite {
  readonly call: 'createPayment' | 'cancelPayment' | 'retryPayment';
  readonly given: unknown;
  readonly outcome: { readonly value: unknown } | { readonly error: Error };
}

/** Passes every call on to a real account and keeps what the writes came to. */
export function recordingAccounts(
  accounts: GoCardlessAccounts,
  record: (write: RecordedWrite) => void,
): GoCardlessAccounts {
  const recorded = (account: GoCardless): GoCardless => {
    const writing =
      (call: RecordedWrite['call']) =>
      <Given extends unknown[], Answer>(write: (...given: Given) => Promise<Answer>) =>
      async (...given: Given): Promise<Answer> => {
        try {
          const value = await write(...given);
          record({ call, given, outcome: { value } });
          return value;
        } catch (error) {
          if (error instanceof Error) record({ call, given, outcome: { error } });
          throw error;
        }
      };
    return decorate(account, {
      createPayment: writing('createPayment'),
      cancelPayment: writing('cancelPayment'),
      retryPayment: writing('retryPayment'),
    });
  };
  return {
    of: async (connectionId) => recorded(await accounts.of(connectionId)),
    withToken: (environment, accessToken) => recorded(accounts.withToken(environment, accessToken)),
  };
}

const PAGE_SIZE = 500;

/** Answers as GoCardless did at a moment of the recording, without a network. What it was never asked then is an error. */
export class RecordedGoCardless implements GoCardless, GoCardlessAccounts {
  /** What was asked to be changed, in the order of asking. */
  readonly written: RecordedWrite[] = [];

  private afterwards: GoCardlessState;

  constructor(
    private state: GoCardlessState,
    private readonly writes: readonly RecordedWrite[],
  ) {
    this.afterwards = state;
  }

  /** From now on it is later; where a write is to come, what it leads to is seen only after it. */
  moveTo(state: GoCardlessState, afterWrite = state): void {
    this.state = state;
    this.afterwards = afterWrite;
  }

  of(): Promise<GoCardless> {
    return Promise.resolve(this);
  }

  withToken(): GoCardless {
    return this;
  }

  creditors() {
    return Promise.resolve(this.state.creditors);
  }

  /** The recording was made with a token that may. */
  mayWrite() {
    return Promise.resolve(true);
  }

  customer(id: string) {
    return found(this.state.customers, id);
  }

  customers() {
    return pages(this.state.customers);
  }

  customerBankAccount(id: string) {
    return found(this.state.customerBankAccounts, id);
  }

  customerBankAccounts() {
    return pages(this.state.customerBankAccounts);
  }

  mandate(id: string) {
    return found(this.state.mandates, id);
  }

  mandates() {
    return pages(this.state.mandates);
  }

  mandatesOf(gocardlessCustomerId: string) {
    const { mandates } = this.state;
    return Promise.resolve(mandates.filter((mandate) => mandate.gocardlessCustomerId === gocardlessCustomerId));
  }

  payment(id: string) {
    return found(this.made(), id);
  }

  payments({ mandate, createdAtGte = '', createdAtLte = '9' }: GoCardlessPaymentFilter) {
    return pages(
      this.made().filter(
        ({ mandateId, createdAt }) =>
          (mandate === undefined || mandateId === mandate) && createdAt >= createdAtGte && createdAt <= createdAtLte,
      ),
    );
  }

  events(filter: GoCardlessEventFilter): AsyncIterable<readonly GoCardlessEvent[]> {
    return pages(this.state.events.map(({ event }) => event).filter((event) => fits(event, filter)));
  }

  payout(id: string) {
    return found(this.state.payouts, id);
  }

  payoutItems(payoutId: string): AsyncIterable<readonly GoCardlessPayoutItem[]> {
    return pages(this.state.payoutItems.get(payoutId) ?? []);
  }

  plan(_kind: PlanKind, id: string) {
    return found(this.state.plans, id);
  }

  plans(mandate?: string) {
    return pages(this.state.plans.filter(({ mandateId }) => mandate === undefined || mandateId === mandate));
  }

  refund(id: string) {
    return found(this.state.refunds, id);
  }

  createPayment(creation: PaymentCreation): Promise<Creation<{ readonly payment: GoCardlessPayment }>> {
    // A recorded creation is what the port answered to the same creation.
    return this.write('createPayment', creation) as Promise<Creation<{ readonly payment: GoCardlessPayment }>>;
  }

  cancelPayment(gocardlessPaymentId: string): Promise<GoCardlessPayment> {
    return this.write('cancelPayment', gocardlessPaymentId) as Promise<GoCardlessPayment>;
  }

  retryPayment(gocardlessPaymentId: string, chargeDate: string | null): Promise<GoCardlessPayment> {
    return this.write('retryPayment', gocardlessPaymentId, chargeDate) as Promise<GoCardlessPayment>;
  }

  createRefund(): never {
    throw new Error('The recording holds no refund of ours.');
  }

  createMandateSetup(): never {
    throw new Error('The recording holds no billing request.');
  }

  /** The payments of this moment. One step may ask for several: each is seen only after it was asked for. */
  private made(): readonly GoCardlessPayment[] {
    const toCome = new Set(this.writes.filter((write) => !this.written.includes(write)).map(idOfCreated));
    return this.state.payments.filter(({ id }) => !toCome.has(id));
  }

  /** The same call for the n-th time is answered as the n-th time in the recording. */
  private write(call: RecordedWrite['call'], ...given: readonly unknown[]): Promise<unknown> {
    const same = (write: RecordedWrite) => write.call === call && isDeepStrictEqual(write.given, given);
    const before = this.written.filter(same).length;
    const answer = this.writes.filter(same)[before];
    if (answer === undefined) {
      const times = before === 0 ? 'was never asked for' : `was asked for ${before} times only`;
      throw new Error(`In the recording ${call} ${JSON.stringify(given)} ${times}.`);
    }
    this.written.push(answer);
    this.state = this.afterwards;
    if ('value' in answer.outcome) return Promise.resolve(answer.outcome.value);
    // What the recording threw is thrown again.
    return Promise.reject(answer.outcome.error);
  }
}

/** Null for a write that made no payment. */
function idOfCreated({ call, outcome }: RecordedWrite): string | null {
  if (call !== 'createPayment' || !('value' in outcome)) return null;
  // A recorded creation is what the port answered to it.
  return (outcome.value as Creation<{ readonly payment: GoCardlessPayment }>).payment.id;
}

const RESOURCES = ['payment', 'mandate', 'payout', 'refund', 'billingRequest'] as const;
const LINKS = { billingRequest: 'billing_request' } as const;

function fits(event: GoCardlessEvent, filter: GoCardlessEventFilter): boolean {
  const { createdAtGte = '', createdAtLte = '9', resourceType, action, parentEvent } = filter;
  return (
    event.createdAt >= createdAtGte &&
    event.createdAt <= createdAtLte &&
    (resourceType === undefined || event.resourceType === resourceType) &&
    (action === undefined || event.action === action) &&
    (parentEvent === undefined || event.links['parent_event'] === parentEvent) &&
    RESOURCES.every((resource) => {
      const id = filter[resource];
      const name = resource === 'billingRequest' ? LINKS.billingRequest : resource;
      return id === undefined || (event.resourceType === `${name}s` && event.links[name] === id);
    })
  );
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): Promise<T> {
  const one = all.find((candidate) => candidate.id === id);
  return one === undefined ? Promise.reject(new GoCardlessNotFound(false, 'not_found', null)) : Promise.resolve(one);
}

async function* pages<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  await Promise.resolve();
  for (let start = 0; start === 0 || start < items.length; start += PAGE_SIZE) {
    yield items.slice(start, start + PAGE_SIZE);
  }
}
