import { type Shapes } from '../../api/addresses';
import { type FieldFault } from '../../api/problem';
import { type Currency } from '../../parts/money/currencies';
import { parseAmount } from '../../parts/money/money';
import { words } from '../../words/en/orders';

/** An order as it is typed: texts, as they stand in their fields. */
export interface Draft {
  readonly currency: Currency;
  readonly reference: string;
  readonly lines: readonly DraftLine[];
  readonly plan: 'parts' | 'own';
  readonly count: string;
  readonly firstDueDate: string;
  readonly interval: Interval;
  readonly instalments: readonly DraftInstalment[];
}

export type Interval = NonNullable<Shapes['PlanBody']['interval']>;

export interface DraftLine {
  readonly item: string;
  readonly quantity: string;
  readonly price: string;
  readonly taxRate: string;
  readonly account: string;
}

export interface DraftInstalment {
  readonly dueDate: string;
  readonly amount: string;
}

export const EMPTY_LINE: DraftLine = { item: '', quantity: '1', price: '', taxRate: '', account: '' };

/** The order as the service takes it, or what can not be read, by the fields' names there. */
export function orderOf(
  draft: Draft,
  customerId: string | null,
): { readonly order: Shapes['PlaceSalesOrderBody'] } | { readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const complain = (field: string, message: string) => {
    faults.push({ field, code: 'unreadable', message });
    return 0;
  };
  const minor = (typed: string, field: string) => {
    const read = parseAmount(typed, draft.currency);
    return 'fault' in read ? complain(field, words.amountFault[read.fault]) : read.minor;
  };
  if (customerId === null) complain('customerId', words.chooseCustomer);
  const lines = draft.lines.map(({ item, quantity, price, taxRate, account }, index) => ({
    item: item.trim(),
    quantity: quantity.trim(),
    unitAmount: minor(price, `lines.${String(index)}.unitAmount`),
    ...(taxRate.trim() === '' ? {} : { taxRate: taxRate.trim() }),
    ...(account.trim() === '' ? {} : { incomeAccount: account.trim() }),
  }));
  const plan =
    draft.plan === 'parts'
      ? { count: Number(draft.count), firstDueDate: draft.firstDueDate, interval: draft.interval }
      : {
          instalments: draft.instalments.map(({ dueDate, amount }, index) => ({
            dueDate,
            amount: minor(amount, `plan.instalments.${String(index)}.amount`),
          })),
        };
  if (faults.length > 0) return { faults };
  const reference = draft.reference.trim();
  return {
    order: {
      customerId: customerId ?? '',
      currency: draft.currency,
      ...(reference === '' ? {} : { reference }),
      lines,
      plan,
    },
  };
}
