import { STANDARD_FEES } from '../payouts/fees';
import { type Creditor } from '../resources/shapes';
import { type CreditorRecord, emptyOrganisation, type Organisation } from './organisation';
import { type World } from './world';

/** A new merchant account with one creditor, opened by a token that may do everything. */
export function createOrganisation(
  world: World,
  wish: { readonly name: string; readonly creditorName: string; readonly token: string },
): { organisation: Organisation; creditor: CreditorRecord } {
  const organisation = emptyOrganisation(world.ids.next('OR'), wish.name);
  world.organisations.set(organisation.id, organisation);
  world.tokens.set(wish.token, { organisation, access: 'full', revoked: false });
  return { organisation, creditor: addCreditor(world, organisation, wish.creditorName) };
}

/** A further creditor of the account. */
export function addCreditor(world: World, organisation: Organisation, name: string): CreditorRecord {
  const payoutAccount = world.ids.next('BA');
  const resource: Creditor = {
    id: world.ids.next('CR'),
    created_at: world.clock.stamp(),
    name,
    address_line1: '1 Wharf Road',
    address_line2: null,
    address_line3: null,
    city: 'Bristol',
    region: null,
    postal_code: 'BS1 4AA',
    country_code: 'GB',
    creditor_type: 'company',
    bank_reference_prefix: referencePrefix(name),
    can_create_refunds: true,
    custom_payment_pages_enabled: false,
    fx_payout_currency: null,
    logo_url: null,
    mandate_imports_enabled: true,
    merchant_responsible_for_notifications: false,
    scheme_identifiers: [],
    verification_status: 'successful',
    links: { default_gbp_payout_account: payoutAccount },
  };
  const record: CreditorRecord = {
    resource,
    fees: STANDARD_FEES,
    exchangeRate: '1.0',
    enforceLimits: false,
    payoutAccount,
    frozen: false,
  };
  organisation.creditors.add(record);
  return record;
}

function referencePrefix(name: string): string {
  const letters = name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return letters.slice(0, 4).padEnd(4, 'X');
}
