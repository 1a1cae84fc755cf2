import { attemptFlags, unsentFlags } from '../../src/domain/payments/flags-table';
import { MATRIX, type MatrixFlag, MEANINGS } from '../../web/parts/instalments/meaning';

const ticksOf = (key: string) => MEANINGS.find((meaning) => meaning.key === key)?.flags ?? ['no such row'];
const raised = (flags: Readonly<Record<MatrixFlag, boolean>>) => MATRIX.filter((flag) => flags[flag]);

it.each([
  ['requested', 'requested', false],
  ['rejected', 'rejected', true],
  ['pending_submission', 'pending_submission', false],
  ['pending_customer_approval', 'pending_customer_approval', false],
  ['customer_approval_denied', 'customer_approval_denied', true],
  ['submitted', 'submitted', false],
  ['confirmed', 'confirmed', false],
  ['paid_out', 'paid_out', false],
  ['failed', 'failed', true],
  ['failed_late', 'failed', true],
  ['charged_back', 'charged_back', true],
  ['cancelled', 'cancelled', false],
  ['cancelled_after_failure', 'cancelled', true],
])('explains the flags of %s as the service sets them', (key, status, hasErrors) => {
  expect(ticksOf(key)).toEqual(raised(attemptFlags({ status, hasErrors })));
});

it.each([
  ['waits', false, null],
  ['no_mandate', false, 'no_mandate'],
  ['mandate_dead', false, 'mandate_cancelled'],
  ['cancelled_unsent', true, null],
] as const)('explains the flags of one that was not sent, %s, as the service sets them', (key, cancelled, mark) => {
  expect(ticksOf(key)).toEqual(raised(unsentFlags(cancelled, mark)));
});
