import { reasonOf } from '../payments/gocardless-facts';
import { type Decided } from '../shared/event';
import { type GoCardlessEvent } from '../shared/gocardless-event';
import { isGoCardlessId } from '../shared/identity';
import { type GoCardlessResourceChanged } from './events';

interface KnownResource {
  /** Under which name an event's links have its id. */
  readonly link: string;
  /** Where its facts stand: with the connection, or on a stream of its own. */
  readonly on: 'connection' | 'itself';
  readonly actions: readonly string[];
}

/** What of GoCardless's other resources is recorded. All that is said on the way to an end, and of exports, changes nothing here. */
const KNOWN: Readonly<Record<string, KnownResource>> = {
  creditors: {
    link: 'creditor',
    on: 'connection',
    actions: ['account_auto_frozen', 'account_auto_frozen_reverted', 'new_payout_currency_added', 'updated'],
  },
  organisations: { link: 'organisation', on: 'connection', actions: ['disconnected'] },
  scheme_identifiers: { link: 'scheme_identifier', on: 'connection', actions: ['activated'] },
  customers: {
    link: 'customer',
    on: 'connection',
    actions: ['approved', 'request_for_information_required', 'under_review'],
  },
  billing_requests: { link: 'billing_request', on: 'itself', actions: ['fulfilled', 'cancelled', 'failed'] },
  payer_authorisations: { link: 'payer_authorisation', on: 'itself', actions: ['completed', 'failed'] },
  outbound_payments: {
    link: 'outbound_payment',
    on: 'itself',
    actions: ['created', 'set_to_pending_approval', 'set_to_executing', 'executed', 'cancelled', 'failed'],
  },
};

/** Where the fact of an event about another resource stands, or null when nothing is recorded of it. */
export function resourcePlace({ resourceType, action }: GoCardlessEvent): KnownResource['on'] | null {
  const known = KNOWN[resourceType];
  return known?.actions.includes(action) === true ? known.on : null;
}

/** GoCardless's id of the resource that an event is about, or null where it names none. */
export function resourceIdOf({ resourceType, links }: GoCardlessEvent): string | null {
  const id = links[KNOWN[resourceType]?.link ?? ''];
  return id !== undefined && isGoCardlessId(id) ? id : null;
}

/** The facts of events about other resources that were not recorded yet. */
export function resourceFacts(
  connectionId: string,
  events: readonly GoCardlessEvent[],
  recorded: readonly string[],
): readonly Decided<GoCardlessResourceChanged>[] {
  const known = new Set(recorded);
  return events.flatMap((event) => {
    const { id, createdAt, resourceType, action, links } = event;
    if (known.has(id)) return [];
    known.add(id);
    const mandateId = links['mandate_request_mandate'] ?? links['mandate'] ?? null;
    const data = { connectionId, resourceType, resourceId: resourceIdOf(event), action, mandateId, ...reasonOf(event) };
    const stamp = { effectiveAt: createdAt, causationId: id, gocardlessEventId: id };
    return [{ type: 'GoCardlessResourceChanged', data, ...stamp } as const];
  });
}
