import { isDate } from '../../../domain/shared/calendar';
import { isCurrency } from '../../../domain/shared/money';
import { BalanceItem } from '../../../read-models/balances/list';
import { listFile } from '../answers/table-columns';
import { flagParameter, TakesFlag } from '../requests/flag-parameter';
import { type GivenColumn, type ImportForm } from '../requests/import-options';

/** What the address of an import may say for all balances of the file. */
const GIVEN_ONCE: readonly GivenColumn[] = [
  {
    name: 'currency',
    description: 'The currency of all balances whose line names none.',
    check: (value) =>
      isCurrency(value)
        ? null
        : { code: 'unknown_currency', message: 'must be a currency that GoCardless collects in' },
  },
  {
    name: 'asOf',
    description: 'When all balances were so whose line does not say: a time, or a day, which begins at midnight.',
    check: (value) =>
      value.length <= 40 && isDate(value.slice(0, 10))
        ? null
        : { code: 'not_a_time', message: 'must be a day such as 2026-03-31, or a time such as 2026-03-31T12:00:00Z' },
  },
];

/** The list of balances may be imported again; what was only collected of a customer, and never stated, is no balance. */
const LIST = listFile(BalanceItem, { customerId: 'customerId', currency: 'currency', stated: 'amount', asOf: 'asOf' }, [
  'stated',
]);

export const BALANCES_FORM: ImportForm = { given: GIVEN_ONCE, lists: [LIST] };

/** The address takes `older`, which is read by `readOlder`. */
export function MayBeOlder(): MethodDecorator {
  return TakesFlag('older', 'Also where the balance that stands is of a later time.');
}

export function readOlder(query: unknown): boolean {
  return flagParameter(query, 'older');
}
