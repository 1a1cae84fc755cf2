import { setTimeout as pause } from 'node:timers/promises';
import { money } from './tables.mjs';

const DAYS = 35;

const PAYERS = [
  ['Alder Street Dental', 'alder'],
  ['Bridge Café', 'bridge'],
  ['Castle Cycles', 'castle'],
  ['Dockside Yoga', 'dockside'],
  ['Elm Tree Nursery', 'elm-tree'],
  ['Foundry Print', 'foundry'],
  ['Granary Bakery', 'granary'],
  ['Harbour Rowing Club', 'rowing'],
  ['Ivy House Joinery', 'ivy-house'],
  ['Jubilee Books', 'jubilee'],
  ['Kiln Pottery', 'kiln'],
  ['Lantern Theatre', 'lantern'],
];

/** How the bank answers the first payment of three of the customers. */
const TROUBLES = {
  'Castle Cycles': { outcome: 'failed', cause: 'insufficient_funds' },
  'Granary Bakery': { outcome: 'late_failure' },
  'Jubilee Books': { outcome: 'charged_back' },
};

const DAYS_UNTIL_RETRY = 2;
const DAYS_UNTIL_WON_BACK = 6;

const STATIONS = { submitted: 'sent to the banks', confirmed: 'confirmed', paid_out: 'paid out' };

/** Plays the month: facts come through the HTTP API and webhooks only, and the simulator's clock moves a day at a time. */
export class Month {
  customers = [];
  statuses = new Map();
  payouts = 0;
  /** Actions that are still to come, with their day. */
  plans = [];
  day = 0;
  today = '';

  constructor({ url, api, control, accessToken, webhookSecret }) {
    Object.assign(this, { url, api, control, accessToken, webhookSecret });
  }

  async play() {
    await this.control('POST', '/deliveries', { mode: 'manual' });
    await this.readDate();
    await this.connect();
    for (const [index, payer] of PAYERS.entries()) await this.link(index, payer);
    this.tell(
      '12 customers linked to the mandates that they have there: 4 by e-mail, 4 by customer id, 4 by mandate id',
    );
    for (const [index, customer] of this.customers.entries()) await this.order(index, customer);
    this.tell(`12 orders with ${this.customers.flatMap(({ scheduled }) => scheduled).length} instalments`);
    for (; this.day < DAYS; this.day += 1) {
      if (this.day > 0) await this.nextDay();
      await this.sendWhatIsDue();
      await this.doWhatWasPlanned();
      await this.tellNews();
    }
    await this.control('POST', '/deliveries', { mode: 'automatic' });
  }

  async connect() {
    const { creditorName } = await this.api('POST', '/connections', {
      name: 'Demo',
      environment: 'sandbox',
      accessToken: this.accessToken,
      webhookSecrets: [this.webhookSecret],
    });
    this.tell(`connected to the GoCardless account "${creditorName}"`);
  }

  async link(index, [name, box]) {
    const email = `accounts@${box}.example`;
    const { customers } = await this.control('POST', '/customers', { companyName: name, email });
    const [{ customer, mandate }] = customers;
    const key = [{ email }, { gocardlessCustomerId: customer }, { mandateId: mandate }][index % 3];
    const { id } = await this.api('POST', '/customers', { name, email });
    await this.api('POST', `/customers/${id}/mandates`, key);
    this.customers.push({ id, name });
  }

  /** A membership with 20 % tax and lessons without, in two to four instalments a week apart. */
  async order(index, customer) {
    const count = 2 + (index % 3);
    const { scheduledPayments } = await this.api('POST', '/sales-orders', {
      customerId: customer.id,
      currency: 'GBP',
      lines: [
        { item: 'Membership', quantity: 1, unitAmount: 12_000 + 2500 * index, taxRate: '20' },
        { item: 'Lesson', quantity: count, unitAmount: 1850 },
      ],
      plan: { count, firstDueDate: `2026-06-${10 + (index % 5)}`, interval: 'week' },
    });
    customer.scheduled = scheduledPayments;
  }

  async nextDay() {
    await this.control('POST', '/clock', { advanceDays: 1 });
    await this.readDate();
    await this.deliver();
  }

  async readDate() {
    const { now } = await this.control('GET', '/clock');
    const form = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
    this.today = new Intl.DateTimeFormat('en-GB', form).format(new Date(now));
  }

  /** Lets the simulator send its webhooks, and waits until the service has worked them off. */
  async deliver() {
    // The service reads the simulator's clock five times a second. Without this wait an event could be recorded with a time before it happened.
    await pause(250);
    await this.control('POST', '/webhooks/flush', {});
    await this.settle();
  }

  /** Waits until the log grows no more and every list shows what is in it. */
  async settle() {
    for (let last = '', unchanged = 0; unchanged < 2;) {
      const { checks } = await (await fetch(`${this.url}/health/ready`)).json();
      const { position } = checks.eventStore;
      const behind = Object.values(checks.readModels.lag).some(({ lagEvents }) => lagEvents > 0);
      unchanged = position === last && !behind ? unchanged + 1 : 0;
      last = position;
      await pause(50);
    }
  }

  async sendWhatIsDue() {
    const { sent, items } = await this.api('POST', '/scheduler/runs', {});
    if (sent === 0) return;
    this.tell(`${sent} due within ten days: sent to GoCardless`);
    await this.settle();
    for (const { scheduledPaymentId } of items) {
      const { name, scheduled } = this.customers.find((customer) => customer.scheduled.includes(scheduledPaymentId));
      if (scheduled[0] === scheduledPaymentId && name in TROUBLES)
        await this.trouble(scheduledPaymentId, TROUBLES[name]);
    }
  }

  async trouble(scheduledPaymentId, outcome) {
    const { paymentId } = await this.api('GET', `/scheduled-payments/${scheduledPaymentId}`);
    const { gocardlessPaymentId } = await this.api('GET', `/payments/${paymentId}`);
    await this.outcome(gocardlessPaymentId, { ...outcome, whenDue: true });
  }

  /** How the bank answers this payment. */
  outcome(gocardlessPaymentId, outcome) {
    return this.control('POST', `/payments/${gocardlessPaymentId}/outcomes`, outcome);
  }

  async doWhatWasPlanned() {
    const due = this.plans.filter(({ day }) => day === this.day);
    for (const { act } of due) await act();
    if (due.length > 0) await this.deliver();
  }

  /** Prints the payments whose status has changed since the last call, and the payouts. */
  async tellNews() {
    const { items } = await this.api('GET', '/payments?limit=500');
    const changed = items.filter(({ id, message }) => this.statuses.get(id) !== message);
    for (const payment of changed) this.statuses.set(payment.id, payment.message);
    for (const [status, words] of Object.entries(STATIONS)) {
      const count = changed.filter((payment) => payment.status === status).length;
      if (count > 0) this.tell(`${count} ${words}`);
    }
    for (const payment of changed.filter(({ flags }) => flags.hasErrors)) this.tellTrouble(payment);
    await this.tellPayouts();
  }

  tellTrouble({ id, gocardlessPaymentId, customerId, amount, status, flags, message }) {
    const { name } = this.customers.find((customer) => customer.id === customerId);
    const kind = flags.lateFailure ? 'failed after it was paid out' : status.replace('_', ' ');
    this.tell(`! ${name}, ${money(amount)}: ${kind}, ${message}`);
    if (status === 'charged_back') {
      this.plan(DAYS_UNTIL_WON_BACK, `${name}: the bank decides for us, the chargeback is cancelled`, () =>
        this.outcome(gocardlessPaymentId, { outcome: 'chargeback_cancelled' }),
      );
    } else if (!flags.lateFailure) {
      this.plan(DAYS_UNTIL_RETRY, `${name}: tried again`, async () => {
        await this.outcome(gocardlessPaymentId, { outcome: 'successful', whenDue: true });
        await this.api('POST', `/payments/${id}/retry`, {});
      });
    }
  }

  plan(days, words, act) {
    this.plans.push({
      day: this.day + days,
      act: () => {
        this.tell(`* ${words}`);
        return act();
      },
    });
  }

  async tellPayouts() {
    const { items } = await this.api('GET', '/payouts?limit=500');
    for (const { amount, fees } of items.slice(this.payouts)) {
      this.tell(`payout of ${money(amount)} to the bank, after ${money(fees)} fees`);
    }
    this.payouts = items.length;
  }

  tell(text) {
    process.stdout.write(`  ${this.today.padEnd(12)}${text}\n`);
    this.today = '';
  }
}
