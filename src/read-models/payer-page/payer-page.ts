import { fields, nullable } from '../../fields/field';
import { amount, currency, day, flag, listOf, nested, oneOf, text } from '../../fields/kinds';
import { findSettings } from '../connections/settings';
import { customersList } from '../customers/list';
import { type ListQuery, type ReadSource } from '../lists/list';
import { type PaymentItem, paymentsList } from '../payments/list';
import { findReceipt, ReceiptFields, receiptsList } from '../receipts/list';
import { numbersOf } from '../receipts/payment-receipts';
import { type ScheduledPaymentItem, scheduledPaymentsList } from '../scheduled-payments/list';
import { type CallerView } from '../view';

/** Whose page it is. Nothing of anybody else is read. */
export interface Payer {
  readonly connectionId: string;
  readonly customerId: string;
}

/** Who collects. */
export class PayerCompany extends fields({
  name: text(),
  address: nullable(text({ min: 0, max: 1000 })),
  vatNumber: nullable(text({ min: 0, max: 1000 })),
}) {}

export class PayerCustomer extends fields({ name: nullable(text({ max: 500 })) }) {}

export class ComingPayment extends fields({
  dueDate: nullable(day({ description: 'When it is charged; null while that is not known.' })),
  amount: amount(),
  currency: currency(),
  state: oneOf(['planned', 'on_its_way', 'not_collected', 'no_mandate'], {
    description:
      'Not sent yet; sent and not paid out; the bank has refused it or taken it back; not sent yet, and there is no direct debit to send it by.',
  }),
}) {}

export class PayerReceipt extends fields({
  number: text(),
  kind: ReceiptFields.fields.kind,
  date: day(),
  amount: amount(),
  currency: currency(),
  earlierNumber: nullable(text({ description: 'Of the receipt that it takes back or corrects.' })),
}) {}

export class PayerPage extends fields({
  company: nested(PayerCompany),
  customer: nested(PayerCustomer),
  scheduled: listOf(ComingPayment, { description: 'The next ones first.' }),
  receipts: listOf(PayerReceipt, { description: 'The newest first.' }),
  hasMore: flag({ description: 'There are older receipts, or later payments, than stand here.' }),
}) {}

/** Of each list; a payer by the week has ten years before them. */
const MOST = 500;

/** What a payer sees of their own, in words that they know: no id of ours or of GoCardless. Null for who was forgotten. */
export async function readPayerPage(source: ReadSource, payer: Payer, now: string): Promise<PayerPage | null> {
  const view = viewOf(payer, now);
  const [customer, company, coming, receipts] = await Promise.all([
    customersList.find(source, view, [payer.customerId]),
    readCompany(source, view, payer),
    comingPayments(source, view, payer),
    postedReceipts(source, view, payer),
  ]);
  if (customer === null || customer.forgotten) return null;
  return {
    company,
    customer: { name: customer.name },
    scheduled: coming.items,
    receipts: receipts.items,
    hasMore: coming.hasMore || receipts.hasMore,
  };
}

/** A numbered receipt of this payer; null when there is none, or it is of somebody else. */
export async function findPayerReceipt(
  source: ReadSource,
  payer: Payer,
  number: string,
  now: string,
): Promise<ReceiptFields | null> {
  const receipt = await findReceipt(source, viewOf(payer, now), number);
  // An id finds it too, but is nothing that a payer knows.
  return receipt?.number === number && receipt.customerId === payer.customerId ? receipt : null;
}

export function viewOf({ connectionId }: Payer, now: string): CallerView {
  return { connectionIds: [connectionId], rounds: 'all', now };
}

interface Shown<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

async function readCompany({ database }: ReadSource, view: CallerView, payer: Payer): Promise<PayerCompany> {
  const settings = await findSettings(database, view, payer.connectionId, view.now);
  if (settings === null) throw new Error(`The connection ${payer.connectionId} of a payer is not there.`);
  const { companyName, creditorName, address, vatNumber } = settings;
  return { name: companyName === null || companyName.trim() === '' ? creditorName : companyName, address, vatNumber };
}

async function comingPayments(source: ReadSource, view: CallerView, payer: Payer): Promise<Shown<ComingPayment>> {
  const base = { ...view, limit: MOST, order: 'asc' } as const;
  const instalments: ListQuery = {
    ...base,
    sort: 'dueDate',
    filters: { customerId: [payer.customerId], isPaymentProcessed: [false], isCancelled: [false] },
  };
  const others: ListQuery = {
    ...base,
    sort: 'chargeDate',
    filters: {
      customerId: [payer.customerId],
      origin: ['balance_export', 'manual', 'adopted'],
      paidOut: [false],
      hasErrors: [false],
      cancelled: [false],
    },
  };
  const [planned, sent] = await Promise.all([
    scheduledPaymentsList.page(source, instalments),
    paymentsList.page(source, others),
  ]);
  const items = [...planned.items.map(ofInstalment), ...sent.items.map(ofPayment)];
  return { items: items.sort(byDate), hasMore: planned.next !== null || sent.next !== null };
}

function ofInstalment(instalment: ScheduledPaymentItem): ComingPayment {
  const { dueDate, chargeDate, amount, currency } = instalment;
  return { dueDate: chargeDate ?? dueDate, amount, currency, state: stateOf(instalment) };
}

function stateOf({ paymentId, flags, message }: ScheduledPaymentItem): ComingPayment['state'] {
  // Of what was not sent the message says what is wrong with its mandate.
  if (paymentId === null) return message === null ? 'planned' : 'no_mandate';
  return flags.hasErrors ? 'not_collected' : 'on_its_way';
}

function ofPayment({ chargeDate, amount, currency }: PaymentItem): ComingPayment {
  return { dueDate: chargeDate, amount, currency, state: 'on_its_way' };
}

/** What has no date yet comes last. */
function byDate(a: ComingPayment, b: ComingPayment): number {
  if (a.dueDate === b.dueDate) return 0;
  if (a.dueDate === null || b.dueDate === null) return a.dueDate === null ? 1 : -1;
  return a.dueDate < b.dueDate ? -1 : 1;
}

async function postedReceipts(source: ReadSource, view: CallerView, payer: Payer): Promise<Shown<PayerReceipt>> {
  const query: ListQuery = { ...view, limit: MOST, order: 'desc', filters: { customerId: [payer.customerId] } };
  const { items, next } = await receiptsList.page(source, query);
  const earlier = items.flatMap(({ reversesId, correctsId }) => reversesId ?? correctsId ?? []);
  const numbers = await numbersOf(source.database, view, earlier);
  const shown = items.flatMap(({ number, kind, taxDate: date, amount, currency, reversesId, correctsId }) => {
    const earlierNumber = numbers.get(reversesId ?? correctsId ?? '') ?? null;
    return number === null ? [] : [{ number, kind, date, amount, currency, earlierNumber }];
  });
  return { items: shown, hasMore: next !== null };
}
