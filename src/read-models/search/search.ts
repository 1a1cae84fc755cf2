import { majorUnits } from '../../domain/shared/decimal-amount';
import { fields, nullable } from '../../fields/field';
import { id, listOf, oneOf, text } from '../../fields/kinds';
import { balanceExportsList } from '../balance-exports/list';
import { customersList } from '../customers/list';
import { type FilterValues, type List, type ReadSource } from '../lists/list';
import { type TableList } from '../lists/table-list';
import { mandatesList } from '../mandates/list';
import { paymentsList } from '../payments/list';
import { payoutsList } from '../payouts/list';
import { findReceipt, receiptsList } from '../receipts/list';
import { salesOrdersList } from '../sales-orders/list';
import { scheduledPaymentsList } from '../scheduled-payments/list';
import { type CallerView } from '../view';

const KINDS = [
  'customer',
  'mandate',
  'sales_order',
  'scheduled_payment',
  'payment',
  'payout',
  'receipt',
  'balance_export',
] as const;

export class FoundThing extends fields({
  kind: oneOf(KINDS),
  id: id({ description: 'Ours, or GoCardless’s of a mandate and a payout.' }),
  title: text({ description: 'A name, number or reference; the id where there is none.' }),
  subtitle: nullable(text({ description: 'What tells it from others like it.' })),
}) {}

const MOST = 20;

export class FoundThings extends fields({
  items: listOf(FoundThing, { max: MOST, description: 'Whole ids and numbers first.' }),
}) {}

/** All that is looked into. */
export const SEARCHED = [
  ...new Set(
    [
      customersList,
      mandatesList,
      salesOrdersList,
      scheduledPaymentsList,
      paymentsList,
      payoutsList,
      receiptsList,
      balanceExportsList,
    ].flatMap(({ readModels }: Pick<List<object>, 'readModels'>) => readModels),
  ),
];

/** Customers of a page, and things of each kind that stand below one whom the words name. */
const CUSTOMERS = 8;
const PER_CUSTOMER = 3;

/** Things by whole id or number, by part of a name or reference, and the newest ones of the customers found. */
export async function search(source: ReadSource, view: CallerView, q: string): Promise<FoundThings> {
  const [named, customers, payouts] = await Promise.all([
    q.includes(' ') ? [] : wholeIds(source, view, q),
    pageOf(customersList, source, view, CUSTOMERS, {}, q),
    pageOf(payoutsList, source, view, PER_CUSTOMER, {}, q),
  ]);
  const customerIds = customers.slice(0, PER_CUSTOMER).map((customer) => customer.id);
  const theirs = customerIds.length === 0 ? [] : await newestOf(source, view, customerIds);
  const all = [...named, ...customers.map(ofCustomer), ...payouts.map(ofPayout), ...theirs];
  const different = new Map([...all].reverse().map((thing) => [`${thing.kind} ${thing.id}`, thing]));
  return { items: all.filter((thing) => different.get(`${thing.kind} ${thing.id}`) === thing).slice(0, MOST) };
}

/** What an id or number of this form is of, by how it begins. */
async function wholeIds(source: ReadSource, view: CallerView, word: string): Promise<readonly FoundThing[]> {
  const found = async <Item extends object>(list: TableList<Item>, show: (item: Item) => FoundThing) => {
    const item = await list.find(source, view, [word]);
    return item === null ? [] : [show(item)];
  };
  const filtered = async <Item extends object>(list: List<Item>, filter: string, show: (item: Item) => FoundThing) =>
    (await pageOf(list, source, view, MOST, { [filter]: [word.toUpperCase()] })).map(show);
  switch (/^(?:[a-z]+_|PM|MD)/i.exec(word)?.[0]) {
    case 'cus_':
      return found(customersList, ofCustomer);
    case 'so_':
      return found(salesOrdersList, ofOrder);
    case 'sp_':
      return found(scheduledPaymentsList, ofInstalment);
    case 'pay_':
      return found(paymentsList, ofPayment);
    case 'bex_':
      return found(balanceExportsList, ofExport);
    case 'PM':
    case 'pm':
      return filtered(paymentsList, 'gocardlessPaymentId', ofPayment);
    case 'MD':
    case 'md':
      return filtered(mandatesList, 'mandateId', ofMandate);
    default: {
      const receipt = (await findReceipt(source, view, word)) ?? (await findReceipt(source, view, word.toUpperCase()));
      return receipt === null ? [] : [ofReceipt(receipt)];
    }
  }
}

async function newestOf(
  source: ReadSource,
  view: CallerView,
  customerId: readonly string[],
): Promise<readonly FoundThing[]> {
  const filters = { customerId };
  const [mandates, orders, payments, receipts] = await Promise.all([
    pageOf(mandatesList, source, view, PER_CUSTOMER, filters),
    pageOf(salesOrdersList, source, view, PER_CUSTOMER, filters),
    pageOf(paymentsList, source, view, PER_CUSTOMER, filters),
    pageOf(receiptsList, source, view, PER_CUSTOMER, filters),
  ]);
  return [...mandates.map(ofMandate), ...orders.map(ofOrder), ...payments.map(ofPayment), ...receipts.map(ofReceipt)];
}

async function pageOf<Item extends object>(
  list: List<Item>,
  source: ReadSource,
  view: CallerView,
  limit: number,
  filters: FilterValues,
  q?: string,
): Promise<readonly Item[]> {
  const query = { ...view, limit, order: 'desc', filters, ...(q === undefined ? {} : { q }) } as const;
  return (await list.page(source, query)).items;
}

type ItemOf<L> = L extends List<infer Item> ? Item : never;

function ofCustomer({ id, name, company, reference }: ItemOf<typeof customersList>): FoundThing {
  return {
    kind: 'customer',
    id,
    title: name ?? company ?? id,
    subtitle: joined(name === null ? null : company, reference),
  };
}

function ofMandate({ mandateId, customerName, reference }: ItemOf<typeof mandatesList>): FoundThing {
  return { kind: 'mandate', id: mandateId, title: mandateId, subtitle: joined(customerName, reference) };
}

function ofOrder({ id, reference, customerName, planTotal, currency }: ItemOf<typeof salesOrdersList>): FoundThing {
  return {
    kind: 'sales_order',
    id,
    title: reference ?? id,
    subtitle: joined(customerName, money(planTotal, currency)),
  };
}

function ofInstalment(instalment: ItemOf<typeof scheduledPaymentsList>): FoundThing {
  const { id, customerName, amount, currency, dueDate } = instalment;
  return {
    kind: 'scheduled_payment',
    id,
    title: customerName ?? id,
    subtitle: joined(money(amount, currency), dueDate),
  };
}

function ofPayment({ id, customerName, amount, currency, chargeDate }: ItemOf<typeof paymentsList>): FoundThing {
  return { kind: 'payment', id, title: customerName ?? id, subtitle: joined(money(amount, currency), chargeDate) };
}

function ofPayout({ id, reference, amount, currency, arrivalDate }: ItemOf<typeof payoutsList>): FoundThing {
  return { kind: 'payout', id, title: reference ?? id, subtitle: joined(money(amount, currency), arrivalDate) };
}

function ofReceipt({ id, number, customerName, amount, currency }: ItemOf<typeof receiptsList>): FoundThing {
  return { kind: 'receipt', id, title: number ?? id, subtitle: joined(customerName, money(amount, currency)) };
}

function ofExport({ id, currency, totalAmount }: ItemOf<typeof balanceExportsList>): FoundThing {
  return { kind: 'balance_export', id, title: id, subtitle: money(totalAmount, currency) };
}

function money(amount: number | null, currency: string | null): string | null {
  return amount === null || currency === null ? null : `${majorUnits(amount)} ${currency}`;
}

function joined(...parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length === 0 ? null : known.join(' · ');
}
