import { type Asked } from './decider';
import { Aggregates, type BroughtBy, type CommandContext } from '../../src/application/aggregates';
import { ordinalOf, type Position, type RecordedEvent } from '../../src/application/ports/event-store';
import { type AnyEvent } from '../../src/domain/catalogue';
import { connectionDecider } from '../../src/domain/connections/connection-decider';
import { customerDecider } from '../../src/domain/customers/customer';
import { type MandateLinked } from '../../src/domain/mandates/events';
import { mandateDecider } from '../../src/domain/mandates/mandate';
import { paymentClaimDecider } from '../../src/domain/payment-claims/payment-claim';
import { type PaymentOrigin } from '../../src/domain/payments/events';
import { type GoCardlessPaymentReading, type PaymentCommand, paymentDecider } from '../../src/domain/payments/payment';
import { type PayoutDetails, type PayoutItem } from '../../src/domain/payouts/events';
import { payoutDecider } from '../../src/domain/payouts/payout';
import { receiptBookDecider } from '../../src/domain/receipts/receipt-book';
import { type RefundRead } from '../../src/domain/refunds/events';
import { refundDecider } from '../../src/domain/refunds/refund';
import { type OrderedLine, type Plan } from '../../src/domain/sales-orders/place-sales-order';
import { type SalesOrderCommand } from '../../src/domain/sales-orders/sales-order-decider';
import { salesOrderDecider } from '../../src/domain/sales-orders/sales-order-decider';
import { dateInZone } from '../../src/domain/shared/calendar';
import { type Decider, isRefusal } from '../../src/domain/shared/decider';
import { type GoCardlessEvent, type GoCardlessEventDetails } from '../../src/domain/shared/gocardless-event';
import { deliveryDecider } from '../../src/domain/deliveries/delivery';
import { MemoryEventStore } from './memory-event-store';

const ZONE = 'Europe/London';

/** A log that is written by the deciders, as commands and processes would have them write it. The clock moves a second with each append. */
export class PlayedWorld {
  readonly store = new MemoryEventStore();
  #now = Date.parse('2026-03-01T08:00:00.000Z');
  #commands = 0;
  readonly #aggregates = new Aggregates(this.store, { now: () => this.now });

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** The clock never goes back. */
  at(time: string): void {
    this.#now = Math.max(this.#now, Date.parse(time));
  }

  async ordinal(): Promise<bigint> {
    return ordinalOf(await this.store.head());
  }

  log(): Promise<readonly RecordedEvent[]> {
    return Promise.resolve(this.store.all());
  }

  async execute<Id, State, Command, F extends AnyEvent>(
    decider: Decider<Id, State, Command, F>,
    id: NoInfer<Id>,
    command: Asked<NoInfer<Command>>,
    broughtBy?: ReadonlyMap<string, BroughtBy>,
  ): Promise<Position> {
    const { causationId: commandId = this.command(), at = this.now } = command;
    this.#now += 1000;
    const context: CommandContext = { commandId, correlationId: commandId, actor: 'user:key_1', at };
    const outcome = await this.#aggregates.execute(
      decider,
      id,
      command,
      broughtBy === undefined ? context : { ...context, actor: 'gocardless', broughtBy },
    );
    if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.code}: ${outcome.detail}`);
    return outcome.position;
  }

  command(): string {
    this.#commands += 1;
    return `command-${this.#commands}`;
  }

  openConnection(connectionId: string, receiptSeries = 'R-'): Promise<Position> {
    return this.execute(connectionDecider, connectionId, {
      type: 'OpenConnection',
      connectionId,
      name: `Account ${connectionId}`,
      environment: 'sandbox',
      creditorId: `CR${connectionId.toUpperCase()}`,
      creditorName: 'Acme',
      timeZone: ZONE,
      booksFrom: '2026-03-01',
      receiptSeries,
    });
  }

  closePeriod(connectionId: string, through: string): Promise<Position> {
    const command = { type: 'ClosePeriod', through } as const;
    return this.execute(connectionDecider, connectionId, command);
  }

  registerCustomer(connectionId: string, customerId: string, name: string, round: string | null = null) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
    const details = { name, company: null, email, reference: `C-${customerId}`, round };
    return this.execute(customerDecider, customerId, {
      type: 'RegisterCustomer',
      customerId,
      connectionId,
      details,
    });
  }

  forgetCustomer(customerId: string): Promise<Position> {
    const command = { type: 'ForgetCustomer' } as const;
    return this.execute(customerDecider, customerId, command);
  }

  linkMandate(
    connectionId: string,
    mandateId: string,
    customerId: string,
    given: Partial<MandateLinked['data']> = {},
  ): Promise<Position> {
    const link: MandateLinked['data'] = {
      connectionId,
      mandateId,
      customerId,
      gocardlessCustomerId: `CU${customerId.toUpperCase()}`,
      scheme: 'bacs',
      status: 'active',
      reference: `REF-${mandateId}`,
      bankName: 'BANK',
      accountNumberEnding: '11',
      nextPossibleChargeDate: '2026-03-06',
      createdAt: '2026-02-20T10:00:00.000Z',
      foundBy: 'mandate_id',
      ...given,
    };
    const command = { type: 'LinkMandate', link } as const;
    return this.execute(mandateDecider, { connectionId, mandateId }, command);
  }

  unlinkMandate(connectionId: string, mandateId: string, customerId: string): Promise<Position> {
    const command = {
      type: 'UnlinkMandate',
      customerId,
      reason: null,
    } as const;
    return this.execute(mandateDecider, { connectionId, mandateId }, command);
  }

  placeOrder(
    connectionId: string,
    salesOrderId: string,
    customerId: string,
    lines: readonly OrderedLine[],
    plan: Plan,
    mandateId: string | null = null,
  ): Promise<Position> {
    return this.order(salesOrderId, {
      type: 'PlaceSalesOrder',
      salesOrderId,
      connectionId,
      customerId,
      currency: 'GBP',
      lines,
      plan,
      mandateId,
      today: dateInZone(this.now, ZONE),
    });
  }

  order(salesOrderId: string, command: Asked<SalesOrderCommand>): Promise<Position> {
    return this.execute(salesOrderDecider, salesOrderId, command);
  }

  /** The ids of an order's instalments, in the order of the plan. */
  async instalments(salesOrderId: string): Promise<readonly string[]> {
    const { state } = await this.#aggregates.load(salesOrderDecider, salesOrderId);
    return state.status === 'none' ? [] : state.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId);
  }

  /** Releases an instalment and asks for its payment; answers the payment's id. */
  async release(
    salesOrderId: string,
    scheduledPaymentId: string,
    mandateId: string,
    chargeDate: string,
  ): Promise<string> {
    await this.order(salesOrderId, {
      type: 'ReleaseInstalment',
      scheduledPaymentId,
      mandateId,
      chargeDate,
      attempts: {},
    });
    const { state } = await this.#aggregates.load(salesOrderDecider, salesOrderId);
    if (state.status === 'none') throw new Error('The order was released just now.');
    const released = state.instalments.find((one) => one.scheduledPaymentId === scheduledPaymentId);
    if (released?.paymentId == null) throw new Error('The instalment was released just now.');
    const { paymentId, attempt, amount, shares } = released;
    const origin: PaymentOrigin = { kind: 'scheduled_payment', salesOrderId, scheduledPaymentId, attempt };
    const { connectionId, customerId, currency } = state;
    const of = { paymentId, connectionId, customerId, origin, mandateId, amount, currency, chargeDate, shares };
    const request = { ...of, description: 'Order', idempotencyKey: paymentId, retryIfPossible: false };
    await this.payment(paymentId, { type: 'RequestPayment', request });
    return paymentId;
  }

  payment(
    paymentId: string,
    command: Asked<PaymentCommand>,
    broughtBy?: ReadonlyMap<string, BroughtBy>,
  ): Promise<Position> {
    return this.execute(paymentDecider, paymentId, command, broughtBy);
  }

  /** GoCardless has it: our payment is tied to it and the claim is made. */
  async bind(connectionId: string, paymentId: string, reading: GoCardlessPaymentReading): Promise<void> {
    const { gocardlessPaymentId } = reading;
    await this.payment(paymentId, { type: 'BindPayment', reading, causationId: gocardlessPaymentId });
    await this.execute(
      paymentClaimDecider,
      { connectionId, gocardlessPaymentId },
      {
        type: 'ClaimPayment',
        claim: { connectionId, gocardlessPaymentId, paymentId },
        causationId: gocardlessPaymentId,
      },
    );
  }

  /** GoCardless delivers an event about a payment, and it is routed. */
  async told(connectionId: string, paymentId: string, event: GoCardlessEvent): Promise<Position> {
    const brought = await this.deliver(connectionId, `WB-${event.id}`, [event]);
    const rules = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
    return this.payment(paymentId, { type: 'ObserveGoCardlessEvents', events: [event], rules }, brought);
  }

  async toldOfMandate(connectionId: string, mandateId: string, event: GoCardlessEvent): Promise<Position> {
    const brought = await this.deliver(connectionId, `WB-${event.id}`, [event]);
    const command = { type: 'ObserveGoCardlessEvents', connectionId, mandateId, events: [event] } as const;
    return this.execute(mandateDecider, { connectionId, mandateId }, command, brought);
  }

  /** Receives a webhook; answers what brought each event. */
  async deliver(
    connectionId: string,
    webhookId: string,
    events: readonly GoCardlessEvent[],
  ): Promise<ReadonlyMap<string, BroughtBy>> {
    const id = { connectionId, bodySha256: `sha-${webhookId}` };
    const delivery = { ...id, webhookId, source: 'webhook', events } as const;
    const command = { type: 'ReceiveDelivery', delivery, causationId: id.bodySha256 } as const;
    await this.execute(deliveryDecider, id, command);
    const deliveryStream = deliveryDecider.streamOf(id);
    return new Map(events.map(({ id }, deliveryIndex) => [id, { deliveryStream, deliveryIndex, webhookId }]));
  }

  /** Gives every document that waits for one its number, as the process does. */
  async numberDocuments(connectionId: string, series = 'R-'): Promise<void> {
    const log = await this.log();
    const numbered = new Set(log.filter(({ type }) => type === 'ReceiptNumbered').map(documentIdOf));
    const waiting = log.filter(
      (event) =>
        ['DocumentPosted', 'CorrectionPosted'].includes(event.type) &&
        !event.stream.startsWith('payout-') &&
        event.metadata.connectionId === connectionId &&
        !numbered.has(documentIdOf(event)),
    );
    const documents = waiting.map((event) => ({
      documentId: documentIdOf(event),
      documentStream: event.stream,
      documentRevision: event.revision,
      causationId: event.id,
      effectiveAt: event.metadata.effectiveAt,
    }));
    const command = { type: 'NumberDocuments', documents, series } as const;
    await this.execute(receiptBookDecider, connectionId, command);
  }

  async payOut(
    connectionId: string,
    payoutId: string,
    details: PayoutDetails,
    items: readonly PayoutItem[],
    event: GoCardlessEvent,
  ): Promise<void> {
    const rules = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
    const key = { connectionId, payoutId };
    const brought = await this.deliver(connectionId, `WB-${event.id}`, [event]);
    const listing = {
      from: 0,
      items,
      end: 'complete',
      rules,
      causationId: `items of ${payoutId}`,
    } as const;
    await this.execute(payoutDecider, key, { type: 'ListItems', ...key, ...listing });
    await this.execute(
      payoutDecider,
      key,
      { type: 'ObservePayoutEvents', ...key, events: [event], details, rules },
      brought,
    );
  }

  async readRefund(
    connectionId: string,
    refundId: string,
    gocardlessPaymentId: string | null,
    given: Partial<RefundRead['data']> = {},
  ): Promise<void> {
    const about = { connectionId, refundId, gocardlessPaymentId, mandateId: null, paymentId: null, requestedBy: null };
    const refund = { ...about, amount: 1000, currency: 'GBP', ...given };
    const command = { type: 'ReadRefund', refund, causationId: refundId } as const;
    await this.execute(refundDecider, { connectionId, refundId }, command);
  }

  async toldOfRefund(connectionId: string, refundId: string, event: GoCardlessEvent): Promise<Position> {
    const brought = await this.deliver(connectionId, `WB-${event.id}`, [event]);
    const rules = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };
    const command = { type: 'ObserveGoCardlessEvents', connectionId, refundId, events: [event], rules } as const;
    return this.execute(refundDecider, { connectionId, refundId }, command, brought);
  }
}

function documentIdOf({ data }: RecordedEvent): string {
  // Documents, corrections and numbers all name their document so.
  return (data as { readonly documentId: string }).documentId;
}

/** GoCardless's event about a payment, mandate or payout. */
export function gcEvent(
  resourceType: string,
  action: string,
  links: Readonly<Record<string, string>>,
  createdAt: string,
  details: Partial<GoCardlessEventDetails> = {},
): GoCardlessEvent {
  return {
    id: `EV-${Object.values(links)[0] ?? ''}-${action}-${createdAt.slice(5, 10)}`,
    createdAt,
    resourceType,
    action,
    links,
    details: { origin: 'gocardless', cause: `${action}_cause`, description: '', ...details },
    resourceMetadata: {},
  };
}
