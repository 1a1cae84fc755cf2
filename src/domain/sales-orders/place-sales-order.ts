import { isTaxRate, lineTax, shareInstalments } from '../accounting/shares';
import { addDays, compareDates, type Interval, INTERVALS, isDate, schedule } from '../shared/calendar';
import { decided, type Decision, isRefusal, type Issued, type Refusal, refuse } from '../shared/decider';
import { derivedId } from '../shared/identity';
import { isCurrency, sum } from '../shared/money';
import { type Discount, lineAmount, plainDecimal } from './line-amount';
import { type OrderLine, type PlannedInstalment, type SalesOrderPlaced } from './events';

export interface OrderedLine {
  readonly item: string;
  /** A whole number, or a decimal string with at most four places. */
  readonly quantity: number | string;
  /** Minor units, tax included. */
  readonly unitAmount: number;
  readonly discount?: Discount | null;
  /** `"0"` when left out. */
  readonly taxRate?: string;
  readonly incomeAccount?: string | null;
}

export interface DueAmount {
  readonly dueDate: string;
  readonly amount: number;
}

/** The instalments one by one, or equal parts of which the last takes the rest. */
export type Plan =
  | { readonly instalments: readonly DueAmount[] }
  | { readonly count: number; readonly firstDueDate: string; readonly interval: Interval };

export interface PlaceSalesOrder {
  readonly type: 'PlaceSalesOrder';
  readonly salesOrderId: string;
  readonly connectionId: string;
  readonly customerId: string;
  readonly reference?: string | null;
  readonly currency: string;
  readonly lines: readonly OrderedLine[];
  readonly plan: Plan;
  /** For every instalment; left out = the customer's default when it is sent. */
  readonly mandateId?: string | null;
  /** Today in the connection's time zone. */
  readonly today: string;
}

export const FIRST_PAYMENT_NOTICE_DAYS = 7;

const MAX_LINES = 100;
const MAX_INSTALMENTS = 500;
/** Every instalment has a share of every line in one event, and no event may outgrow what each store can take. */
const MAX_SHARES = 5000;
const LONGEST_ITEM = 500;
const LONGEST_ACCOUNT = 20;

export function placeSalesOrder(command: Issued<PlaceSalesOrder>): Decision<SalesOrderPlaced> {
  if (!isCurrency(command.currency)) return refuse('validation_failed', 'This currency is not supported.', 'currency');
  const lines = readLines(command.lines);
  if (isRefusal(lines)) return lines;
  const due = readPlan(command.plan, sum(lines.map(({ amount }) => amount)));
  if (isRefusal(due)) return due;
  const refusal = checkDue(due, lines, command);
  if (refusal !== null) return refusal;
  const { salesOrderId, connectionId, customerId, reference = null, currency } = command;
  return [
    decided(command, {
      type: 'SalesOrderPlaced',
      data: {
        salesOrderId,
        connectionId,
        customerId,
        reference,
        currency,
        lines,
        instalments: planInstalments(salesOrderId, lines, due, command.mandateId ?? null),
      },
    }),
  ];
}

function planInstalments(
  salesOrderId: string,
  lines: readonly OrderLine[],
  due: readonly DueAmount[],
  mandateId: string | null,
): PlannedInstalment[] {
  const shares = shareInstalments(lines, due);
  return due.map(({ dueDate, amount }, index) => ({
    scheduledPaymentId: derivedId('sp', salesOrderId, index),
    dueDate,
    amount,
    shares: shares[index] ?? [],
    mandateId,
  }));
}

function readLines(lines: readonly OrderedLine[]): OrderLine[] | Refusal {
  if (lines.length === 0) return refuse('validation_failed', 'An order needs at least one line.', 'lines');
  if (lines.length > MAX_LINES) return refuse('validation_failed', `An order has at most ${MAX_LINES} lines.`, 'lines');
  const read: OrderLine[] = [];
  for (const [index, line] of lines.entries()) {
    const outcome = readLine(line, `lines.${index}`);
    if (isRefusal(outcome)) return outcome;
    read.push(outcome);
  }
  if (!Number.isSafeInteger(sum(read.map(({ amount }) => amount)))) {
    return refuse('validation_failed', 'The lines add up to more than an exact number can hold.', 'lines');
  }
  return read;
}

function readLine(line: OrderedLine, field: string): OrderLine | Refusal {
  const { item, unitAmount, incomeAccount = null } = line;
  if (item.trim() === '' || item.length > LONGEST_ITEM) {
    return refuse('validation_failed', `An item is text of 1 to ${LONGEST_ITEM} characters.`, `${field}.item`);
  }
  const quantity = typeof line.quantity === 'number' ? wholeText(line.quantity) : plainDecimal(line.quantity);
  if (quantity === null || quantity === '0') {
    const detail = 'A quantity is above 0, with nine digits before the point and four after it at most, such as "1.5".';
    return refuse('validation_failed', detail, `${field}.quantity`);
  }
  if (unitAmount !== 0 && !isPositiveAmount(unitAmount)) {
    return refuse('validation_failed', 'An amount is a whole number of minor units, 0 or more.', `${field}.unitAmount`);
  }
  const discount = readDiscount(line.discount ?? null, `${field}.discount`);
  if (discount !== null && isRefusal(discount)) return discount;
  const price = Number(lineAmount(quantity, unitAmount, null));
  const amount = Number(lineAmount(quantity, unitAmount, discount));
  if (!Number.isSafeInteger(price)) {
    return refuse('validation_failed', 'The line is more than an exact number can hold.', `${field}.unitAmount`);
  }
  if (amount < 0)
    return refuse('validation_failed', 'A discount is at most the price of its line.', `${field}.discount`);
  const taxRate = plainDecimal(line.taxRate ?? '0');
  if (taxRate === null || !isTaxRate(taxRate)) {
    return refuse('validation_failed', 'A tax rate is a percentage such as "20" or "5.5".', `${field}.taxRate`);
  }
  if (incomeAccount !== null && (incomeAccount.trim() === '' || incomeAccount.length > LONGEST_ACCOUNT)) {
    return refuse(
      'validation_failed',
      `An account is text of 1 to ${LONGEST_ACCOUNT} characters.`,
      `${field}.incomeAccount`,
    );
  }
  const tax = lineTax(amount, taxRate);
  return { item, quantity, unitAmount, discount: price - amount, taxRate, incomeAccount, amount, tax };
}

/** A number that is not whole is no exact decimal: it comes as text. */
function wholeText(quantity: number): string | null {
  return Number.isSafeInteger(quantity) ? plainDecimal(String(quantity)) : null;
}

function readDiscount(discount: Discount | null, field: string): Discount | null | Refusal {
  if (discount === null) return null;
  if ('amount' in discount) {
    if (discount.amount === 0 || isPositiveAmount(discount.amount)) return discount;
    return refuse('validation_failed', 'A discount is a whole number of minor units, 0 or more.', `${field}.amount`);
  }
  const percentage = plainDecimal(discount.percentage);
  if (percentage === null || Number(percentage) > 100) {
    return refuse(
      'validation_failed',
      'A discount is a percentage from "0" to "100", such as "12.5".',
      `${field}.percentage`,
    );
  }
  return { percentage };
}

function readPlan(plan: Plan, total: number): readonly DueAmount[] | Refusal {
  if ('instalments' in plan) return readInstalments(plan.instalments, total);
  const { count, firstDueDate, interval } = plan;
  if (!Number.isInteger(count) || count < 1 || count > MAX_INSTALMENTS) {
    return refuse('validation_failed', `A plan has 1 to ${MAX_INSTALMENTS} instalments.`, 'plan.count');
  }
  if (!INTERVALS.includes(interval)) {
    return refuse('validation_failed', `An interval is one of ${INTERVALS.join(', ')}.`, 'plan.interval');
  }
  if (!isDate(firstDueDate)) return refuse('validation_failed', 'This is not a date.', 'plan.firstDueDate');
  const dueDates = schedule(count, firstDueDate, interval);
  if (!dueDates.every(isDate))
    return refuse('validation_failed', 'The plan ends after the year 9999.', 'plan.firstDueDate');
  const part = Math.floor(total / count);
  if (part === 0) {
    return refuse('plan_does_not_add_up', `${total} can not be divided into ${count} instalments.`, 'plan.count');
  }
  return dueDates.map((dueDate, index) => ({
    dueDate,
    amount: index === count - 1 ? total - part * (count - 1) : part,
  }));
}

function readInstalments(instalments: readonly DueAmount[], total: number): readonly DueAmount[] | Refusal {
  if (instalments.length === 0 || instalments.length > MAX_INSTALMENTS) {
    return refuse('validation_failed', `A plan has 1 to ${MAX_INSTALMENTS} instalments.`, 'plan.instalments');
  }
  for (const [index, { dueDate, amount }] of instalments.entries()) {
    const field = `plan.instalments.${index}`;
    if (!isDate(dueDate)) return refuse('validation_failed', 'This is not a date.', `${field}.dueDate`);
    if (!isPositiveAmount(amount)) {
      return refuse('validation_failed', 'An amount is a whole number of minor units above 0.', `${field}.amount`);
    }
  }
  const planned = sum(instalments.map(({ amount }) => amount));
  if (planned !== total) {
    return refuse(
      'plan_does_not_add_up',
      `The instalments add up to ${planned}, the lines to ${total}.`,
      'plan.instalments',
    );
  }
  return instalments.map(({ dueDate, amount }) => ({ dueDate, amount }));
}

function checkDue(due: readonly DueAmount[], lines: readonly OrderLine[], command: PlaceSalesOrder): Refusal | null {
  if (due.length * lines.length > MAX_SHARES) {
    return refuse('validation_failed', `Lines times instalments are at most ${MAX_SHARES}.`, 'plan');
  }
  const earliest = addDays(command.today, FIRST_PAYMENT_NOTICE_DAYS);
  const early = due.findIndex(({ dueDate }) => compareDates(dueDate, earliest) < 0);
  if (early === -1) return null;
  const field = 'instalments' in command.plan ? `plan.instalments.${early}.dueDate` : 'plan.firstDueDate';
  return refuse('due_date_too_early', `The first payment is due on ${earliest} at the earliest.`, field);
}

/** A whole number of minor units above 0 that no sum has made inexact. */
export function isPositiveAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0;
}
