import { type Fields } from '../http/fields';
import { type BillingRequestFlow } from '../resources/shapes';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';

const VALID_DAYS = 7;

export interface FlowWish {
  readonly billingRequest: string;
  readonly redirectUri: string | null;
  readonly exitUri: string | null;
  readonly language: string;
  readonly prefilledCustomer: BillingRequestFlow['prefilled_customer'];
  readonly lockCustomerDetails: boolean;
}

const PREFILLED = ['given_name', 'family_name', 'company_name', 'email'] as const;

export function readFlow(fields: Fields): FlowWish {
  const customer = fields.within('prefilled_customer');
  const wish: FlowWish = {
    billingRequest: fields.within('links').text('billing_request'),
    redirectUri: readUri(fields, 'redirect_uri'),
    exitUri: readUri(fields, 'exit_uri'),
    language: fields.optionalText('language', { max: 5 }) ?? 'en',
    prefilledCustomer: fields.has('prefilled_customer')
      ? Object.fromEntries(PREFILLED.map((name) => [name, customer.optionalText(name)]))
      : null,
    lockCustomerDetails: fields.optionalBoolean('lock_customer_details') ?? false,
  };
  fields.check();
  return wish;
}

/** Only web addresses: the payer's browser is sent there. */
function readUri(fields: Fields, name: string): string | null {
  const uri = fields.optionalText(name, { max: 2000 });
  if (uri === null) return null;
  const isWeb = URL.canParse(uri) && ['http:', 'https:'].includes(new URL(uri).protocol);
  return isWeb ? uri : fields.fault(name, 'must be an http or https address');
}

/** A page for the payer, good for a week. */
export function createFlow(
  world: World,
  organisation: Organisation,
  baseUrl: string,
  wish: FlowWish,
): BillingRequestFlow {
  const id = world.ids.next('BRF');
  const created = world.clock.stamp();
  const flow: BillingRequestFlow = {
    id,
    created_at: created,
    authorisation_url: `${baseUrl}/flow/${id}`,
    auto_fulfil: true,
    customer_details_captured: false,
    exit_uri: wish.exitUri,
    redirect_uri: wish.redirectUri,
    expires_at: new Date(Date.parse(created) + VALID_DAYS * 86_400_000).toISOString(),
    language: wish.language,
    lock_bank_account: false,
    lock_currency: false,
    lock_customer_details: wish.lockCustomerDetails,
    prefilled_customer: wish.prefilledCustomer,
    session_token: world.ids.next('ST'),
    show_redirect_buttons: wish.redirectUri !== null,
    show_success_redirect_button: wish.redirectUri !== null,
    links: { billing_request: wish.billingRequest },
  };
  organisation.billingRequestFlows.add(flow);
  return flow;
}
