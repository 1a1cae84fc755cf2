import { invalidField } from '../api-errors/api-failure';
import { linked } from '../api-errors/must-exist';
import { createPayment } from '../payments/create-payment';
import { applyPaymentOutcome, PAYMENT_OUTCOMES } from '../payments/payment-outcomes';
import { bouncePayout, payAgain } from '../payouts/bounce-payout';
import { confirmFxRate, confirmTaxRates, runPayouts } from '../payouts/run-payouts';
import { refundMandate, refundPayment } from '../refunds/create-refund';
import { applyRefundOutcome, REFUND_OUTCOMES } from '../refunds/refund-outcomes';
import { SCHEMES } from '../schemes/scheme-facts';
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

/** A payment that did not come through the API: somebody made it in the dashboard. */
function createByHand(context: ControlContext) {
  const organisation = organisationOf(context);
  const content = fields(context);
  const id = content.text('mandate');
  const mandate = organisation.mandates.get(id);
  const wish = {
    amount: content.integer('amount', { min: 1 }),
    currency: content.optionalText('currency') ?? (mandate ? SCHEMES[mandate.resource.scheme].currency : ''),
    chargeDate: content.optionalDate('chargeDate'),
    description: content.optionalText('description'),
    reference: content.optionalText('reference'),
    metadata: content.metadata() ?? {},
    retryIfPossible: content.optionalBoolean('retryIfPossible') ?? false,
  };
  content.check();
  const record = createPayment(context.world, organisation, linked(mandate, 'mandate'), wish);
  return made({ payment: record.resource });
}

const PLANNED = ['successful', 'failed', 'late_failure', 'charged_back'] as const;

function applyOutcome(context: ControlContext) {
  const { organisation, record } = anywhere(context, ({ payments }, id) => payments.get(id));
  const content = fields(context);
  const reason = reasonIn(content);
  const willAttemptRetry = content.optionalBoolean('willAttemptRetry');
  const retry = willAttemptRetry === null ? {} : { willAttemptRetry };
  if (content.optionalBoolean('whenDue') === true) {
    const outcome = choice(content, 'outcome', PLANNED);
    record.plan = { outcome, reason, ...retry };
    return ok({ payment: record.resource });
  }
  const beforePayout = content.optionalBoolean('beforePayout') ?? false;
  const outcome = choice(content, 'outcome', PAYMENT_OUTCOMES);
  applyPaymentOutcome(context.world, organisation, record, outcome, { ...reason, ...retry, beforePayout });
  return ok({ payment: record.resource });
}

const PAYOUT_OUTCOMES = ['bounced', 'paid', 'fx_rate_confirmed', 'tax_exchange_rates_confirmed'] as const;

function applyPayoutOutcome(context: ControlContext) {
  const { world } = context;
  const { organisation, record } = anywhere(context, ({ payouts }, id) => payouts.get(id));
  const outcome = choice(fields(context), 'outcome', PAYOUT_OUTCOMES);
  switch (outcome) {
    case 'bounced':
      bouncePayout(world, organisation, record);
      break;
    case 'paid':
      payAgain(world, organisation, record);
      break;
    case 'fx_rate_confirmed':
      confirmFxRate(world, organisation, record);
      break;
    case 'tax_exchange_rates_confirmed':
      confirmTaxRates(world, organisation, record);
      break;
    default:
      outcome satisfies never;
  }
  return ok({ payout: record.resource });
}

/** A refund made in the dashboard: nobody has to confirm a total there. */
function refundByHand(context: ControlContext) {
  const { world } = context;
  const organisation = organisationOf(context);
  const content = fields(context);
  const payment = content.optionalText('payment');
  const mandate = content.optionalText('mandate');
  const wish = {
    amount: content.integer('amount', { min: 1 }),
    reference: content.optionalText('reference'),
    metadata: content.metadata() ?? {},
  };
  content.check();
  if (payment !== null) {
    const record = linked(organisation.payments.get(payment), 'payment');
    return made({ refund: refundPayment(world, organisation, record, wish, null).resource });
  }
  if (mandate === null) throw invalidField('control', 'payment', 'or a mandate must be given');
  const record = linked(organisation.mandates.get(mandate), 'mandate');
  return made({ refund: refundMandate(world, organisation, record, wish).resource });
}

export const paymentControlRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/control/payments', handle: createByHand },
  { method: 'POST', path: '/control/payments/:id/outcomes', handle: applyOutcome },
  {
    method: 'POST',
    path: '/control/payout-runs',
    handle: (context) =>
      ok({ payouts: runPayouts(context.world, organisationOf(context)).map(({ resource }) => resource.id) }),
  },
  { method: 'POST', path: '/control/payouts/:id/outcomes', handle: applyPayoutOutcome },
  { method: 'POST', path: '/control/refunds', handle: refundByHand },
  {
    method: 'POST',
    path: '/control/refunds/:id/outcomes',
    handle: (context) => {
      const { organisation, record } = anywhere(context, ({ refunds }, id) => refunds.get(id));
      const outcome = choice(fields(context), 'outcome', REFUND_OUTCOMES);
      applyRefundOutcome(context.world, organisation, record, outcome);
      return ok({ refund: record.resource });
    },
  },
];
