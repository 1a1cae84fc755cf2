import { type Fields } from '../http/fields';
import { moveMandate } from '../mandates/move-mandate';
import { isLiveMandateStatus } from '../machines/mandate';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { type Customer } from './shapes';

type CustomerDetails = Omit<Customer, 'id' | 'created_at'>;

const TEXTS = [
  'address_line1',
  'address_line2',
  'address_line3',
  'city',
  'region',
  'postal_code',
  'phone_number',
  'swedish_identity_number',
  'danish_identity_number',
] as const;

const EMPTY: CustomerDetails = {
  email: null,
  given_name: null,
  family_name: null,
  company_name: null,
  address_line1: null,
  address_line2: null,
  address_line3: null,
  city: null,
  region: null,
  postal_code: null,
  country_code: null,
  language: 'en',
  phone_number: null,
  swedish_identity_number: null,
  danish_identity_number: null,
  metadata: {},
};

/** The customer's details after a create (from nothing) or an update (only the keys sent change). */
export function readCustomer(fields: Fields, before: CustomerDetails = EMPTY): CustomerDetails {
  const text = (name: Exclude<keyof CustomerDetails, 'metadata' | 'language'>, max: number) =>
    fields.has(name) ? fields.optionalText(name, { max }) : before[name];
  const details: CustomerDetails = {
    ...before,
    email: text('email', 255),
    given_name: text('given_name', 255),
    family_name: text('family_name', 255),
    company_name: text('company_name', 255),
    country_code: text('country_code', 2),
    language: fields.optionalText('language', { max: 2 }) ?? before.language,
    metadata: fields.metadata() ?? before.metadata,
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name, 255)])),
  };
  if (details.email !== null && !/^[^\s@]+@[^\s@]+$/.test(details.email)) fields.fault('email', 'is invalid');
  if (!details.company_name) {
    if (!details.given_name) fields.fault('given_name', "can't be blank unless a company name is provided");
    if (!details.family_name) fields.fault('family_name', "can't be blank unless a company name is provided");
  }
  fields.check();
  return details;
}

export function createCustomer(world: World, organisation: Organisation, details: CustomerDetails): Customer {
  const resource: Customer = { id: world.ids.next('CU'), created_at: world.clock.stamp(), ...details };
  organisation.customers.add({ resource });
  return resource;
}

/** Removes a customer for good; the mandates end with it. */
export function removeCustomer(world: World, organisation: Organisation, id: string): void {
  for (const mandate of organisation.mandates.oldestFirst()) {
    if (mandate.resource.links.customer !== id || !isLiveMandateStatus(mandate.resource.status)) continue;
    moveMandate(world, organisation, mandate, 'cancelled', { details: { origin: 'api', cause: 'mandate_cancelled' } });
  }
  organisation.customers.remove(id);
  organisation.removedCustomers.add(id);
}
