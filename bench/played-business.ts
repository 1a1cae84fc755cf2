import { type RecordedEvent } from '../src/application/ports/event-store';
import { type GoCardlessPaymentReading } from '../src/domain/payments/payment';
import { type GoCardlessEvent } from '../src/domain/shared/gocardless-event';
import { gcEvent, PlayedWorld } from '../test/support/played-world';

const CUSTOMERS = 50;
const AMOUNT = 12_000;
const MONTHS = ['03', '04', '05'] as const;
export const PAYMENTS_OF_AN_ORGANISATION = CUSTOMERS * MONTHS.length;
/** Organisations of the same years live side by side: their events alternate in the log. */
const CONCURRENCY = 40;
const RULES = { booksFrom: '2026-03-01T00:00:00.000Z', accounts: [] };

interface Collection {
  readonly customer: number;
  readonly paymentId: string;
  readonly gocardlessPaymentId: string;
}

/**
 * The log of some organisations as the deciders write it, 150 payments each, by the time at which they were recorded: customers with a
 * mandate and an order in three instalments, every payment through its whole life, most paid out, some failed or charged back.
 *
 * @param block which organisations; later ones live in later years
 */
export async function playBusiness(block: number, organisations = CONCURRENCY): Promise<readonly RecordedEvent[]> {
  const logs: RecordedEvent[] = [];
  for (let index = 0; index < organisations; index += 1) {
    logs.push(...(await playOrganisation(block * CONCURRENCY + index)));
  }
  return logs.sort((a, b) => (a.metadata.recordedAt < b.metadata.recordedAt ? -1 : 1));
}

async function playOrganisation(organisation: number): Promise<readonly RecordedEvent[]> {
  const world = new OrganisationWorld(organisation);
  const { connectionId, year } = world;
  world.at(`${year}-03-01T08:00:00.000Z`);
  await world.openConnection(connectionId, `R${organisation}-`);
  await registerAll(world);
  for (const [index, month] of MONTHS.entries()) {
    const collections = await releaseAll(world, index, `${year}-${month}`);
    await collectAll(world, `${year}-${month}`, collections);
  }
  return world.log();
}

/** One organisation whose payments of the first month have been made at GoCardless, which has said nothing of them yet. */
export async function playReleased(customers: number): Promise<{
  readonly log: readonly RecordedEvent[];
  readonly connectionId: string;
  readonly gocardlessPaymentIds: readonly string[];
}> {
  const world = new OrganisationWorld(0);
  const { connectionId, year } = world;
  world.at(`${year}-03-01T08:00:00.000Z`);
  await world.openConnection(connectionId, 'R-');
  await registerAll(world, customers);
  const collections = await releaseAll(world, 0, `${year}-03`, customers);
  const gocardlessPaymentIds = collections.map(({ gocardlessPaymentId }) => gocardlessPaymentId);
  return { log: await world.log(), connectionId, gocardlessPaymentIds };
}

/** Its clock is some milliseconds off those of the others, so that no two of them record at the same time. */
class OrganisationWorld extends PlayedWorld {
  readonly connectionId: string;
  readonly year: number;

  constructor(private readonly organisation: number) {
    super();
    this.connectionId = `con_${organisation}`;
    this.year = 2026 + Math.floor(organisation / CONCURRENCY);
  }

  override at(time: string): void {
    super.at(new Date(Date.parse(time) + (this.organisation % CONCURRENCY) * 25).toISOString());
  }
}

async function registerAll(world: OrganisationWorld, customers = CUSTOMERS): Promise<void> {
  const { connectionId, year } = world;
  const plan = { count: MONTHS.length, firstDueDate: `${year}-03-20`, interval: 'month' } as const;
  const lines = [
    { item: 'Membership', quantity: 1, unitAmount: 30_000, taxRate: '20' },
    { item: 'Badge', quantity: 2, unitAmount: 3_000 },
  ];
  for (let customer = 0; customer < customers; customer += 1) {
    const { customerId, mandateId, salesOrderId } = namesOf(connectionId, customer);
    await world.registerCustomer(connectionId, customerId, `Customer ${customer}`, 'north');
    await world.linkMandate(connectionId, mandateId, customerId, { status: 'pending_submission' });
    for (const action of ['submitted', 'active']) {
      const event = gcEvent('mandates', action, { mandate: mandateId }, `${year}-03-02T09:00:00.000Z`);
      await world.toldOfMandate(connectionId, mandateId, event);
    }
    await world.placeOrder(connectionId, salesOrderId, customerId, lines, plan);
  }
}

async function releaseAll(
  world: OrganisationWorld,
  index: number,
  month: string,
  customers = CUSTOMERS,
): Promise<readonly Collection[]> {
  const { connectionId } = world;
  world.at(`${month}-10T09:00:00.000Z`);
  const collections: Collection[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    const { mandateId, salesOrderId } = namesOf(connectionId, customer);
    const instalment = (await world.instalments(salesOrderId))[index] ?? '';
    const paymentId = await world.release(salesOrderId, instalment, mandateId, `${month}-20`);
    const gocardlessPaymentId = `PM${mandateId}M${index}`;
    const reading: GoCardlessPaymentReading = {
      gocardlessPaymentId,
      mandateId,
      creditorId: `CR${connectionId.toUpperCase()}`,
      obstacle: null,
      amount: AMOUNT,
      currency: 'GBP',
      createdAt: `${month}-10T09:00:00.000Z`,
      chargeDate: `${month}-20`,
      status: 'pending_submission',
    };
    await world.bind(connectionId, paymentId, reading);
    collections.push({ customer, paymentId, gocardlessPaymentId });
  }
  return collections;
}

async function collectAll(world: OrganisationWorld, month: string, collections: readonly Collection[]): Promise<void> {
  const { connectionId } = world;
  const tell = (
    action: string,
    some: readonly Collection[],
    day: number,
    links: Readonly<Record<string, string>> = {},
  ) => tellAll(world, action, `${month}-${day}T06:00:00.000Z`, some, links);
  const failing = collections.filter(({ customer }) => customer % 25 === 7);
  const paying = collections.filter((collection) => !failing.includes(collection));
  await tell('created', collections, 10);
  await tell('submitted', collections, 16);
  await tell('failed', failing, 22);
  await tell('confirmed', paying, 23);
  const payoutId = `PO${connectionId.toUpperCase()}M${month.slice(5)}`;
  await tell('paid_out', paying, 24, { payout: payoutId });
  await payOut(world, payoutId, `${month}-24T06:00:00.000Z`, paying);
  await tell(
    'charged_back',
    paying.filter(({ customer }) => customer % 50 === 13),
    28,
  );
  await world.numberDocuments(connectionId);
}

/** GoCardless tells of all of them in one webhook, and each is routed. */
async function tellAll(
  world: OrganisationWorld,
  action: string,
  createdAt: string,
  collections: readonly Collection[],
  links: Readonly<Record<string, string>>,
): Promise<void> {
  const { connectionId } = world;
  world.at(createdAt);
  const cause = action === 'failed' || action === 'charged_back' ? 'refer_to_payer' : `payment_${action}`;
  const told = collections.map(({ paymentId, gocardlessPaymentId }): { paymentId: string; event: GoCardlessEvent } => {
    const about = { payment: gocardlessPaymentId, ...links };
    return { paymentId, event: gcEvent('payments', action, about, createdAt, { cause, willAttemptRetry: false }) };
  });
  const webhookId = `WB-${connectionId}-${action}-${createdAt}`;
  const brought = await world.deliver(
    connectionId,
    webhookId,
    told.map(({ event }) => event),
  );
  for (const { paymentId, event } of told) {
    await world.payment(paymentId, { type: 'ObserveGoCardlessEvents', events: [event], rules: RULES }, brought);
  }
}

async function payOut(
  world: OrganisationWorld,
  payoutId: string,
  createdAt: string,
  collections: readonly Collection[],
): Promise<void> {
  const { connectionId } = world;
  const item = { refundId: null, taxes: [], priorPeriod: false };
  const items = collections.flatMap(({ gocardlessPaymentId }) => [
    { type: 'payment_paid_out', amount: `${AMOUNT}.0`, gocardlessPaymentId, ...item },
    { type: 'gocardless_fee', amount: '-140.0', gocardlessPaymentId, ...item },
  ]);
  const deductedFees = 140 * collections.length;
  const amount = AMOUNT * collections.length - deductedFees;
  const paid = { amount, deductedFees, currency: 'GBP', reference: payoutId, arrivalDate: null, fx: null };
  const event = gcEvent('payouts', 'paid', { payout: payoutId }, createdAt);
  await world.payOut(connectionId, payoutId, paid, items, event);
}

function namesOf(connectionId: string, customer: number) {
  const number = connectionId.slice('con_'.length);
  return {
    customerId: `cus_${number}x${customer}`,
    mandateId: `MD${number}X${customer}`,
    salesOrderId: `so_${number}x${customer}`,
  };
}
