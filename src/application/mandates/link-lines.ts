import { type WhoseLine } from '../customers/customers-of-lines';
import { foldedEmail, type LookUpKey } from '../gocardless-reads/look-up';
import { type TableLine } from '../ports/table-files';
import { type LineError, unusableCells } from '../customers/line-errors';

/** A line of a file by which customers are linked. */
export interface LinkLine {
  readonly line: number;
  readonly customerId: string;
  readonly key: LookUpKey;
  /** The line before that says just the same, or null. */
  readonly repeats: number | null;
}

const KEYS = ['email', 'gocardlessCustomerId', 'mandateId'] as const;

/**
 * Reads a line, or says what is wrong with it. What is wrong is never quoted: it may be personal. One key for two customers is
 * wrong, since a payer is one of them at most.
 */
export function readLinkLine(
  row: TableLine,
  whose: WhoseLine,
  seen: ReadonlyMap<string, LinkLine>,
): LinkLine | LineError[] {
  const { line, cells } = row;
  const errors = unusableCells(row);
  const complain = (error: Omit<LineError, 'line'>) => {
    if (!errors.some(({ field }) => field === error.field)) errors.push({ line, ...error });
  };
  if (!('customerId' in whose)) complain(whose);
  const key = keyOf(cells);
  if ('message' in key) complain(key);
  if (errors.length > 0 || !('customerId' in whose) || 'message' in key) return errors;
  const before = seen.get(keyText(key));
  if (before === undefined) return { line, customerId: whose.customerId, key, repeats: null };
  if (before.customerId === whose.customerId) return { ...before, line, repeats: before.line };
  const [field = 'email'] = Object.keys(key);
  const message = `Line ${before.line} gives the same to another customer.`;
  return [{ line, field, code: 'contradicts_line', message }];
}

/** The same text for keys that lead to the same. */
export function keyText(key: LookUpKey): string {
  return 'email' in key ? `email:${foldedEmail(key.email)}` : Object.entries(key).flat().join(':');
}

function keyOf(cells: TableLine['cells']): LookUpKey | Omit<LineError, 'line'> {
  const given = KEYS.filter((name) => (cells[name] ?? '') !== '');
  const [only, another] = given;
  if (only === undefined) {
    const message = 'Give an e-mail address, a GoCardless customer id or a mandate id.';
    return { field: KEYS.find((name) => name in cells) ?? 'email', code: 'missing', message };
  }
  const value = cells[only] ?? '';
  if (another !== undefined) {
    return { field: another, code: 'exactly_one', message: `There is ${only} already; give exactly one of the three.` };
  }
  switch (only) {
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(value)
        ? { email: value }
        : { field: only, code: 'not_an_email', message: 'This is not an e-mail address.' };
    case 'gocardlessCustomerId':
      return /^CU[A-Z0-9]{1,30}$/.test(value)
        ? { gocardlessCustomerId: value }
        : { field: only, code: 'not_an_id', message: 'A customer id of GoCardless begins with CU.' };
    case 'mandateId':
      return /^MD[A-Z0-9]{1,30}$/.test(value)
        ? { mandateId: value }
        : { field: only, code: 'not_an_id', message: 'A mandate id of GoCardless begins with MD.' };
  }
}
