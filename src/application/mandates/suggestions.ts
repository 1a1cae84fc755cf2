import { Inject, Injectable } from '@nestjs/common';
import { mandateObstacle } from '../../domain/mandates/obstacle';
import { groupBy } from '../../domain/shared/grouping';
import { Connections } from '../connections/connections';
import { foldedEmail, usable } from '../gocardless-reads/look-up';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import {
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  type GoCardlessCustomer,
  type GoCardlessMandate,
} from '../ports/gocardless';
import { READ_MODELS, type ReadModels, type CustomerToLink } from '../ports/queries';

export const SUGGESTION_REASONS = ['same_email', 'same_name', 'same_company', 'no_mandate', 'unknown_payer'] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];

/** Who looks like whom; ids only. A customer without anything that fits has no mandate, a mandate that looks like nobody no customer. */
export interface Suggestion {
  readonly customerId: string | null;
  readonly mandateId: string | null;
  readonly reason: SuggestionReason;
}

/** Compares those who can be charged at GoCardless with those who are customers here. */
@Injectable()
export class Suggestions {
  /** The last ones by connection, for the pages after the first: GoCardless is asked for everything only once. */
  private readonly last = new Map<string, readonly Suggestion[]>();

  constructor(
    private readonly connections: Connections,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  /** Sorted by reason, customer and mandate. `continued`: for a later page of the same list. */
  async of(connectionId: string, continued: boolean): Promise<readonly Suggestion[]> {
    const known = continued ? this.last.get(connectionId) : undefined;
    if (known !== undefined) return known;
    const gocardless = await this.accounts.of(connectionId);
    const { creditorId } = await this.connections.get(connectionId);
    const customers = await this.readModels.customersToLink(connectionId, await this.store.head());
    const mandates: GoCardlessMandate[] = [];
    for await (const page of gocardless.mandates()) {
      mandates.push(
        ...page.filter((mandate) => usable({ ...mandate, obstacle: mandateObstacle(mandate, creditorId) })),
      );
    }
    const payers = new Map<string, GoCardlessCustomer>();
    for await (const page of gocardless.customers()) page.forEach((payer) => payers.set(payer.id, payer));
    const suggestions = suggest(customers, mandates, payers);
    this.last.set(connectionId, suggestions);
    return suggestions;
  }
}

/** One for each customer and mandate that look alike, for the strongest reason there is. */
function suggest(
  customers: readonly CustomerToLink[],
  mandates: readonly GoCardlessMandate[],
  payers: ReadonlyMap<string, GoCardlessCustomer>,
): readonly Suggestion[] {
  const linked = new Set(customers.flatMap((customer) => customer.mandateIds));
  const alike = likenesses(customers);
  const found = mandates
    .filter(({ id }) => !linked.has(id))
    .flatMap(({ id, gocardlessCustomerId }): readonly Suggestion[] => {
      const payer = payers.get(gocardlessCustomerId);
      const reasons = payer === undefined ? new Map<string, SuggestionReason>() : alike(payer);
      if (reasons.size === 0) return [{ customerId: null, mandateId: id, reason: 'unknown_payer' }];
      return [...reasons].map(([customerId, reason]) => ({ customerId, mandateId: id, reason }));
    });
  const suggested = new Set(found.map(({ customerId }) => customerId));
  const without = customers
    .filter(({ customerId, hasUsableMandate }) => !hasUsableMandate && !suggested.has(customerId))
    .map(({ customerId }): Suggestion => ({ customerId, mandateId: null, reason: 'no_mandate' }));
  return [...found, ...without].sort((a, b) => (suggestionKey(a) < suggestionKey(b) ? -1 : 1));
}

/** Orders suggestions, and names one of them in a cursor. */
export function suggestionKey({ customerId, mandateId, reason }: Suggestion): string {
  return [SUGGESTION_REASONS.indexOf(reason), customerId ?? '', mandateId ?? ''].join('.');
}

/** Answers for a payer which customers look like them, and why: the first reason that holds. */
function likenesses(
  customers: readonly CustomerToLink[],
): (payer: GoCardlessCustomer) => ReadonlyMap<string, SuggestionReason> {
  const byEmail = groupBy(customers, ({ email }) => (email === null ? '' : foldedEmail(email)));
  const byName = groupBy(customers, ({ name }) => folded(name));
  const byCompany = groupBy(customers, ({ company }) => folded(company));
  return ({ email, givenName, familyName, companyName }) => {
    const name = folded([givenName, familyName].filter((part) => part !== null).join(' '));
    const company = folded(companyName);
    const reasons = new Map<string, SuggestionReason>();
    const add = (reason: SuggestionReason, key: string, groups: ReadonlyMap<string, readonly CustomerToLink[]>) => {
      for (const { customerId } of key === '' ? [] : (groups.get(key) ?? [])) {
        if (!reasons.has(customerId)) reasons.set(customerId, reason);
      }
    };
    add('same_email', email === null ? '' : foldedEmail(email), byEmail);
    add('same_name', name, byName);
    add('same_company', company, byCompany);
    // Many a customer is registered with the company as their name.
    add('same_company', company, byName);
    return reasons;
  };
}

function folded(text: string | null): string {
  return (text ?? '').normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
