import { type CommandBus } from '@nestjs/cqrs';
import { type CommandContext } from '../../application/aggregates';
import { OpenConnection } from '../../application/connections/open-connection';
import { RegisterCustomer } from '../../application/customers/register-customer';
import { LinkMandate } from '../../application/mandates/link-mandate';
import { RetryPayment } from '../../application/payments/retry-payment';
import { type Clock } from '../../application/ports/clock';
import { PlaceSalesOrder } from '../../application/sales-orders/place-sales-order';
import { RunScheduler } from '../../application/sales-orders/run-scheduler';
import { addDays } from '../../domain/shared/calendar';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { derivedUuid } from '../../domain/shared/identity';
import { type PaymentItem, paymentsList } from '../../read-models/payments/list';
import { payoutsList } from '../../read-models/payouts/list';
import { type List, type ListQuery, type ReadSource } from '../../read-models/lists/list';
import { amountText } from '../pdf/amount-text';
import { type SimulatorControl } from './simulator-control';

export const MONTH_DAYS = 35;

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
] as const;

/** What the bank does with the first payment of three of them. */
const TROUBLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Castle Cycles': { outcome: 'failed', cause: 'insufficient_funds' },
  'Granary Bakery': { outcome: 'late_failure' },
  'Jubilee Books': { outcome: 'charged_back' },
};

const DAYS_UNTIL_RETRY = 2;
const DAYS_UNTIL_WON_BACK = 6;

const STATIONS = [
  ['submitted', 'sent to the banks'],
  ['confirmed', 'confirmed'],
  ['paid_out', 'paid out'],
] as const;

/** The service and the simulated GoCardless, as the month uses them. */
export interface Stage {
  readonly commands: CommandBus;
  readonly source: ReadSource;
  readonly simulator: SimulatorControl;
  /** As whom it acts. */
  readonly context: CommandContext;
  readonly accessToken: string;
  readonly webhookSecret: string;
  readonly clock: Clock;
  /** Lets a day pass at GoCardless, and by it here. */
  readonly passDay: () => Promise<void>;
  /** Waits until everything that happened has had its consequences. */
  readonly settled: () => Promise<void>;
  /** Told on each day, with what happened. */
  readonly tell: (day: number, date: string, text: string) => void;
}

interface Customer {
  readonly id: string;
  readonly name: string;
  readonly scheduledPayments: readonly string[];
}

interface Planned {
  readonly day: number;
  readonly act: () => Promise<void>;
}

/** Five weeks of business: twelve customers, their orders, three who do not pay as they should. Every fact comes as it would in life. */
export class Month {
  private readonly customers: Customer[] = [];
  private readonly messages = new Map<string, string>();
  private readonly plans: Planned[] = [];
  private payouts = 0;
  private day = 0;
  private date = '';
  private issued = 0;

  constructor(private readonly stage: Stage) {}

  async play(): Promise<void> {
    await this.stage.simulator.deliver('manual');
    try {
      this.readDate();
      await this.connect();
      for (const [index, [name, box]] of PAYERS.entries()) await this.addCustomer(index, name, box);
      this.tell('12 customers linked to their mandates: 4 by e-mail, 4 by customer id, 4 by mandate id');
      this.tell(`12 orders with ${this.customers.flatMap((one) => one.scheduledPayments).length} instalments`);
      for (; this.day < MONTH_DAYS; this.day += 1) await this.playDay();
    } finally {
      await this.stage.simulator.deliver('automatic');
    }
  }

  private async playDay(): Promise<void> {
    if (this.day > 0) {
      await this.stage.passDay();
      this.readDate();
      await this.deliver();
    }
    await this.sendWhatIsDue();
    const due = this.plans.filter(({ day }) => day === this.day);
    for (const { act } of due) await act();
    if (due.length > 0) await this.deliver();
    await this.tellNews();
  }

  private async connect(): Promise<void> {
    const { accessToken, webhookSecret, commands } = this.stage;
    const opening = { name: 'Demo', environment: 'sandbox', accessToken, webhookSecrets: [webhookSecret] } as const;
    const opened = await commands.execute(new OpenConnection(opening, this.context()));
    if (isRefusal(opened)) {
      if (opened.code !== 'creditor_connected') throw new Error(opened.detail);
      this.tell('the GoCardless account is connected already');
    } else {
      this.tell(`connected to the GoCardless account "${opened.creditorName}"`);
    }
  }

  /** A membership with 20 % tax and lessons without, in two to four instalments a week apart. */
  private async addCustomer(index: number, name: string, box: string): Promise<void> {
    const { commands, simulator } = this.stage;
    const email = `accounts@${box}.example`;
    const { customer, mandate } = await simulator.addPayer(name, email);
    const keys = [{ email }, { gocardlessCustomerId: customer }, { mandateId: mandate }] as const;
    const registering = new RegisterCustomer({ name, email }, null, 'all', this.context());
    const { id } = unlessRefused(await commands.execute(registering));
    const key = keys[index % keys.length] ?? keys[0];
    unlessRefused(await commands.execute(new LinkMandate(id, key, this.context())));
    const count = 2 + (index % 3);
    const order = {
      customerId: id,
      currency: 'GBP',
      lines: [
        { item: 'Membership', quantity: 1, unitAmount: 12_000 + 2500 * index, taxRate: '20' },
        { item: 'Lesson', quantity: count, unitAmount: 1850 },
      ],
      plan: { count, firstDueDate: addDays(this.date, 9 + (index % 5)), interval: 'week' },
    } as const;
    const placed = unlessRefused(await commands.execute(new PlaceSalesOrder(order, 'all', this.context())));
    this.customers.push({ id, name, scheduledPayments: placed.scheduledPayments });
  }

  private readDate(): void {
    this.date = this.stage.clock.now().slice(0, 10);
  }

  private async deliver(): Promise<void> {
    await this.stage.simulator.flush();
    await this.stage.settled();
  }

  private async sendWhatIsDue(): Promise<void> {
    const { sent, items } = await this.stage.commands.execute(new RunScheduler(null, 'all', this.context()));
    if (sent === 0) return;
    this.tell(`${sent} due within ten days: sent to GoCardless`);
    await this.stage.settled();
    for (const { scheduledPaymentId } of items) {
      const customer = this.customers.find((one) => one.scheduledPayments[0] === scheduledPaymentId);
      const trouble = TROUBLES[customer?.name ?? ''];
      if (trouble !== undefined) await this.trouble(scheduledPaymentId, trouble);
    }
  }

  private async trouble(scheduledPaymentId: string, outcome: Readonly<Record<string, string>>): Promise<void> {
    const [payment] = await this.all(paymentsList, { scheduledPaymentId: [scheduledPaymentId] });
    if (typeof payment?.gocardlessPaymentId !== 'string') return;
    await this.stage.simulator.decide(payment.gocardlessPaymentId, { ...outcome, whenDue: true });
  }

  /** What became of payments since the last time, and what came to the bank. */
  private async tellNews(): Promise<void> {
    const payments = await this.all(paymentsList);
    const changed = payments.filter(({ id, message }) => this.messages.get(id) !== message);
    for (const { id, message } of changed) this.messages.set(id, message);
    for (const [status, words] of STATIONS) {
      const count = changed.filter((payment) => payment.status === status).length;
      if (count > 0) this.tell(`${count} ${words}`);
    }
    for (const payment of changed.filter(({ flags }) => flags.hasErrors)) this.tellTrouble(payment);
    const payouts = await this.all(payoutsList);
    for (const { amount, fees } of payouts.slice(this.payouts)) {
      this.tell(`payout of ${amountText(amount ?? 0)} to the bank, after ${amountText(fees ?? 0)} fees`);
    }
    this.payouts = payouts.length;
  }

  private tellTrouble({ id, gocardlessPaymentId, customerName, amount, status, flags, message }: PaymentItem): void {
    const kind = flags.lateFailure ? 'failed after it was paid out' : status.replaceAll('_', ' ');
    this.tell(`! ${customerName ?? ''}, ${amountText(amount)}: ${kind}, ${message}`);
    if (gocardlessPaymentId === null) return;
    const { simulator, commands } = this.stage;
    if (status === 'charged_back') {
      this.plan(
        DAYS_UNTIL_WON_BACK,
        `${customerName ?? ''}: the bank decides for us, the chargeback is cancelled`,
        () => simulator.decide(gocardlessPaymentId, { outcome: 'chargeback_cancelled' }),
      );
    } else if (!flags.lateFailure) {
      this.plan(DAYS_UNTIL_RETRY, `${customerName ?? ''}: tried again`, async () => {
        await simulator.decide(gocardlessPaymentId, { outcome: 'successful', whenDue: true });
        unlessRefused(await commands.execute(new RetryPayment(id, this.context())));
      });
    }
  }

  private plan(days: number, words: string, act: () => Promise<void>): void {
    this.plans.push({
      day: this.day + days,
      act: () => {
        this.tell(`* ${words}`);
        return act();
      },
    });
  }

  private async all<Item extends object>(list: List<Item>, filters: ListQuery['filters'] = {}) {
    const query = { connectionIds: 'all', rounds: 'all', now: this.stage.clock.now() } as const;
    return (await list.page(this.stage.source, { ...query, limit: 500, order: 'asc', filters })).items;
  }

  private tell(text: string): void {
    this.stage.tell(this.day, this.date, text);
  }

  /** A command of its own for each step, at the time of the day that is being played. */
  private context(): CommandContext {
    this.issued += 1;
    const commandId = derivedUuid(this.stage.context.commandId, this.issued);
    return { ...this.stage.context, commandId, at: this.stage.clock.now() };
  }
}

function unlessRefused<T extends object>(outcome: T | Refusal): Exclude<T, Refusal> {
  if (isRefusal(outcome)) throw new Error(outcome.detail);
  // The refusals have just been taken out.
  return outcome as Exclude<T, Refusal>;
}
