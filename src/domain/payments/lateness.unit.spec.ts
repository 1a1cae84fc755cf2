import { bound, day, factsAfter, orderPayment, requested, seen } from '../../../test/support/payment-worlds';
import { isLate, moneyMovements, postedRun } from './lateness';
import { lifecycleOf, mayBringMoney, statusFactsOf } from './lifecycle';

/** Facts as `action` words, one a day; the movements as words, for example `lost by PaymentFailed 5 of 4`. */
function movementsAfter(...actions: readonly string[]): readonly string[] {
  const facts = actions.map((action, index) => seen(action, day(index + 1)));
  const movements = moneyMovements(statusFactsOf(factsAfter([...orderPayment, ...facts])));
  return movements.map(({ kind, fact, run, undoes }) => {
    const what = `${kind} ${dayOf(fact.effectiveAt)} of ${dayOf(run.effectiveAt)}`;
    return undoes === null ? what : `${what} undoes ${dayOf(undoes.effectiveAt)}`;
  });
}

/** The same of a payment whose money is not for these books, with whether it is there and whether it may still come. */
function movementsOf(obstacle: 'other_creditor' | 'direct_settlement', actions: readonly string[]) {
  const log = [...requested({ kind: 'manual' }, []), ...bound({ obstacle })];
  const facts = factsAfter([...log, ...actions.map((action, index) => seen(action, day(index + 1)))]);
  const lifecycle = lifecycleOf(facts);
  const movements = lifecycle.movements.map(({ kind, fact }) => `${kind} ${dayOf(fact.effectiveAt)}`);
  return [movements, lifecycle.moneyStands, mayBringMoney(facts, lifecycle)];
}

function dayOf(instant: string): number {
  return new Date(instant).getUTCDate();
}

describe('money stands or it does not', () => {
  test.each<[string, string[], string[]]>([
    ['confirmed is not money', ['submitted', 'confirmed'], []],
    ['paid out: it stands', ['paid_out'], ['paid_out 1 of 1']],
    ['paid out again while it stands: nothing', ['paid_out', 'paid_out'], ['paid_out 1 of 1']],
    ['a failure before paid out loses nothing', ['submitted', 'failed'], []],
    ['a failure after paid out loses it', ['paid_out', 'failed'], ['paid_out 1 of 1', 'lost 2 of 1']],
    ['a second loss loses nothing', ['paid_out', 'failed', 'charged_back'], ['paid_out 1 of 1', 'lost 2 of 1']],
    ['a chargeback loses it', ['paid_out', 'charged_back'], ['paid_out 1 of 1', 'lost 2 of 1']],
    [
      'a cancelled chargeback brings it back',
      ['paid_out', 'charged_back', 'chargeback_cancelled'],
      ['paid_out 1 of 1', 'lost 2 of 1', 'restored 3 of 1 undoes 2'],
    ],
    [
      'a cancelled chargeback brings it back once',
      ['paid_out', 'charged_back', 'chargeback_cancelled', 'chargeback_cancelled'],
      ['paid_out 1 of 1', 'lost 2 of 1', 'restored 3 of 1 undoes 2'],
    ],
    [
      'a chargeback that was cancelled before payout restores nothing',
      ['confirmed', 'charged_back', 'chargeback_cancelled'],
      [],
    ],
    [
      'a cancelled chargeback that had ended nothing restores nothing, although a failure had',
      ['paid_out', 'failed', 'charged_back', 'chargeback_cancelled'],
      ['paid_out 1 of 1', 'lost 2 of 1'],
    ],
    [
      'a chargeback that is cancelled while a second run stands restores nothing',
      ['paid_out', 'charged_back', 'paid_out', 'chargeback_cancelled'],
      ['paid_out 1 of 1', 'lost 2 of 1', 'paid_out 3 of 3'],
    ],
    [
      'after it the money can be lost again',
      ['paid_out', 'charged_back', 'chargeback_cancelled', 'failed'],
      ['paid_out 1 of 1', 'lost 2 of 1', 'restored 3 of 1 undoes 2', 'lost 4 of 1'],
    ],
    [
      'a second run after a retry is money of its own',
      ['paid_out', 'failed', 'resubmission_requested', 'submitted', 'confirmed', 'paid_out', 'charged_back'],
      ['paid_out 1 of 1', 'lost 2 of 1', 'paid_out 6 of 6', 'lost 7 of 6'],
    ],
    ['a cancellation loses nothing', ['paid_out', 'cancelled'], ['paid_out 1 of 1']],
  ])('%s', (_, actions, movements) => {
    expect(movementsAfter(...actions)).toStrictEqual(movements);
  });

  test('the run whose money stands is the last that was not lost', () => {
    const actions = ['paid_out', 'failed', 'resubmission_requested', 'submitted', 'confirmed', 'paid_out'];
    const ordered = statusFactsOf(
      factsAfter([...orderPayment, ...actions.map((action, index) => seen(action, day(index + 1)))]),
    );
    expect(postedRun(moneyMovements(ordered))).toBe(ordered[5]);
    expect(postedRun(moneyMovements(ordered.slice(0, 2)))).toBeNull();
    expect(postedRun([])).toBeNull();
  });

  test('only the failure that ended standing money is late', () => {
    const actions = ['failed', 'paid_out', 'failed', 'failed'];
    const ordered = statusFactsOf(
      factsAfter([
        ...orderPayment,
        ...actions.map((action, index) => seen(action, day(index + 1), { id: `EV${index}` })),
      ]),
    );
    const movements = moneyMovements(ordered);
    expect(ordered.map((fact) => isLate(fact, movements))).toStrictEqual([false, false, true, false]);
  });
});

describe('money that is not for these books', () => {
  test.each([
    ['other_creditor', ['submitted', 'confirmed'], [], false, true],
    ['other_creditor', ['submitted', 'confirmed', 'paid_out'], ['paid_out 3'], true, false],
    ['other_creditor', ['submitted', 'confirmed', 'paid_out', 'failed'], ['paid_out 3', 'lost 4'], false, false],
    ['direct_settlement', ['submitted'], [], false, true],
    ['direct_settlement', ['submitted', 'failed'], [], false, false],
    ['direct_settlement', ['submitted', 'confirmed'], ['paid_out 2'], true, false],
    ['direct_settlement', ['submitted', 'confirmed', 'paid_out'], ['paid_out 2'], true, false],
    ['direct_settlement', ['submitted', 'confirmed', 'charged_back'], ['paid_out 2', 'lost 3'], false, false],
    [
      'direct_settlement',
      ['submitted', 'confirmed', 'charged_back', 'chargeback_cancelled'],
      ['paid_out 2', 'lost 3', 'restored 4'],
      true,
      false,
    ],
    [
      'direct_settlement',
      ['submitted', 'confirmed', 'failed', 'resubmission_requested', 'submitted', 'confirmed'],
      ['paid_out 2', 'lost 3', 'paid_out 6'],
      true,
      false,
    ],
  ] as const)('%s after %j', (obstacle, actions, movements, stands, mayCome) => {
    expect(movementsOf(obstacle, actions)).toStrictEqual([movements, stands, mayCome]);
  });
});
