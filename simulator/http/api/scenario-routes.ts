import { runScenario } from '../../scenarios/scenario-simulators';
import { type RequestContext, type Route } from '../route';
import { dataOf } from './answers';

export const scenarioRoutes: readonly Route<RequestContext>[] = [
  {
    method: 'POST',
    path: '/scenario_simulators/:name/actions/run',
    handle: (context) => {
      const fields = dataOf(context);
      const resource = fields.within('links').text('resource');
      fields.check();
      const name = context.params['name'] ?? '';
      runScenario(context.world, context.organisation, name, resource);
      return { status: 200, body: { scenario_simulators: { id: name } } };
    },
  },
];
