import { pageOf } from '../pagination';
import { type RequestContext, type Route } from '../route';
import { found } from '../../api-errors/must-exist';
import { listed, one } from './answers';

export const creditorRoutes: readonly Route<RequestContext>[] = [
  {
    method: 'GET',
    path: '/creditors',
    handle: (context) => {
      const created = context.query.timeRange('created_at');
      const page = pageOf(
        context.organisation.creditors,
        context.query,
        ({ resource }) => resource.id,
        ({ resource }) => created(resource.created_at),
      );
      return listed(context, 'creditors', page, ({ resource }) => resource);
    },
  },
  {
    method: 'GET',
    path: '/creditors/:id',
    handle: ({ organisation, params }) =>
      one('creditors', found(organisation.creditors.get(params['id'] ?? '')).resource),
  },
];
