import * as fc from 'fast-check';
import { RateBudget } from './rate-budget';

const START = Date.parse('2026-02-02T10:00:00.000Z');
const RESET = 'Mon, 02 Feb 2026 10:01:00 GMT';

function headers(remaining: number, reset = RESET): Record<string, string> {
  return { 'ratelimit-limit': '1000', 'ratelimit-remaining': String(remaining), 'ratelimit-reset': reset };
}

describe('the rate budget of a token', () => {
  it('knows nothing before the first answer, and lets all pass', () => {
    const budget = new RateBudget(() => START);
    expect([budget.take(), budget.take()]).toEqual([0, 0]);
  });

  it('lets pass while more than a twentieth is left', () => {
    const budget = new RateBudget(() => START);
    budget.note(headers(51));
    expect(budget.take()).toBe(0);
    expect(budget.take()).toBeGreaterThan(0);
  });

  it('waits for the reset when nothing is left, and passes after it', () => {
    let now = START;
    const budget = new RateBudget(() => now);
    budget.note(headers(0));
    expect([budget.take(), budget.take()]).toEqual([60_000, 60_000]);
    now += 60_000;
    expect(budget.take()).toBe(0);
  });

  it('is not raised by an answer that was overtaken, nor by one of the window before', () => {
    const budget = new RateBudget(() => START);
    budget.note(headers(0));
    budget.note(headers(900));
    budget.note(headers(900, 'Mon, 02 Feb 2026 10:00:30 GMT'));
    expect(budget.take()).toBe(60_000);
  });

  it('begins anew with the next window', () => {
    const budget = new RateBudget(() => START);
    budget.note(headers(0));
    budget.note(headers(900, 'Mon, 02 Feb 2026 10:01:30 GMT'));
    expect(budget.take()).toBe(0);
  });

  it.each([
    ['an HTTP date', RESET, 60_000],
    ['seconds', '30', 30_000],
    ['a date far away, which is not believed', 'Mon, 02 Feb 2027 10:01:00 GMT', 120_000],
    ['a date that has passed', 'Mon, 02 Feb 2026 09:00:00 GMT', 1000],
    ['nothing that can be read', 'soon', 1000],
  ])('after a refusal waits by %s', (_, reset, milliseconds) => {
    expect(new RateBudget(() => START).afterRefusal(headers(0, reset))).toBe(milliseconds);
  });

  it.each([{}, { 'ratelimit-limit': '1000' }, headers(-1), headers(1, 'soon')])('is not changed by %j', (odd) => {
    const budget = new RateBudget(() => START);
    budget.note(odd);
    expect(budget.take()).toBe(0);
  });

  it('never lets more than what is left pass before the reset, and lets nobody wait beyond it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 200 }), (remaining, calls) => {
        const budget = new RateBudget(() => START);
        budget.note(headers(remaining));
        const passes = Array.from({ length: calls }, () => budget.take());
        expect(passes.filter((wait) => wait < 60_000).length).toBeLessThanOrEqual(remaining);
        expect(passes.every((wait) => wait > 0 && wait <= 60_000)).toBe(true);
      }),
    );
  });
});
