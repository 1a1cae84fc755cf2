import { resourceNotFound } from '../api-errors/api-failure';
import { type Fields, isJsonObject } from '../http/fields';
import {
  type DeliverySettings,
  type EventFilter,
  FAITHFUL,
  MAX_EVENTS,
  OMISSIONS,
} from '../webhooks/delivery-settings';
import { isLoopbackUrl } from '../webhooks/send';
import { type Endpoint } from '../webhooks/outbox';
import { choice, type ControlContext, type ControlRoute, fields, made, ok, organisationOf } from './control-context';

function readUrl(content: Fields): string {
  const url = content.text('url');
  if (url !== '' && !isLoopbackUrl(url))
    content.fault('url', 'must be http on this machine (127.0.0.1, localhost, [::1])');
  return url;
}

const shown = ({ id, url, enabled, organisation }: Endpoint) => ({ id, url, enabled, organisation: organisation.id });

function endpointOf({ webhooks, params }: ControlContext): Endpoint {
  const endpoint = webhooks.outbox.endpoints.get(params['id'] ?? '');
  if (endpoint === undefined) throw resourceNotFound();
  return endpoint;
}

function changeEndpoint(context: ControlContext) {
  const endpoint = endpointOf(context);
  const content = fields(context);
  const secret = content.optionalText('secret');
  const enabled = content.optionalBoolean('enabled');
  const url = content.has('url') ? readUrl(content) : endpoint.url;
  content.check();
  Object.assign(endpoint, { secret: secret ?? endpoint.secret, enabled: enabled ?? endpoint.enabled, url });
  return ok(shown(endpoint));
}

function readFilter(content: Fields, name: string): EventFilter {
  const filter = content.within(name);
  return { resourceType: filter.optionalText('resourceType'), action: filter.optionalText('action') };
}

/** What is named changes, the rest stays as it was. */
function readSettings(context: ControlContext, before: DeliverySettings): DeliverySettings {
  const content = fields(context);
  const { body } = context;
  const drop = isJsonObject(body['drop']) ? readFilter(content, 'drop') : content.optionalInteger('drop', { min: 0 });
  const hold = isJsonObject(body['hold']) ? readFilter(content, 'hold') : content.optionalBoolean('hold');
  const omitted = content.optionalTexts('omit');
  const settings: DeliverySettings = {
    mode: content.has('mode') ? choice(content, 'mode', ['automatic', 'manual']) : before.mode,
    duplicate: content.optionalInteger('duplicate', { min: 0, max: 20 }) ?? before.duplicate,
    shuffle: content.optionalBoolean('shuffle') ?? before.shuffle,
    reverse: content.optionalBoolean('reverse') ?? before.reverse,
    split: content.optionalInteger('split', { min: 1, max: MAX_EVENTS }) ?? before.split,
    drop: content.has('drop') ? drop : before.drop,
    hold: hold ?? before.hold,
    omit: omitted === null ? before.omit : OMISSIONS.filter((part) => omitted.includes(part)),
    wrongSecret: content.optionalBoolean('wrongSecret') ?? before.wrongSecret,
    origin: content.has('origin') ? content.optionalText('origin') : before.origin,
    deadlineMs: content.optionalInteger('deadlineMs', { min: 1, max: 60_000 }) ?? before.deadlineMs,
  };
  content.check();
  return settings;
}

export const webhookControlRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/control/webhook-endpoints',
    handle: (context) => {
      const content = fields(context);
      const url = readUrl(content);
      const secret = content.text('secret');
      content.check();
      return made(shown(context.webhooks.addEndpoint(organisationOf(context), url, secret)));
    },
  },
  {
    method: 'GET',
    path: '/control/webhook-endpoints',
    handle: ({ webhooks }) => ok({ endpoints: [...webhooks.outbox.endpoints.values()].map(shown) }),
  },
  { method: 'POST', path: '/control/webhook-endpoints/:id', handle: changeEndpoint },
  {
    method: 'DELETE',
    path: '/control/webhook-endpoints/:id',
    handle: (context) => {
      const endpoint = endpointOf(context);
      endpoint.enabled = false;
      context.webhooks.outbox.removeEndpoint(endpoint);
      return ok({});
    },
  },
  {
    method: 'POST',
    path: '/control/deliveries',
    handle: (context) => {
      context.webhooks.configure(readSettings(context, context.webhooks.outbox.settings));
      return ok(context.webhooks.outbox.settings);
    },
  },
  {
    method: 'GET',
    path: '/control/deliveries',
    handle: ({ webhooks }) => ok({ deliveries: webhooks.outbox.attempts, settings: webhooks.outbox.settings }),
  },
  {
    method: 'POST',
    path: '/control/webhooks/flush',
    handle: async ({ webhooks }) => {
      const deliveries = await webhooks.flush();
      const { queued, held, outgoing, retries } = webhooks.outbox;
      return ok({ deliveries, held: held.length, waiting: queued.length + outgoing.length + retries.length });
    },
  },
  {
    method: 'POST',
    path: '/control/webhooks/reset',
    handle: ({ webhooks }) => {
      webhooks.configure(FAITHFUL);
      return ok(webhooks.outbox.settings);
    },
  },
];
