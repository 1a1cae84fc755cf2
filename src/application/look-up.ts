import { Inject, Injectable } from '@nestjs/common';
import { isUsable } from '../domain/mandate/mandate-status';
import { type MandateStatus } from '../domain/mandate/events';
import {
  type GoCardless,
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessCustomer,
  type GoCardlessMandate,
  GoCardlessNotFound,
} from './ports/gocardless';

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
  readonly mandates: readonly GoCardlessMandate[];
}

/** What GoCardless knows. Several customers with one e-mail address are a choice for a person, never a guess. */
@Injectable()
export class LookUp {
  constructor(@Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts) {}

  async find(connectionId: string, key: LookUpKey): Promise<readonly FoundCustomer[]> {
    const gocardless = await this.accounts.of(connectionId);
    try {
      const customers = await customersBy(gocardless, key);
      return await Promise.all(customers.map((customer) => describe(gocardless, customer)));
    } catch (error) {
      if (error instanceof GoCardlessNotFound) return [];
      throw error;
    }
  }
}

async function customersBy(gocardless: GoCardless, key: LookUpKey): Promise<readonly GoCardlessCustomer[]> {
  if ('mandateId' in key) {
    const { gocardlessCustomerId } = await gocardless.mandate(key.mandateId);
    return [await gocardless.customer(gocardlessCustomerId)];
  }
  if ('gocardlessCustomerId' in key) return [await gocardless.customer(key.gocardlessCustomerId)];
  // GoCardless can not search by e-mail: every page is read.
  const wanted = folded(key.email);
  const found: GoCardlessCustomer[] = [];
  for await (const page of gocardless.customers()) {
    found.push(...page.filter(({ email }) => email !== null && folded(email) === wanted));
  }
  return found;
}

function folded(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

async function describe(gocardless: GoCardless, customer: GoCardlessCustomer): Promise<FoundCustomer> {
  const mandates = await gocardless.mandatesOf(customer.id);
  const best = bestMandate(mandates) ?? mandates[0];
  const account = best === undefined ? null : await gocardless.customerBankAccount(best.customerBankAccountId);
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

/** The newest active mandate, else the newest usable one; undefined when none is usable. */
export function bestMandate(mandates: readonly GoCardlessMandate[]): GoCardlessMandate | undefined {
  const newestFirst = [...mandates].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  return newestFirst.find(({ status }) => status === 'active') ?? newestFirst.find(usable);
}

export function usable({ status }: GoCardlessMandate): boolean {
  return isUsable(status as MandateStatus); // a status that is not known here is not among the usable ones
}
