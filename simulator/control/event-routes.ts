import { forceEvent } from '../events/force-event';
import { fulfilBillingRequest } from '../billing/fulfil-billing-request';
import { importPayments } from '../imports/import-payments';
import { anywhere, type ControlContext, type ControlRoute, fields, made, ok, organisationOf } from './control-context';

function force(context: ControlContext) {
  const content = fields(context);
  const links = content.optionalObject('links') ?? {};
  const texts = Object.entries(links).flatMap(([name, id]) => (typeof id === 'string' ? [[name, id] as const] : []));
  if (texts.length !== Object.keys(links).length) content.fault('links', 'must be ids');
  const event = {
    resourceType: content.text('resourceType'),
    action: content.text('action'),
    links: Object.fromEntries(texts),
    origin: content.optionalText('origin'),
    cause: content.optionalText('cause'),
    scheme: content.optionalText('scheme'),
    reasonCode: content.optionalText('reasonCode'),
    details: content.optionalObject('details') ?? {},
    metadata: content.metadata() ?? {},
    resourceMetadata: content.metadata('resourceMetadata'),
    changeStatus: content.optionalBoolean('changeStatus') ?? true,
  };
  content.check();
  return made({ event: forceEvent(context.world, organisationOf(context), event) });
}

function importFile(context: ControlContext) {
  const csv = context.body['csv'];
  const text = typeof csv === 'string' ? csv : context.text;
  const outcome = importPayments(context.world, organisationOf(context), text);
  return 'errors' in outcome ? { status: 422, body: outcome } : made(outcome);
}

export const eventControlRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/control/events', handle: force },
  { method: 'POST', path: '/control/imports', handle: importFile },
  {
    method: 'POST',
    path: '/control/billing-requests/:id/fulfil',
    handle: (context) => {
      const { organisation, record } = anywhere(context, ({ billingRequests }, id) => billingRequests.get(id));
      const content = fields(context);
      const companyName = content.optionalText('companyName');
      const payer = {
        givenName: content.optionalText('givenName') ?? (companyName === null ? 'Ada' : null),
        familyName: content.optionalText('familyName') ?? (companyName === null ? 'Payer' : null),
        companyName,
        email: content.optionalText('email') ?? 'payer@example.com',
      };
      content.check();
      fulfilBillingRequest(context.world, organisation, record, payer);
      return ok({ billingRequest: record.resource });
    },
  },
];
