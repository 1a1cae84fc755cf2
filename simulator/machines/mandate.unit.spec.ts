import { type MandateAction, MANDATE_TRANSITIONS, type MandateStatus, nextMandateStatus } from './mandate';

const LIVE: readonly MandateStatus[] = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
];
const ENDED: readonly MandateStatus[] = ['failed', 'cancelled', 'expired', 'consumed', 'blocked'];

test.each(LIVE)('a mandate that is %s can be cancelled and blocked', (from) => {
  expect([nextMandateStatus(from, 'cancelled'), nextMandateStatus(from, 'blocked')]).toEqual(['cancelled', 'blocked']);
});

test('the way to the bank', () => {
  const way: readonly MandateAction[] = ['customer_approval_granted', 'submitted', 'active'];

  const statuses = way.reduce<(MandateStatus | undefined)[]>(
    (seen, action) => [...seen, nextMandateStatus(seen.at(-1) ?? 'pending_customer_approval', action)],
    [],
  );

  expect(statuses).toEqual(['pending_submission', 'submitted', 'active']);
});

test('what ended comes back only by a resubmission, or by the bank when it was cancelled', () => {
  const waysBack = ENDED.map((from) => [
    from,
    MANDATE_TRANSITIONS.filter(([status]) => status === from).map(([, action, to]) => `${action} → ${to}`),
  ]);

  expect(waysBack).toEqual([
    ['failed', []],
    ['cancelled', ['resubmission_requested → pending_submission', 'reinstated → active']],
    ['expired', ['resubmission_requested → pending_submission']],
    ['consumed', []],
    ['blocked', []],
  ]);
});

test('only an active mandate expires, is used up, replaced or transferred', () => {
  const actions: readonly MandateAction[] = ['expired', 'consumed', 'replaced', 'transferred'];

  const from = actions.map((action) =>
    MANDATE_TRANSITIONS.filter(([, moved]) => moved === action).map(([status]) => status),
  );

  expect(from).toEqual([['active'], ['active'], ['active'], ['active']]);
});
