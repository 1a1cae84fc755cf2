import { invalidField, invalidState } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { type FundsSettlement, type Mandate, type Metadata } from '../resources/shapes';
import { scheduleMandate } from '../schemes/payment-schedule';
import { SCHEMES, type SchemeName, usualScheme } from '../schemes/scheme-facts';
import {
  type BankAccountRecord,
  type CreditorRecord,
  type MandateRecord,
  type Organisation,
} from '../state/organisation';
import { type World } from '../state/world';

export interface MandateWish {
  readonly scheme: SchemeName | null;
  readonly reference: string | null;
  readonly metadata: Metadata;
  readonly authorisationSource?: string;
  /** A second signature is needed before it is sent. */
  readonly needsApproval?: boolean;
  readonly origin?: 'api' | 'gocardless';
  readonly fundsSettlement?: FundsSettlement;
}

const STEERED: Readonly<Record<string, MandateRecord['steering']>> = {
  Invalid: 'invalid',
  Expired: 'expired',
  Switching: 'switching',
};

/** Makes a mandate for a bank account and puts its way to the bank on the agenda. */
export function createMandate(
  world: World,
  organisation: Organisation,
  creditor: CreditorRecord,
  account: BankAccountRecord,
  wish: MandateWish,
): MandateRecord {
  const scheme = schemeFor(account, wish.scheme);
  if (!account.resource.enabled) {
    throw invalidState('bank_account_disabled', 'The bank account is disabled');
  }
  const id = world.ids.next('MD');
  const customer = organisation.customers.get(account.resource.links.customer)?.resource;
  const resource: Mandate = {
    id,
    created_at: world.clock.stamp(),
    reference: wish.reference ?? `${creditor.resource.bank_reference_prefix}-${id.slice(-7)}`,
    status: wish.needsApproval === true ? 'pending_customer_approval' : 'pending_submission',
    scheme,
    next_possible_charge_date: null,
    ...(scheme === 'ach' && { authorisation_source: wish.authorisationSource ?? 'web' }),
    payments_require_approval: false,
    funds_settlement: wish.fundsSettlement ?? 'managed',
    mandate_type: scheme === 'faster_payments' || scheme === 'pay_to' ? 'vrp_sweeping' : 'bank_debit',
    consent_type: null,
    consent_parameters: null,
    verified_at: null,
    metadata: wish.metadata,
    links: {
      customer: account.resource.links.customer,
      customer_bank_account: account.resource.id,
      creditor: creditor.resource.id,
    },
  };
  const record: MandateRecord = {
    resource,
    steering: STEERED[customer?.given_name ?? ''] ?? 'none',
    reinstatements: 0,
    lastUsed: world.clock.today(),
    way: null,
  };
  organisation.mandates.add(record);
  recordEvent(world, organisation, {
    resourceType: 'mandates',
    action: 'created',
    links: { mandate: id },
    details: { origin: wish.origin ?? 'api', cause: 'mandate_created' },
    metadata: wish.origin === 'gocardless' ? {} : wish.metadata,
    resourceMetadata: resource.metadata,
  });
  planMandate(world, organisation, record);
  return record;
}

/** Puts the sending and the activation of a mandate on the agenda. */
export function planMandate(world: World, organisation: Organisation, record: MandateRecord): void {
  const { id, scheme, status } = record.resource;
  const task = { organisation: organisation.id, mandate: id } as const;
  const way = scheduleMandate(scheme, world.clock.now(), world.calendar);
  if (way !== undefined && status === 'pending_submission') {
    record.way = way;
    world.agenda.add(way.submitAt, { kind: 'submit_mandate', ...task });
    world.agenda.add(way.activateAt, { kind: 'activate_mandate', ...task });
  }
}

function schemeFor(account: BankAccountRecord, wished: SchemeName | null): SchemeName {
  const { currency } = account.resource;
  const scheme = wished ?? usualScheme(currency);
  if (scheme === undefined || SCHEMES[scheme].currency !== currency) {
    throw invalidField('mandates', 'scheme', `must be a scheme that collects ${currency}`);
  }
  return scheme;
}
