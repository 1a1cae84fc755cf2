import { EVENT_ACTIONS } from '../../../simulator/events/event-catalogue';
import { isObject } from '../../../src/fields/is-object';
import { type Random } from '../random';
import { type GoCardlessState } from './gocardless-states';

type Json = Readonly<Record<string, unknown>>;

/** Where a month is played: a GoCardless and a service that hears of it. */
export interface Stage {
  readonly state: GoCardlessState;
  /** The date in so many days. */
  daysAhead(days: number): string;
  /** Something at GoCardless. Null when it can not happen now. */
  happens(what: string, path: string, body: object): Promise<Json | null>;
  /** Something that other software asks of GoCardless's own API. Null when it is refused. */
  askedElsewhere(what: string, path: string, body: object): Promise<Json | null>;
  /** A command to the service, which stands on the events that are named. Null when it was refused. */
  command(
    what: string,
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
    needs?: readonly string[],
  ): Promise<Json | null>;
}

interface Payer {
  readonly gocardlessCustomerId: string;
  readonly mandateId: string;
  readonly currency: 'GBP' | 'EUR';
  /** Another creditor's, or settled directly: it is never linked, and never charged by the service. */
  readonly barred: boolean;
  customerId: string | null;
}

/** More than the 7 days ahead that a first payment must be, by as much as a clock of these plays is ever off. */
const FIRST_DUE_IN_DAYS = 17;

/** Some names decide at the simulator what becomes of a payer's payments. */
const GIVEN_NAMES = ['Ada', 'Ada', 'Ada', 'Penniless', 'Fickle', 'Late', 'Switching'] as const;
const TAX_RATES = ['0', '5.5', '20'] as const;

/** Customers, orders and then so many random things: at GoCardless, in its dashboard, and by the accountant. */
export async function playMonth(stage: Stage, random: Random, length: number): Promise<void> {
  await new Month(stage, random).play(length);
}

class Month {
  private readonly payers: Payer[] = [];
  private readonly scheduledPayments: { readonly id: string; readonly payer: Payer }[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
  ) {}

  async play(length: number): Promise<void> {
    const { stage } = this;
    const [creditor] = stage.state.creditors;
    await stage.happens('refunds are allowed', `/creditors/${creditor?.id ?? ''}`, { canCreateRefunds: true });
    const count = 3 + this.random.below(3);
    for (let index = 0; index < count; index += 1) await this.newPayer(index === count - 1 ? 'EUR' : 'GBP');
    const own = [...this.payers];
    const made = await stage.happens('a second creditor', '/creditors', { name: 'Harbour Deli' });
    const second = isObject(made?.['creditor']) ? String(made['creditor']['id']) : '';
    await this.newPayer('GBP', { creditor: second });
    await this.newPayer('GBP', { fundsSettlement: 'direct' });
    for (const payer of own.slice(0, -1)) await this.link(payer);
    for (const payer of this.payers) await this.placeOrder(payer);
    for (let moves = 0; moves < length; moves += 1) await this.move();
    for (let weeks = 0; weeks < 2; weeks += 1) await this.daysPass(5);
  }

  private move(): Promise<unknown> {
    const moves: readonly (readonly [number, () => Promise<unknown>])[] = [
      [12, () => this.daysPass(1 + this.random.below(3))],
      [10, () => this.submit()],
      [1, () => this.runScheduler()],
      [2, () => this.placeOrder(this.random.pick(this.payers))],
      [7, () => this.payInDashboard()],
      [14, () => this.somethingBecomesOfAPayment()],
      [3, () => this.mandateMoves()],
      [3, () => this.refund()],
      [2, () => this.refundAgainstMandate()],
      [2, () => this.lossAfterRefund()],
      [2, () => this.planMoves()],
      [3, () => this.somethingElseIsTold()],
      [2, () => this.payoutMoves()],
      [3, () => this.askAboutPayment()],
      [2, () => this.changeScheduledPayment()],
      [1, () => this.link(this.random.pick(this.payers))],
    ];
    let left = this.random.below(moves.reduce((total, [weight]) => total + weight, 0));
    const chosen = moves.find(([weight]) => (left -= weight) < 0);
    return chosen === undefined ? Promise.resolve() : chosen[1]();
  }

  private daysPass(days: number) {
    return this.stage.happens(`${days} days pass`, '/clock', { advanceWorkingDays: days });
  }

  private async newPayer(currency: 'GBP' | 'EUR', barred: object = {}): Promise<void> {
    const made = await this.stage.happens('a payer signs up', '/customers', {
      scheme: currency === 'GBP' ? 'bacs' : 'sepa_core',
      givenName: this.random.pick(GIVEN_NAMES),
      familyName: 'Payer',
      email: `payer${this.payers.length}@payer.example`,
      mandateStatus: this.random.pick(['active', 'active', 'pending_submission']),
      ...barred,
    });
    const customers = Array.isArray(made?.['customers']) ? made['customers'].filter(isObject) : [];
    for (const { customer, mandate } of customers) {
      const ids = { gocardlessCustomerId: String(customer), mandateId: String(mandate) };
      this.payers.push({ ...ids, currency, barred: Object.keys(barred).length > 0, customerId: null });
    }
  }

  private async link(payer: Payer): Promise<void> {
    const customerId = await this.customerOf(payer);
    const { mandateId } = payer;
    const path = `/api/customers/${customerId}/mandates`;
    await this.stage.command(`link ${mandateId}`, 'POST', path, { mandateId }, this.eventsOf(payer));
  }

  private async customerOf(payer: Payer): Promise<string> {
    if (payer.customerId === null) {
      const made = await this.stage.command('a customer', 'POST', '/api/customers', { name: 'Ada Payer' });
      payer.customerId = String(made?.['id']);
    }
    return payer.customerId;
  }

  private async placeOrder(payer: Payer): Promise<void> {
    const { random } = this;
    const customerId = await this.customerOf(payer);
    const lines = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
      item: `Item ${index}`,
      quantity: 1 + random.below(2),
      unitAmount: 500 + random.below(20_000),
      taxRate: random.pick(TAX_RATES),
    }));
    const firstDueDate = this.stage.daysAhead(FIRST_DUE_IN_DAYS + random.below(7));
    const plan = { count: 1 + random.below(4), firstDueDate, interval: 'week' };
    const order = { customerId, currency: payer.currency, lines, plan };
    const placed = await this.stage.command('an order', 'POST', '/api/sales-orders', order);
    const ids = Array.isArray(placed?.['scheduledPayments']) ? placed['scheduledPayments'] : [];
    this.scheduledPayments.push(...ids.map((id) => ({ id: String(id), payer })));
  }

  private async submit(): Promise<void> {
    if (this.scheduledPayments.length === 0) return;
    const { id, payer } = this.random.pick(this.scheduledPayments);
    await this.stage.command(
      `submit ${id}`,
      'POST',
      `/api/scheduled-payments/${id}/submission`,
      {},
      this.eventsOf(payer),
    );
  }

  private runScheduler() {
    const needs = this.payers.flatMap((payer) => this.eventsOf(payer));
    return this.stage.command(
      'the scheduler',
      'POST',
      '/api/scheduler/runs',
      { today: this.stage.daysAhead(this.random.below(14)) },
      needs,
    );
  }

  private payInDashboard() {
    const { id } = this.random.pick(this.stage.state.mandates);
    const amount = 1_000 + this.random.below(30_000);
    return this.stage.happens(`a payment by hand on ${id}`, '/payments', { mandate: id, amount });
  }

  private async somethingBecomesOfAPayment(): Promise<void> {
    const { payments } = this.stage.state;
    if (payments.length === 0) return;
    const { id, status } = this.random.pick(payments);
    const outcome = this.random.pick(OUTCOMES[status] ?? ['failed']);
    const cause = outcome === 'failed' && this.random.below(3) === 0 ? { willAttemptRetry: true } : {};
    await this.stage.happens(`${id} ${outcome}`, `/payments/${id}/outcomes`, { outcome, ...cause });
  }

  private mandateMoves() {
    const { id } = this.random.pick(this.stage.state.mandates);
    const outcome = this.random.pick(MANDATE_OUTCOMES);
    return this.stage.happens(`${id} ${outcome}`, `/mandates/${id}/outcomes`, { outcome });
  }

  private async refund(): Promise<void> {
    const { refunds, payments } = this.stage.state;
    if (refunds.length > 0 && this.random.below(2) === 0) {
      const { id } = this.random.pick(refunds);
      const outcome = this.random.pick(['paid', 'refund_settled', 'failed', 'funds_returned'] as const);
      await this.stage.happens(`${id} ${outcome}`, `/refunds/${id}/outcomes`, { outcome });
      return;
    }
    const paid = payments.filter(({ status }) => ['confirmed', 'paid_out'].includes(status));
    if (paid.length === 0) return;
    const { id, amount } = this.random.pick(paid);
    const part = 1 + this.random.below(amount);
    await this.stage.happens(`${id} is refunded`, '/refunds', { payment: id, amount: part });
  }

  private async refundAgainstMandate(): Promise<void> {
    const { id } = this.random.pick(this.stage.state.mandates);
    const amount = 1 + this.random.below(3_000);
    await this.stage.happens(`a refund against ${id}`, '/refunds', { mandate: id, amount });
  }

  /** The payer is refunded in part, and the bank takes all of it back as well. */
  private async lossAfterRefund(): Promise<void> {
    const paid = this.stage.state.payments.filter(({ status }) => status === 'paid_out');
    if (paid.length === 0) return;
    const { id, amount } = this.random.pick(paid);
    await this.stage.happens(`${id} is refunded`, '/refunds', { payment: id, amount: 1 + this.random.below(amount) });
    const outcome = this.random.pick(['charged_back', 'late_failure'] as const);
    await this.stage.happens(`${id} ${outcome} after its refund`, `/payments/${id}/outcomes`, { outcome });
  }

  /** Subscriptions and instalment schedules, by which others collect. */
  private async planMoves(): Promise<void> {
    const { plans, mandates } = this.stage.state;
    const { id: mandate, scheme } = this.random.pick(mandates);
    const currency = scheme === 'sepa_core' ? 'EUR' : 'GBP';
    const amount = 500 + this.random.below(2_000);
    const links = { mandate };
    const move = this.random.below(4);
    if (move === 0) {
      const plan = { amount, currency, interval_unit: 'weekly', count: 2, links };
      await this.stage.askedElsewhere(`a subscription on ${mandate}`, '/subscriptions', { subscriptions: plan });
    } else if (move === 1) {
      const plan = {
        name: 'Kit',
        currency,
        total_amount: amount + 400,
        instalments: [{ amount }, { amount: 400 }],
        links,
      };
      const body = { instalment_schedules: plan };
      await this.stage.askedElsewhere(`an instalment schedule on ${mandate}`, '/instalment_schedules', body);
    } else if (plans.length > 0) {
      const { id, kind } = this.random.pick(plans);
      const verb = kind === 'subscription' ? this.random.pick(['pause', 'resume', 'cancel'] as const) : 'cancel';
      await this.stage.askedElsewhere(`${id} ${verb}`, `/${kind}s/${id}/actions/${verb}`, { data: {} });
    }
  }

  /** What moves no money of the books: of each kind that GoCardless publishes, told of the account or of something of its own. */
  private async somethingElseIsTold(): Promise<void> {
    const { creditors, mandates } = this.stage.state;
    const { resource_type: resourceType, action, origin, cause } = this.random.pick(TOLD_BESIDE);
    const number = this.random.below(3);
    const links = {
      creditor: this.random.pick(creditors).id,
      customer: this.random.pick(mandates).gocardlessCustomerId,
      organisation: 'OR0001',
      billing_request: `BRQ000${number}`,
      payer_authorisation: `PAU000${number}`,
      outbound_payment: `OUT000${number}`,
      scheme_identifier: 'SU0001',
    };
    const body = { resourceType, action, origin, cause, links, changeStatus: false };
    await this.stage.happens(`${resourceType} ${action}`, '/events', body);
  }

  private async payoutMoves(): Promise<void> {
    const { payouts } = this.stage.state;
    if (payouts.length === 0) return;
    const { id, status } = this.random.pick(payouts);
    const outcome = status === 'bounced' ? 'paid' : 'bounced';
    await this.stage.happens(`${id} ${outcome}`, `/payouts/${id}/outcomes`, { outcome });
  }

  private async askAboutPayment(): Promise<void> {
    const { payments } = this.stage.state;
    const ours = payments.filter(({ metadata }) => metadata['ddl_payment'] !== undefined);
    if (ours.length === 0) return;
    const { metadata, status, mandateId } = this.random.pick(ours);
    const request = status === 'failed' ? 'retry' : 'cancellation';
    const path = `/api/payments/${metadata['ddl_payment'] ?? ''}/${request}`;
    await this.stage.command(`${request} of ${path}`, 'POST', path, {}, this.eventsOnMandate(mandateId));
  }

  private async changeScheduledPayment(): Promise<void> {
    if (this.scheduledPayments.length === 0) return;
    const { id, payer } = this.random.pick(this.scheduledPayments);
    const needs = this.eventsOf(payer);
    const path = `/api/scheduled-payments/${id}`;
    if (this.random.below(2) === 0) await this.stage.command(`cancel ${id}`, 'POST', `${path}/cancellation`, {}, needs);
    else {
      const amount = 300 + this.random.below(2_000);
      await this.stage.command(`change ${id}`, 'PATCH', path, { amount }, needs);
    }
  }

  /** Everything that GoCardless has told so far of a payer's mandates and the payments on them. */
  private eventsOf({ gocardlessCustomerId }: Payer): readonly string[] {
    const { mandates } = this.stage.state;
    const own = mandates.filter((mandate) => mandate.gocardlessCustomerId === gocardlessCustomerId);
    return this.eventsAbout(new Set(own.map(({ id }) => id)));
  }

  private eventsOnMandate(mandateId: string): readonly string[] {
    const owner = this.stage.state.mandates.find(({ id }) => id === mandateId)?.gocardlessCustomerId;
    const payer = this.payers.find(({ gocardlessCustomerId }) => gocardlessCustomerId === owner);
    return payer === undefined ? [] : this.eventsOf(payer);
  }

  private eventsAbout(mandateIds: ReadonlySet<string>): readonly string[] {
    const { payments, events } = this.stage.state;
    const paymentIds = new Set(payments.filter(({ mandateId }) => mandateIds.has(mandateId)).map(({ id }) => id));
    return events.flatMap(({ event: { id, links } }) =>
      mandateIds.has(links['mandate'] ?? '') || paymentIds.has(links['payment'] ?? '') ? [id] : [],
    );
  }
}

/** What the machines of the simulator tell by themselves is not forced. */
const TOLD_BY_ITSELF = ['payments', 'mandates', 'payouts', 'refunds', 'subscriptions', 'instalment_schedules'];
const TOLD_BESIDE = EVENT_ACTIONS.filter(
  ({ resource_type, action }) => !TOLD_BY_ITSELF.includes(resource_type) && action !== 'bounced_payout',
);

const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  pending_submission: ['submitted', 'confirmed', 'failed', 'cancelled', 'paid_out'],
  submitted: ['confirmed', 'failed', 'paid_out'],
  confirmed: ['paid_out', 'failed', 'charged_back'],
  paid_out: ['late_failure', 'charged_back', 'charged_back'],
  failed: ['resubmission_requested', 'late_failure_settled', 'cancelled'],
  charged_back: ['chargeback_cancelled', 'chargeback_settled', 'surcharge_fee_debited'],
};

const MANDATE_OUTCOMES = [
  'cancelled',
  'reinstated',
  'replaced',
  'transferred',
  'expired',
  'suspended_by_payer',
  'blocked',
  'active',
] as const;
