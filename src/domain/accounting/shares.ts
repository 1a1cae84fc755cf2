import { type LineShare } from '../sales-orders/events';
import { compareDates } from '../shared/calendar';
import { allocate, divideHalfUp, sum } from '../shared/money';

/** True for a percentage as a decimal string with at most 4 decimals: `"20"`, `"5.5"`, `"0"`. */
export function isTaxRate(text: string): boolean {
  return /^\d{1,3}(\.\d{1,4})?$/.test(text);
}

/**
 * The tax within an amount that includes it, `amount − amount ÷ (1 + rate)`, rounded half up once. `taxRate` as `isTaxRate` allows;
 * it is read as a fraction of whole numbers, because 5.5 has no exact float.
 */
export function lineTax(amount: number, taxRate: string): number {
  const [whole = '', decimals = ''] = taxRate.split('.');
  // Ten-thousandths of a percent: "5.5" is 55000, and 100 % is 1000000.
  const rate = BigInt(whole + decimals.padEnd(4, '0'));
  return Number(divideHalfUp(BigInt(amount) * rate, 1_000_000n + rate));
}

/** What is shared out line by line: an order line, or a payment's share of one. Minor units; `tax` is within `amount`. */
interface Shareable {
  readonly amount: number;
  readonly tax: number;
}

/** An order line as it is shared over instalments. */
export interface LineToShare extends Shareable {
  readonly taxRate: string;
  readonly incomeAccount: string | null;
}

export interface InstalmentToShare {
  readonly dueDate: string;
  readonly amount: number;
}

/**
 * What each instalment takes of each line, in the order of `instalments`; every result has one share for each line.
 * They are walked by (due date, index), each in proportion to what the lines still lack, so that every line ends exactly at its
 * amount and its tax. `fixed` are shares that may not change any more (sent or cancelled instalments): they are taken off first.
 * The instalments and the fixed shares must add up to the lines.
 */
export function shareInstalments(
  lines: readonly LineToShare[],
  instalments: readonly InstalmentToShare[],
  fixed: readonly LineShare[] = [],
): LineShare[][] {
  const open = lines.map((line, index) =>
    less(
      line,
      fixed.filter((share) => share.line === index),
    ),
  );
  const walk = instalments
    .map(({ dueDate, amount }, index) => ({ dueDate, amount, index }))
    .sort((a, b) => compareDates(a.dueDate, b.dueDate) || a.index - b.index);
  const taken = takeInTurn(
    open,
    walk.map(({ amount }) => amount),
  );
  const shares = instalments.map((): LineShare[] => []);
  walk.forEach(({ index }, turn) => {
    shares[index] = lines.map(({ taxRate, incomeAccount }, line) => ({
      line,
      taxRate,
      ...partOf(taken, turn, line),
      incomeAccount,
    }));
  });
  return shares;
}

/**
 * What a refund takes of a payment's shares, in proportion to what each line has left unrefunded, tax by differences.
 * `earlier` are the amounts of the refunds before it, in their order: by them what is left is computed again, so that the result
 * depends on nothing else. A refund beyond what is left is GoCardless's fact and not refused: the excess is shared by the whole
 * amounts.
 */
export function refundShares(shares: readonly LineShare[], earlier: readonly number[], amount: number): LineShare[] {
  const taken = takeInTurn(shares, [...earlier, amount]);
  return shares.map((share, index) => ({ ...share, ...partOf(taken, earlier.length, index) }));
}

function less(whole: Shareable, fixed: readonly Shareable[]): Shareable {
  return {
    amount: whole.amount - sum(fixed.map(({ amount }) => amount)),
    tax: whole.tax - sum(fixed.map(({ tax }) => tax)),
  };
}

function partOf(taken: readonly (readonly Shareable[])[], turn: number, index: number): Shareable {
  return taken[turn]?.[index] ?? { amount: 0, tax: 0 };
}

/** Takes amounts one after the other from several wholes; one row for each amount, one part for each whole. */
function takeInTurn(wholes: readonly Shareable[], amounts: readonly number[]): Shareable[][] {
  let takenBefore = wholes.map(() => 0);
  return amounts.map((amount) => {
    const parts = takeOnce(wholes, takenBefore, amount);
    const takenAfter = takenBefore.map((before, index) => before + (parts[index] ?? 0));
    const row = wholes.map((whole, index) => ({
      amount: parts[index] ?? 0,
      tax: taxUpTo(whole, takenAfter[index] ?? 0) - taxUpTo(whole, takenBefore[index] ?? 0),
    }));
    takenBefore = takenAfter;
    return row;
  });
}

function takeOnce(wholes: readonly Shareable[], taken: readonly number[], amount: number): number[] {
  const lacking = wholes.map((whole, index) => Math.max(0, whole.amount - (taken[index] ?? 0)));
  const within = Math.min(amount, sum(lacking));
  const beyond = allocate(
    amount - within,
    wholes.map((whole) => whole.amount),
  );
  return allocate(within, lacking).map((part, index) => part + (beyond[index] ?? 0));
}

/** The tax within the first `amount` of a whole. Taxes of parts are differences of it, so they add up to the whole tax. */
function taxUpTo(whole: Shareable, amount: number): number {
  if (whole.amount === 0) return 0;
  return Number(divideHalfUp(BigInt(whole.tax) * BigInt(amount), BigInt(whole.amount)));
}
