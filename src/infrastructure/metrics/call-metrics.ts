import { Counter, Histogram, type Registry } from 'prom-client';
import { type CallMeasures } from '../gocardless/calls';

/** Counts and times the calls to GoCardless, of all accounts together. */
export function callMetrics(registry: Registry): CallMeasures {
  const durations = new Histogram({
    name: 'ledger_gocardless_call_duration_seconds',
    help:
      'Time that a call to GoCardless took, without waiting for the rate limit, by its outcome: ok, refused, not_found, access_refused, ' +
      'rate_limited, or why there was no answer.',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const waits = new Counter({
    name: 'ledger_gocardless_rate_limit_waits_total',
    help: 'How often a call waited for the rate limit.',
    registers: [registry],
  });
  const waited = new Counter({
    name: 'ledger_gocardless_rate_limit_wait_seconds_total',
    help: 'Time that calls waited for the rate limit.',
    registers: [registry],
  });
  return {
    called: (outcome, milliseconds) => {
      durations.observe({ outcome }, milliseconds / 1000);
    },
    waited: (milliseconds) => {
      waits.inc();
      waited.inc(milliseconds / 1000);
    },
  };
}
