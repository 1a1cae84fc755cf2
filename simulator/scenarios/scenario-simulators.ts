import { fulfilBillingRequest } from '../billing/fulfil-billing-request';
import { invalidApiUsage, invalidState } from '../api-errors/api-failure';
import { linked } from '../api-errors/must-exist';
import { applyMandateOutcome } from '../mandates/mandate-outcomes';
import { effectiveMandate } from '../mandates/move-mandate';
import { type MandateAction } from '../machines/mandate';
import { applyPaymentOutcome, type PaymentOutcome } from '../payments/payment-outcomes';
import { bouncePayout } from '../payouts/bounce-payout';
import { applyRefundOutcome, type RefundOutcome } from '../refunds/refund-outcomes';
import { SCHEMES, type SchemeName } from '../schemes/scheme-facts';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';

type Scenario =
  | {
      readonly kind: 'payment';
      readonly outcome: PaymentOutcome;
      readonly from: readonly string[];
      readonly needsActiveMandate: boolean;
    }
  | {
      readonly kind: 'mandate';
      readonly outcome: MandateAction;
      readonly from: readonly string[];
      readonly only?: readonly SchemeName[];
      readonly except?: readonly SchemeName[];
      readonly resubmits?: boolean;
    }
  | { readonly kind: 'refund'; readonly outcome: RefundOutcome; readonly from: readonly string[] }
  | { readonly kind: 'payout'; readonly from: readonly string[] }
  /** Fulfilled, and then this becomes of its payment. */
  | {
      readonly kind: 'billing_request';
      readonly outcomes: readonly PaymentOutcome[];
      readonly from: readonly string[];
    };

const payment = (outcome: PaymentOutcome, needsActiveMandate = true, from = ['pending_submission']): Scenario => ({
  kind: 'payment',
  outcome,
  from,
  needsActiveMandate,
});

const billing = (...outcomes: PaymentOutcome[]): Scenario => ({ kind: 'billing_request', outcomes, from: ['pending'] });

const LATE = ['pending_submission', 'paid_out'];
const REFUND_OPEN = ['pending_submission', 'submitted', 'paid'];

/** What the sandbox's scenario simulators do and where each may start. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  payment_submitted: payment('submitted', false),
  payment_confirmed: payment('confirmed'),
  payment_paid_out: payment('paid_out'),
  payment_failed: payment('failed'),
  payment_charged_back: payment('charged_back'),
  payment_chargeback_settled: payment('chargeback_settled'),
  payment_late_failure: payment('late_failure', true, LATE),
  payment_late_failure_settled: payment('late_failure_settled', true, LATE),
  mandate_activated: {
    kind: 'mandate',
    outcome: 'active',
    from: ['pending_submission'],
    except: ['ach', 'becs', 'becs_nz', 'sepa_core'],
  },
  mandate_customer_approval_granted: {
    kind: 'mandate',
    outcome: 'customer_approval_granted',
    from: ['pending_customer_approval'],
    only: ['bacs', 'sepa_core'],
  },
  mandate_customer_approval_skipped: {
    kind: 'mandate',
    outcome: 'customer_approval_skipped',
    from: ['pending_customer_approval'],
    only: ['bacs', 'sepa_core'],
  },
  mandate_failed: {
    kind: 'mandate',
    outcome: 'failed',
    from: ['pending_submission', 'submitted'],
    except: ['sepa_core'],
  },
  mandate_expired: {
    kind: 'mandate',
    outcome: 'expired',
    from: ['pending_submission'],
    except: ['autogiro', 'becs_nz', 'pad'],
  },
  mandate_transferred: {
    kind: 'mandate',
    outcome: 'transferred',
    from: ['pending_submission'],
    only: ['bacs', 'sepa_core'],
  },
  mandate_transferred_with_resubmission: {
    kind: 'mandate',
    outcome: 'transferred',
    from: ['pending_submission'],
    only: ['bacs'],
    resubmits: true,
  },
  mandate_suspended_by_payer: { kind: 'mandate', outcome: 'suspended_by_payer', from: ['active'], only: ['pay_to'] },
  refund_paid: { kind: 'refund', outcome: 'paid', from: ['pending_submission', 'submitted'] },
  refund_settled: { kind: 'refund', outcome: 'refund_settled', from: REFUND_OPEN },
  refund_bounced: { kind: 'refund', outcome: 'failed', from: REFUND_OPEN },
  refund_returned: { kind: 'refund', outcome: 'funds_returned', from: [...REFUND_OPEN, 'bounced'] },
  payout_bounced: { kind: 'payout', from: ['paid'] },
  billing_request_fulfilled: billing(),
  billing_request_fulfilled_and_payment_failed: billing('failed'),
  billing_request_fulfilled_and_payment_confirmed_to_failed: billing('confirmed', 'failed'),
  billing_request_fulfilled_and_payment_paid_out: billing('paid_out'),
};

const UNNAMED_PAYER = { givenName: 'Ada', familyName: 'Payer', companyName: null, email: 'payer@example.com' };

export const SCENARIO_NAMES = Object.keys(SCENARIOS);

/** Runs one scenario on a resource that is of its kind and stands where it may start. */
export function runScenario(world: World, organisation: Organisation, name: string, id: string): void {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) throw invalidApiUsage(404, 'resource_not_found', `There is no scenario ${name}`);
  switch (scenario.kind) {
    case 'payment': {
      const record = linked(organisation.payments.get(id), 'resource');
      checkStart(record.resource.status, scenario.from);
      const mandate = effectiveMandate(organisation, record.resource.links.mandate)?.resource;
      const relaxed = SCHEMES[record.resource.scheme].mandate.rule === 'with_first_payment';
      const ready = mandate?.status === 'active' || (relaxed && mandate?.status === 'pending_submission');
      if (scenario.needsActiveMandate && !ready) throw impossible('The mandate of the payment must be active');
      applyPaymentOutcome(world, organisation, record, scenario.outcome, {});
      return;
    }
    case 'mandate': {
      const record = linked(organisation.mandates.get(id), 'resource');
      const { status, scheme } = record.resource;
      checkStart(status, scenario.from);
      if (scenario.only?.includes(scheme) === false || scenario.except?.includes(scheme) === true) {
        throw impossible(`This scenario is not for ${scheme}`);
      }
      applyMandateOutcome(world, organisation, record, scenario.outcome, {});
      if (scenario.resubmits === true) {
        const reason = { origin: 'bank', cause: 'bank_account_transferred' };
        applyMandateOutcome(world, organisation, record, 'resubmission_requested', reason);
        applyMandateOutcome(world, organisation, record, 'submitted', reason);
        applyMandateOutcome(world, organisation, record, 'active', {});
      }
      return;
    }
    case 'refund': {
      const record = linked(organisation.refunds.get(id), 'resource');
      checkStart(record.resource.status, scenario.from);
      applyRefundOutcome(world, organisation, record, scenario.outcome);
      return;
    }
    case 'payout': {
      const record = linked(organisation.payouts.get(id), 'resource');
      checkStart(record.resource.status, scenario.from);
      bouncePayout(world, organisation, record);
      return;
    }
    case 'billing_request': {
      const record = linked(organisation.billingRequests.get(id), 'resource');
      checkStart(record.resource.status, scenario.from);
      if (record.resource.payment_request === null) throw impossible('The billing request must ask for a payment');
      fulfilBillingRequest(world, organisation, record, record.payer ?? UNNAMED_PAYER);
      const made = linked(organisation.payments.get(record.resource.links['payment_request_payment'] ?? ''), 'payment');
      for (const outcome of scenario.outcomes) applyPaymentOutcome(world, organisation, made, outcome, {});
      return;
    }
    default:
      scenario satisfies never;
  }
}

function checkStart(status: string, from: readonly string[]): void {
  if (!from.includes(status)) throw impossible(`The resource is ${status}; this scenario starts in ${from.join(', ')}`);
}

function impossible(message: string) {
  return invalidState('scenario_not_possible', message);
}
