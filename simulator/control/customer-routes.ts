import { invalidField } from '../api-errors/api-failure';
import { linked } from '../api-errors/must-exist';
import { Fields } from '../http/fields';
import { MANDATE_ACTIONS, MANDATE_STATUSES, type MandateStatus } from '../machines/mandate';
import { createMandate } from '../mandates/create-mandate';
import { applyMandateOutcome, bringToActive, replaceMandates } from '../mandates/mandate-outcomes';
import { readMandate } from '../mandates/move-mandate';
import { createBankAccount, inventedNumber } from '../resources/bank-accounts';
import { createCustomer, readCustomer } from '../resources/customers';
import { type FundsSettlement } from '../resources/shapes';
import { SCHEME_NAMES, SCHEMES, type SchemeName } from '../schemes/scheme-facts';
import { type BankAccountRecord, type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import {
  anywhere,
  choice,
  type ControlContext,
  type ControlRoute,
  fields,
  made,
  ok,
  organisationOf,
  reasonIn,
} from './control-context';

const MAX_CUSTOMERS = 100_000;
const SETTLEMENTS = ['managed', 'direct'] as const;

interface MandateChoice {
  readonly scheme: SchemeName;
  readonly status: MandateStatus;
  readonly reference: string | null;
  readonly creditor: string | null;
  readonly fundsSettlement: FundsSettlement;
}

function readMandateChoice(content: Fields): MandateChoice {
  return {
    scheme: content.has('scheme') ? choice(content, 'scheme', SCHEME_NAMES) : 'bacs',
    status: content.has('mandateStatus') ? choice(content, 'mandateStatus', MANDATE_STATUSES) : 'active',
    reference: content.optionalText('reference', { max: 35 }),
    creditor: content.optionalText('creditor'),
    fundsSettlement: content.has('fundsSettlement') ? choice(content, 'fundsSettlement', SETTLEMENTS) : 'managed',
  };
}

/** Customer, bank account and mandate in one go; `count` makes many, each with an e-mail of its own. */
function createCustomers(context: ControlContext) {
  const { world } = context;
  const organisation = organisationOf(context);
  const content = fields(context);
  const count = content.optionalInteger('count', { min: 1, max: MAX_CUSTOMERS }) ?? 1;
  const wish = readMandateChoice(content);
  const company = content.optionalText('companyName');
  const email = content.optionalText('email') ?? 'payer@example.com';
  const metadata = content.metadata() ?? {};
  const details = {
    given_name: content.optionalText('givenName') ?? (company === null ? 'Ada' : null),
    family_name: content.optionalText('familyName') ?? (company === null ? 'Payer' : null),
    company_name: company,
    country_code: SCHEMES[wish.scheme].countryCode,
    metadata,
  };
  content.check();
  const customers = Array.from({ length: count }, (_, index) => {
    const address = index === 0 ? email : email.replace('@', `+${index + 1}@`);
    const customer = createCustomer(world, organisation, readCustomer(Fields.of({ ...details, email: address }, '')));
    const account = addAccount(world, organisation, customer.id, wish.scheme);
    const mandate = addMandate(world, organisation, account, wish);
    return {
      customer: customer.id,
      customerBankAccount: account.resource.id,
      mandate: mandate.resource.id,
      email: address,
    };
  });
  return made({ customers });
}

function addAccount(world: World, organisation: Organisation, customer: string, scheme: SchemeName): BankAccountRecord {
  const known = organisation.customers.get(customer)?.resource;
  const holder = known?.company_name ?? `${known?.given_name ?? ''} ${known?.family_name ?? ''}`.trim();
  return createBankAccount(world, organisation, {
    customer,
    holder,
    number: inventedNumber(world),
    countryCode: SCHEMES[scheme].countryCode,
    currency: SCHEMES[scheme].currency,
    accountType: null,
    metadata: {},
  });
}

function addMandate(
  world: World,
  organisation: Organisation,
  account: BankAccountRecord,
  wish: MandateChoice,
): MandateRecord {
  const named =
    wish.creditor === null ? [...organisation.creditors.oldestFirst()][0] : organisation.creditors.get(wish.creditor);
  const record = createMandate(world, organisation, linked(named, 'creditor'), account, {
    scheme: wish.scheme,
    reference: wish.reference,
    metadata: {},
    fundsSettlement: wish.fundsSettlement,
    needsApproval: wish.status === 'pending_customer_approval',
  });
  bringToStatus(world, organisation, record, wish.status);
  return record;
}

function bringToStatus(world: World, organisation: Organisation, record: MandateRecord, status: MandateStatus): void {
  switch (status) {
    case 'pending_customer_approval':
    case 'pending_submission':
      return;
    case 'active':
      bringToActive(world, organisation, record);
      return;
    case 'submitted':
    case 'suspended_by_payer':
    case 'failed':
    case 'cancelled':
    case 'expired':
    case 'consumed':
    case 'blocked':
      applyMandateOutcome(world, organisation, record, status, {});
      return;
    default:
      status satisfies never;
  }
}

function createFurtherMandate(context: ControlContext) {
  const organisation = organisationOf(context);
  const content = fields(context);
  const customer = content.text('customer');
  const wish = readMandateChoice(content);
  content.check();
  if (organisation.customers.get(customer) === undefined) throw invalidField('control', 'customer', 'is not known');
  const account = addAccount(context.world, organisation, customer, wish.scheme);
  const mandate = addMandate(context.world, organisation, account, wish);
  return made({ mandate: mandate.resource.id, customerBankAccount: account.resource.id });
}

export const customerControlRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/control/customers', handle: createCustomers },
  { method: 'POST', path: '/control/mandates', handle: createFurtherMandate },
  {
    method: 'POST',
    path: '/control/mandates/:id/outcomes',
    handle: (context) => {
      const { organisation, record } = anywhere(context, ({ mandates }, id) => mandates.get(id));
      const content = fields(context);
      const outcome = choice(content, 'outcome', MANDATE_ACTIONS);
      const reason = reasonIn(content);
      content.check();
      applyMandateOutcome(context.world, organisation, record, outcome, reason);
      return ok({ mandate: readMandate(context.world, record) });
    },
  },
  {
    method: 'POST',
    path: '/control/mandate-replacements',
    handle: (context) => {
      const content = fields(context);
      const ids = content.optionalTexts('mandates');
      const creditor = content.optionalText('creditor');
      const instead = {
        ...(creditor !== null && { creditor }),
        ...(content.has('fundsSettlement') && { fundsSettlement: choice(content, 'fundsSettlement', SETTLEMENTS) }),
      };
      content.check();
      return ok({ replacements: replaceMandates(context.world, organisationOf(context), ids, instead) });
    },
  },
];
