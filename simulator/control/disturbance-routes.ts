import { FAULT_KINDS } from '../faults/faults';
import { choice, type ControlRoute, fields, made, ok } from './control-context';

/** Faults, the rate limit, and the record of what came in. */
export const disturbanceRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/control/faults',
    handle: (context) => {
      const content = fields(context);
      const fault = {
        method: content.optionalText('method'),
        path: content.optionalText('path'),
        fault: choice(content, 'fault', FAULT_KINDS),
        times: content.optionalInteger('times', { min: 1 }) ?? 1,
        delayMs: content.optionalInteger('delayMs', { min: 0, max: 600_000 }) ?? 1000,
      };
      content.check();
      context.faults.add(fault);
      return made({ faults: context.faults.list() });
    },
  },
  { method: 'GET', path: '/control/faults', handle: ({ faults }) => ok({ faults: faults.list() }) },
  {
    method: 'DELETE',
    path: '/control/faults',
    handle: ({ faults }) => {
      faults.clear();
      return ok({ faults: [] });
    },
  },
  {
    method: 'POST',
    path: '/control/rate-limit',
    handle: (context) => {
      const content = fields(context);
      const limit = content.integer('limit', { min: 0 });
      const windowSeconds = content.optionalInteger('windowSeconds', { min: 1 }) ?? 60;
      content.check();
      context.rateLimit.configure(limit, windowSeconds * 1000);
      return ok({ limit, windowSeconds });
    },
  },
  { method: 'GET', path: '/control/requests', handle: ({ requests }) => ok({ requests: requests.list() }) },
  {
    method: 'DELETE',
    path: '/control/requests',
    handle: ({ requests }) => {
      requests.clear();
      return ok({ requests: [] });
    },
  },
];
