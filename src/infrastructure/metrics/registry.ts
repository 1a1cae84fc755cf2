import { collectDefaultMetrics, Registry } from 'prom-client';

/** Where everything that is measured is registered, for `/metrics`. */
export const METRICS = Symbol('Metrics');

export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
