import { type InstalmentChange } from '../../domain/sales-orders/change-instalments';
import { isDate } from '../../domain/shared/calendar';
import { readAmount } from '../../domain/shared/decimal-amount';
import { type LineError, unusableCells } from '../customers/line-errors';
import { type TableForm, type TableLine } from '../ports/table-files';

/** A line of a file of changes. What its cells leave empty stays as it is. */
export interface ChangeLine {
  readonly line: number;
  readonly change: InstalmentChange;
}

export const CHANGES_FORM: TableForm = {
  columns: { scheduledPaymentId: 'text', dueDate: 'day', amount: 'amount', mandateId: 'text' },
  oneOf: [['scheduledPaymentId'], ['dueDate', 'amount', 'mandateId']],
};

/** Reads a line, or says what is wrong with it. `seen` has the lines before by instalment, and gets this one. */
export function readChangeLine(row: TableLine, seen: Map<string, number>): ChangeLine | readonly LineError[] {
  const { line, cells } = row;
  const errors = unusableCells(row);
  const complain = (field: string, code: string, message: string) => {
    if (!errors.some((error) => error.field === field)) errors.push({ line, field, code, message });
  };
  const { scheduledPaymentId = '', dueDate = '', amount = '', mandateId = '' } = cells;
  const read = amount === '' ? undefined : readAmount(amount);
  if (scheduledPaymentId === '') complain('scheduledPaymentId', 'missing', 'Name the scheduled payment by its id.');
  if (dueDate !== '' && !isDate(dueDate)) complain('dueDate', 'not_a_date', 'must be a date such as 2026-03-31');
  if (typeof read === 'object') complain('amount', 'unreadable_amount', read.message);
  const before = seen.get(scheduledPaymentId);
  if (before === undefined) seen.set(scheduledPaymentId, line);
  else complain('scheduledPaymentId', 'duplicate_line', `Line ${before} changes the same scheduled payment.`);
  if (errors.length > 0) return errors;
  return {
    line,
    change: {
      scheduledPaymentId,
      ...(dueDate === '' ? {} : { dueDate }),
      ...(typeof read === 'number' ? { amount: read } : {}),
      ...(mandateId === '' ? {} : { mandateId }),
    },
  };
}
