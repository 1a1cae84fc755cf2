import { type WebhookService } from '../../webhooks/webhook-service';
import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { found } from '../../api-errors/must-exist';
import { listed, one } from './answers';

/** The record of what was sent to the account's endpoints, and the resend. */
export function webhookRoutes(service: WebhookService): readonly Route<RequestContext>[] {
  return [
    {
      method: 'GET',
      path: '/webhooks',
      handle: (context) => {
        const { query, organisation } = context;
        const isTest = query.boolean('is_test');
        const successful = query.boolean('successful');
        const created = query.timeRange('created_at');
        const page = pageOf(
          organisation.webhooks,
          query,
          (webhook) => webhook.id,
          (webhook) =>
            (isTest === null || webhook.is_test === isTest) &&
            (successful === null || webhook.successful === successful) &&
            created(webhook.created_at),
        );
        return listed(context, 'webhooks', page, (webhook) => webhook);
      },
    },
    {
      method: 'GET',
      path: '/webhooks/:id',
      handle: ({ organisation, params }) => one('webhooks', found(organisation.webhooks.get(params['id'] ?? ''))),
    },
    {
      method: 'POST',
      path: '/webhooks/:id/actions/retry',
      handle: async ({ organisation, params }) => {
        const { id } = found(organisation.webhooks.get(params['id'] ?? ''));
        await service.resend(id);
        return one('webhooks', found(organisation.webhooks.get(id)));
      },
    },
  ];
}
