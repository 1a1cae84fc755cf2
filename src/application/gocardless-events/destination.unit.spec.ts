import { gocardlessEvent } from '../../../test/support/gocardless-event';
import { EVENT_ACTIONS } from '../../../simulator/events/event-catalogue';
import { destinationOf } from './destination';

/** Everything that GoCardless publishes, each pair once, and where it goes. */
const GOES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  payments: {
    cancelled: 'payment',
    chargeback_cancelled: 'payment',
    chargeback_settled: 'payment',
    charged_back: 'payment',
    confirmed: 'payment',
    created: 'payment',
    customer_approval_denied: 'payment',
    customer_approval_granted: 'payment',
    failed: 'payment',
    late_failure_settled: 'payment',
    paid_out: 'payment',
    resubmission_requested: 'payment',
    sds_settlement_delayed: 'changes_nothing',
    submitted: 'payment',
    surcharge_fee_debited: 'payment',
  },
  mandates: {
    active: 'mandate',
    blocked: 'mandate',
    cancelled: 'mandate',
    consumed: 'mandate',
    created: 'mandate',
    customer_approval_granted: 'mandate',
    customer_approval_skipped: 'mandate',
    expired: 'mandate',
    failed: 'mandate',
    reinstated: 'mandate',
    replaced: 'mandate',
    resubmission_requested: 'mandate',
    submitted: 'mandate',
    transferred: 'mandate',
  },
  payouts: { paid: 'payout', fx_rate_confirmed: 'payout', tax_exchange_rates_confirmed: 'payout' },
  refunds: { created: 'refund', failed: 'refund', funds_returned: 'refund', paid: 'refund', refund_settled: 'refund' },
  subscriptions: {
    amended: 'plan',
    cancelled: 'plan',
    created: 'plan',
    customer_approval_denied: 'plan',
    customer_approval_granted: 'plan',
    finished: 'plan',
    paused: 'plan',
    payment_created: 'plan',
    resumed: 'plan',
    scheduled_pause: 'plan',
    scheduled_pause_cancelled: 'plan',
    scheduled_resume: 'plan',
  },
  instalment_schedules: {
    cancelled: 'plan',
    completed: 'plan',
    created: 'plan',
    creation_failed: 'plan',
    errored: 'plan',
    resumed: 'plan',
  },
  creditors: {
    account_auto_frozen: 'account',
    account_auto_frozen_reverted: 'account',
    bounced_payout: 'payout',
    new_payout_currency_added: 'account',
    updated: 'account',
  },
  customers: { approved: 'account', request_for_information_required: 'account', under_review: 'account' },
  organisations: { disconnected: 'account' },
  scheme_identifiers: { activated: 'account' },
  billing_requests: {
    bank_authorisation_authorised: 'changes_nothing',
    bank_authorisation_denied: 'changes_nothing',
    bank_authorisation_expired: 'changes_nothing',
    bank_authorisation_failed: 'changes_nothing',
    bank_authorisation_visited: 'changes_nothing',
    cancelled: 'resource',
    choose_currency: 'changes_nothing',
    collect_amount: 'changes_nothing',
    collect_bank_account: 'changes_nothing',
    collect_customer_details: 'changes_nothing',
    created: 'changes_nothing',
    failed: 'resource',
    flow_created: 'changes_nothing',
    flow_exited: 'changes_nothing',
    flow_visited: 'changes_nothing',
    fulfilled: 'resource',
    payer_details_confirmed: 'changes_nothing',
    payer_geo_blocked: 'changes_nothing',
    select_institution: 'changes_nothing',
  },
  payer_authorisations: { completed: 'resource', failed: 'resource' },
  outbound_payments: {
    cancelled: 'resource',
    created: 'resource',
    executed: 'resource',
    failed: 'resource',
    set_to_executing: 'resource',
    set_to_pending_approval: 'resource',
  },
  payment_account_transactions: { created: 'changes_nothing' },
  exports: { started: 'changes_nothing', completed: 'changes_nothing', failed: 'changes_nothing' },
};

/** All that GoCardless could name beside an event. */
const LINKS = {
  payment: 'PM1',
  mandate: 'MD1',
  payout: 'PO1',
  refund: 'RF1',
  subscription: 'SB1',
  instalment_schedule: 'IS1',
  creditor: 'CR1',
  customer: 'CU1',
  organisation: 'OR1',
  billing_request: 'BRQ1',
  payer_authorisation: 'PAU1',
  outbound_payment: 'OUT1',
};

const placed = (resourceType: string, action: string, links: Readonly<Record<string, string>> = LINKS) => {
  const destination = destinationOf(gocardlessEvent(resourceType, action, { links }));
  return destination.kind === 'nowhere' ? destination.reason : destination.kind;
};

it('is known of every pair of type and action that GoCardless publishes, and of no other', () => {
  const pairs = new Set(EVENT_ACTIONS.map(({ resource_type, action }) => `${resource_type}.${action}`));
  expect(pairs.size).toBe(96);
  const said = Object.entries(GOES).flatMap(([type, actions]) =>
    Object.keys(actions).map((action) => `${type}.${action}`),
  );
  expect(said.sort()).toEqual([...pairs].sort());
});

describe.each(Object.entries(GOES))('what is said of %s', (type, actions) => {
  it.each(Object.entries(actions))('%s goes to: %s', (action, destination) => {
    expect(placed(type, action)).toBe(destination);
  });

  it('is kept and ignored when nobody has heard of the action, or nothing is named', () => {
    expect(placed(type, 'danced')).toBe('unknown_action');
    const needsName = Object.entries(actions).filter(
      ([, destination]) => !['changes_nothing', 'account'].includes(destination),
    );
    expect(needsName.map(([action]) => placed(type, action, {}))).toEqual(needsName.map(() => 'no_resource_id'));
  });
});

it('is kept and ignored when nobody has heard of the type', () => {
  expect(placed('space_ships', 'landed')).toBe('unknown_resource_type');
});
