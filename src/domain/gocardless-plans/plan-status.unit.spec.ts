import * as fc from 'fast-check';
import { PLAN_ACTIONS, type PlanAction } from './events';
import { isLivePlan, type PlanFact } from './plan-status';

const facts = (...actions: readonly PlanAction[]): readonly PlanFact[] =>
  actions.map((action, day) => ({
    action,
    effectiveAt: `2026-03-${String(day + 1).padStart(2, '0')}T09:00:00.000Z`,
    causationId: `EV${day}`,
  }));

describe('whether GoCardless may still collect by a plan', () => {
  it.each([
    [null, [], false],
    ['active', [], true],
    ['paused', [], true],
    ['a_status_of_tomorrow', [], true],
    ['finished', [], false],
    ['cancelled', [], false],
    ['creation_failed', [], false],
    [null, ['created'], true],
    [null, ['created', 'payment_created', 'amended'], true],
    [null, ['created', 'paused'], true],
    [null, ['created', 'errored'], true],
    [null, ['created', 'customer_approval_denied'], false],
    [null, ['created', 'creation_failed'], false],
    [null, ['created', 'finished'], false],
    [null, ['created', 'cancelled'], false],
    [null, ['created', 'paused', 'resumed'], true],
    [null, ['created', 'errored', 'resumed', 'completed'], false],
    // What GoCardless told counts more than the status that was read once.
    ['active', ['cancelled'], false],
    ['cancelled', ['resumed'], true],
    ['active', ['payment_created'], true],
  ] as const)('status %j, then %j: %j', (status, actions, live) => {
    expect(isLivePlan({ status, observed: facts(...actions) })).toBe(live);
  });

  it('does not depend on the order in which facts arrive', () => {
    const actions = [...PLAN_ACTIONS.subscription, ...PLAN_ACTIONS.instalment_schedule];
    const told = fc
      .array(fc.tuple(fc.constantFrom(...actions), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 6 })
      .map((all) =>
        all.map(([action, day], index) => ({
          action,
          effectiveAt: `2026-03-0${day}T09:00:00.000Z`,
          causationId: `EV${index}`,
        })),
      );
    const arrivals = told.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(arrivals, ([all, arrived]) => {
        expect(isLivePlan({ status: null, observed: arrived })).toBe(isLivePlan({ status: null, observed: all }));
      }),
    );
  });
});
