import { Inject, Injectable } from '@nestjs/common';
import { mandateObstacle, type MandateObstacle, refuseObstacle } from '../../domain/mandates/obstacle';
import { isUsable } from '../../domain/mandates/mandate-status';
import { type MandateFoundBy, type MandateStatus } from '../../domain/mandates/events';
import { Connections } from '../connections/connections';
import { groupBy } from '../../domain/shared/grouping';
import { type Refusal, refuse } from '../../domain/shared/decider';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessCustomer,
  type GoCardlessCustomerBankAccount,
  type GoCardlessMandate,
  GoCardlessNotFound,
} from '../ports/gocardless';

/** One of the three keys by which a customer is found at GoCardless. */
export type LookUpKey =
  { readonly email: string } | { readonly gocardlessCustomerId: string } | { readonly mandateId: string };

/** A customer as GoCardless knows it, shown before anything is linked. Personal data: answered, never logged or kept. */
export interface FoundCustomer {
  readonly gocardlessCustomerId: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly bankName: string | null;
  readonly accountNumberEnding: string | null;
  readonly mandates: readonly ShownMandate[];
}

/** A mandate with what keeps it from being used for the connection's books. */
export interface ShownMandate extends GoCardlessMandate {
  readonly obstacle: MandateObstacle | null;
}

/** What GoCardless knows. Several customers with one e-mail address are a choice for a person, never a guess. */
@Injectable()
export class LookUp {
  constructor(
    private readonly connections: Connections,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async find(connectionId: string, key: LookUpKey): Promise<readonly FoundCustomer[]> {
    const gocardless = await this.accounts.of(connectionId);
    const { creditorId } = await this.connections.get(connectionId);
    try {
      const customers = await customersBy(gocardless, key);
      return await Promise.all(customers.map((customer) => describe(gocardless, customer, creditorId)));
    } catch (error) {
      if (error instanceof GoCardlessNotFound) return [];
      throw error;
    }
  }

  /**
   * The same for many keys at once, from GoCardless's lists: a request for each 500 customers, mandates and bank accounts, however many
   * keys there are. What no key leads to is not kept.
   */
  async findAll(connectionId: string, keys: readonly LookUpKey[]): Promise<FoundPayers> {
    const gocardless = await this.accounts.of(connectionId);
    const { emails, customerIds, mandateIds } = wantedBy(keys);
    const named = mandateIds.size === 0 ? [] : await kept(gocardless.mandates(), ({ id }) => mandateIds.has(id));
    const ids = new Set([...customerIds, ...named.map(({ gocardlessCustomerId }) => gocardlessCustomerId)]);
    const customers = await kept(
      gocardless.customers(),
      ({ id, email }) => ids.has(id) || (email !== null && emails.has(foldedEmail(email))),
    );
    const found = new Set(customers.map(({ id }) => id));
    const { creditorId } = await this.connections.get(connectionId);
    const theirs = await kept(gocardless.mandates(), ({ gocardlessCustomerId }) => found.has(gocardlessCustomerId));
    const mandates = theirs.map((mandate) => shown(mandate, creditorId));
    const accountIds = new Set(mandates.map(({ customerBankAccountId }) => customerBankAccountId));
    const accounts = await kept(gocardless.customerBankAccounts(), ({ id }) => accountIds.has(id));
    return payersAmong(customers, mandates, new Map(accounts.map((account) => [account.id, account])));
  }
}

/** What GoCardless has under each of many keys. */
export interface FoundPayers {
  by(key: LookUpKey): readonly FoundCustomer[];
  bankAccount(customerBankAccountId: string): GoCardlessCustomerBankAccount | undefined;
}

function payersAmong(
  customers: readonly GoCardlessCustomer[],
  mandates: readonly ShownMandate[],
  accounts: ReadonlyMap<string, GoCardlessCustomerBankAccount>,
): FoundPayers {
  const mandatesByCustomer = groupBy(mandates, ({ gocardlessCustomerId }) => gocardlessCustomerId);
  const payers = customers.map((customer) => {
    const own = mandatesByCustomer.get(customer.id) ?? [];
    return foundCustomer(customer, own, accounts.get(shownMandate(own)?.customerBankAccountId ?? '') ?? null);
  });
  const byEmail = groupBy(payers, ({ email }) => (email === null ? '' : foldedEmail(email)));
  const byId = groupBy(payers, ({ gocardlessCustomerId }) => gocardlessCustomerId);
  const customerOf = new Map(mandates.map(({ id, gocardlessCustomerId }) => [id, gocardlessCustomerId]));
  return {
    by(key) {
      if ('email' in key) return byEmail.get(foldedEmail(key.email)) ?? [];
      const id = 'mandateId' in key ? customerOf.get(key.mandateId) : key.gocardlessCustomerId;
      return byId.get(id ?? '') ?? [];
    },
    bankAccount: (id) => accounts.get(id),
  };
}

interface Wanted {
  readonly emails: ReadonlySet<string>;
  readonly customerIds: ReadonlySet<string>;
  readonly mandateIds: ReadonlySet<string>;
}

function wantedBy(keys: readonly LookUpKey[]): Wanted {
  return {
    emails: new Set(keys.flatMap((key) => ('email' in key ? [foldedEmail(key.email)] : []))),
    customerIds: new Set(keys.flatMap((key) => ('gocardlessCustomerId' in key ? [key.gocardlessCustomerId] : []))),
    mandateIds: new Set(keys.flatMap((key) => ('mandateId' in key ? [key.mandateId] : []))),
  };
}

/** Reads every page, and keeps what passes. */
async function kept<T>(pages: AsyncIterable<readonly T[]>, passes: (item: T) => boolean): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page.filter(passes));
  return items;
}

async function customersBy(gocardless: GoCardless, key: LookUpKey): Promise<readonly GoCardlessCustomer[]> {
  if ('mandateId' in key) {
    const { gocardlessCustomerId } = await gocardless.mandate(key.mandateId);
    return [await gocardless.customer(gocardlessCustomerId)];
  }
  if ('gocardlessCustomerId' in key) return [await gocardless.customer(key.gocardlessCustomerId)];
  // GoCardless can not search by e-mail: every page is read.
  const wanted = foldedEmail(key.email);
  return kept(gocardless.customers(), ({ email }) => email !== null && foldedEmail(email) === wanted);
}

/** Two addresses that are written differently may be one. */
export function foldedEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

async function describe(
  gocardless: GoCardless,
  customer: GoCardlessCustomer,
  creditorId: string,
): Promise<FoundCustomer> {
  const mandates = (await gocardless.mandatesOf(customer.id)).map((mandate) => shown(mandate, creditorId));
  const first = shownMandate(mandates);
  const account = first === undefined ? null : await gocardless.customerBankAccount(first.customerBankAccountId);
  return foundCustomer(customer, mandates, account);
}

function shown(mandate: GoCardlessMandate, creditorId: string): ShownMandate {
  return { ...mandate, obstacle: mandateObstacle(mandate, creditorId) };
}

function foundCustomer(
  customer: GoCardlessCustomer,
  mandates: readonly ShownMandate[],
  account: GoCardlessCustomerBankAccount | null,
): FoundCustomer {
  const { id, givenName, familyName, companyName, email } = customer;
  const name = [givenName, familyName].filter((part) => part !== null).join(' ');
  return {
    gocardlessCustomerId: id,
    name: name === '' ? null : name,
    company: companyName,
    email,
    bankName: account?.bankName ?? null,
    accountNumberEnding: account?.accountNumberEnding ?? null,
    mandates,
  };
}

/** The mandate whose bank account stands for the customer's. */
function shownMandate(mandates: readonly ShownMandate[]): ShownMandate | undefined {
  return bestMandate(mandates) ?? mandates[0];
}

/** The newest active mandate, else the newest usable one; undefined when none is usable. */
function bestMandate(mandates: readonly ShownMandate[]): ShownMandate | undefined {
  const newestFirst = [...mandates].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).filter(usable);
  return newestFirst.find(({ status }) => status === 'active') ?? newestFirst[0];
}

/** Whether payments of this connection may be made on it. */
export function usable({ status, obstacle }: Pick<ShownMandate, 'status' | 'obstacle'>): boolean {
  return obstacle === null && isUsable(status as MandateStatus); // a status that is not known here is not among the usable ones
}

/** Several customers fit: a person chooses. */
export interface AmbiguousRefusal extends Refusal {
  readonly code: 'ambiguous';
  readonly choices: readonly FoundCustomer[];
}

/** The mandate that a key leads to, or why it leads to none. */
export function chosenMandate(
  found: readonly FoundCustomer[],
  key: LookUpKey,
): GoCardlessMandate | Refusal | AmbiguousRefusal {
  const [only, another] = found;
  if (only === undefined) return refuse('not_found_at_gocardless', 'GoCardless knows nothing under this key.');
  if (another !== undefined) {
    const detail = 'Several GoCardless customers have this e-mail address: choose one by its id.';
    return { ...refuse('ambiguous', detail), code: 'ambiguous', choices: found };
  }
  if ('mandateId' in key) {
    const named = only.mandates.find(({ id }) => id === key.mandateId);
    return named ?? refuse('not_found_at_gocardless', 'GoCardless does not know this mandate.');
  }
  const best = bestMandate(only.mandates);
  if (best !== undefined) return best;
  const barred = only.mandates.find((mandate) => usable({ ...mandate, obstacle: null }));
  return barred === undefined || barred.obstacle === null
    ? refuse('no_usable_mandate', 'This GoCardless customer has no usable mandate.')
    : refuseObstacle(barred.id, barred.obstacle);
}

export function foundBy(key: LookUpKey): MandateFoundBy {
  if ('email' in key) return 'email';
  return 'mandateId' in key ? 'mandate_id' : 'gocardless_customer_id';
}
