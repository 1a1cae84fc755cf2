import { invalidField } from '../api-errors/api-failure';
import { recordEvent } from '../events/record-event';
import { type Fields } from '../http/fields';
import { oneDecimal } from '../payouts/fees';
import { type Fees } from '../payouts/fees';
import { addCreditor, createOrganisation } from '../state/create-organisation';
import { type CreditorRecord, type Organisation } from '../state/organisation';
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
} from './control-context';

function create(context: ControlContext) {
  const { world } = context;
  const content = fields(context);
  const name = content.optionalText('name') ?? 'Another account';
  const token = content.optionalText('token') ?? `sandbox-token-${world.ids.next('T')}`;
  const creditorName = content.optionalText('creditorName') ?? name;
  if (world.tokens.has(token)) content.fault('token', 'is in use already');
  content.check();
  const { organisation, creditor } = createOrganisation(world, { name, creditorName, token });
  return made({ organisation: organisation.id, token, creditor: creditor.resource.id, creditorName });
}

function list({ world }: ControlContext) {
  const organisations = [...world.organisations.values()].map(({ id, name, creditors }) => ({
    organisation: id,
    name,
    creditors: [...creditors.oldestFirst()].map(({ resource }) => resource.id),
  }));
  return ok({ organisations });
}

function addToken(context: ControlContext) {
  const content = fields(context);
  const token = content.text('newToken');
  const access = choice(content, 'access', ['full', 'read_only']);
  const organisation = organisationOf(context);
  if (context.world.tokens.has(token)) throw invalidField('control', 'newToken', 'is in use already');
  context.world.tokens.set(token, { organisation, access, revoked: false });
  return made({ organisation: organisation.id, access });
}

function revoke(context: ControlContext) {
  const content = fields(context);
  const token = context.world.tokens.get(content.text('token'));
  if (token === undefined) content.fault('token', 'is not a known access token');
  content.check();
  if (token !== undefined) token.revoked = true;
  return ok({});
}

function readFees(content: Fields, before: Fees): Fees {
  const whole = (name: 'perThousand' | 'fixed' | 'cap' | 'surcharge' | 'taxPerThousand') =>
    content.optionalInteger(name, { min: 0 }) ?? before[name];
  return {
    perThousand: whole('perThousand'),
    fixed: whole('fixed'),
    cap: whole('cap'),
    surcharge: whole('surcharge'),
    taxPerThousand: whole('taxPerThousand'),
    taxRateId: content.optionalText('taxRateId') ?? before.taxRateId,
    taxCurrency: content.optionalText('taxCurrency') ?? before.taxCurrency,
    invoicedSeparately: content.optionalBoolean('invoicedSeparately') ?? before.invoicedSeparately,
  };
}

function tellCreditor(
  world: World,
  organisation: Organisation,
  { resource, frozen }: CreditorRecord,
  before: { readonly status: string; readonly frozen: boolean },
): void {
  const tell = (action: string, cause: string, details: Record<string, string> = {}) => {
    recordEvent(world, organisation, {
      resourceType: 'creditors',
      action,
      links: { creditor: resource.id },
      details: { origin: 'gocardless', cause, ...details },
    });
  };
  if (resource.verification_status !== before.status) {
    tell('updated', 'creditor_updated', { property: 'verification_status' });
  }
  if (frozen === before.frozen) return;
  const action = frozen ? 'account_auto_frozen' : 'account_auto_frozen_reverted';
  tell(action, action);
}

/** Changes what is said; everything else of the creditor stays. */
function configure(context: ControlContext) {
  const { organisation, record } = anywhere(context, ({ creditors }, id) => creditors.get(id));
  const content = fields(context);
  const { resource } = record;
  const rate = content.optionalText('exchangeRate');
  if (rate !== null && !/^\d+(\.\d+)?$/.test(rate)) content.fault('exchangeRate', 'must be a decimal number');
  const status = content.optionalText('verificationStatus', { oneOf: ['successful', 'in_review', 'action_required'] });
  const changed: CreditorRecord['resource'] = {
    ...resource,
    name: content.optionalText('name') ?? resource.name,
    verification_status: status ?? resource.verification_status,
    can_create_refunds: content.optionalBoolean('canCreateRefunds') ?? resource.can_create_refunds,
    fx_payout_currency: content.has('fxPayoutCurrency')
      ? content.optionalText('fxPayoutCurrency', { max: 3 })
      : resource.fx_payout_currency,
  };
  const fees = readFees(content.within('fees'), record.fees);
  const enforceLimits = content.optionalBoolean('enforceLimits') ?? record.enforceLimits;
  const frozen = content.optionalBoolean('frozen') ?? record.frozen;
  content.check();
  const before = { status: resource.verification_status, frozen: record.frozen };
  Object.assign(record, { resource: changed, fees, enforceLimits, frozen, exchangeRate: rate ?? record.exchangeRate });
  tellCreditor(context.world, organisation, record, before);
  return ok({ creditor: record.resource });
}

function balances(context: ControlContext) {
  const now = context.world.clock.now();
  const sums = new Map<string, { creditor: string; currency: string; pending: number; available: number }>();
  for (const { creditor, currency, tenths, availableFrom } of organisationOf(context).balance) {
    const sum = sums.get(`${creditor} ${currency}`) ?? { creditor, currency, pending: 0, available: 0 };
    if (availableFrom <= now) sum.available += tenths;
    else sum.pending += tenths;
    sums.set(`${creditor} ${currency}`, sum);
  }
  const shown = [...sums.values()].map((sum) => ({
    ...sum,
    pending: oneDecimal(sum.pending),
    available: oneDecimal(sum.available),
  }));
  return ok({ balances: shown });
}

export const organisationRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/control/organisations', handle: create },
  { method: 'GET', path: '/control/organisations', handle: list },
  { method: 'POST', path: '/control/tokens', handle: addToken },
  { method: 'POST', path: '/control/tokens/revoke', handle: revoke },
  {
    method: 'POST',
    path: '/control/creditors',
    handle: (context) => {
      const content = fields(context);
      const name = content.text('name');
      content.check();
      return made({ creditor: addCreditor(context.world, organisationOf(context), name).resource });
    },
  },
  { method: 'POST', path: '/control/creditors/:id', handle: configure },
  { method: 'GET', path: '/control/balances', handle: balances },
];
