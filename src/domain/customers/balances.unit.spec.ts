import { given, happened, stateAfter } from '../../../test/support/decider';
import { isRefusal } from '../shared/decider';
import { balanceIn, statementOf } from './balances';
import { customerDecider } from './customer';

const at = '2026-04-01T09:00:00.000Z';
const stamp = { effectiveAt: at, causationId: 'command' };
const registered = happened('CustomerRegistered', {
  customerId: 'cus_1',
  connectionId: 'con_1',
  name: 'Ada',
  company: null,
  email: null,
  reference: null,
  round: null,
});
const statement = { currency: 'GBP', amount: 4_550, asOf: '2026-03-31T00:00:00.000Z', balanceImportId: null };
const row = { balanceExportId: 'bex_1', rowId: 'blr_1_1', currency: 'GBP', amount: 4_550 };
const stated = happened('BalanceStated', { customerId: 'cus_1', ...statement });
const reserved = happened('BalanceReserved', { customerId: 'cus_1', ...row });
const released = happened('BalanceReleased', { customerId: 'cus_1', ...row });

const state = (changed: Partial<typeof statement> = {}, causationId = 'command') =>
  ({ type: 'StateBalance', ...statement, ...changed, at, causationId }) as const;
const reserve = { type: 'ReserveBalance', ...row, at, causationId: 'command' } as const;
const release = { type: 'ReleaseBalance', currency: 'GBP', rowId: row.rowId, at, causationId: 'command' } as const;

describe('a balance', () => {
  it('of an earlier time does not take the place of a later one, unless that is said', () => {
    const earlier = { asOf: '2026-03-30T23:59:59.999Z', amount: 1 };
    given(customerDecider, [registered, stated]).when(state(earlier)).thenRefused('older_balance');
    given(customerDecider, [registered, stated])
      .when({ ...state(earlier), older: true })
      .then([happened('BalanceStated', { customerId: 'cus_1', ...statement, ...earlier }, stamp)]);
    given(customerDecider, [registered, stated])
      .when(state({ amount: 1 }))
      .then([happened('BalanceStated', { customerId: 'cus_1', ...statement, amount: 1 }, stamp)]);
  });

  it('is what was stated last, in each currency', () => {
    given(customerDecider, [registered])
      .when(state())
      .then([{ ...stated, ...stamp }]);
    given(customerDecider, [registered, stated])
      .when(state({ amount: -150 }))
      .then([happened('BalanceStated', { customerId: 'cus_1', ...statement, amount: -150 }, stamp)]);
    const euros = happened('BalanceStated', { customerId: 'cus_1', ...statement, currency: 'EUR', amount: 900 });
    const known = stateAfter(customerDecider, [registered, stated, euros]);
    const balances = known.status === 'registered' ? known.balances : new Map();
    expect(balanceIn(balances, 'GBP').stated?.amount).toBe(4_550);
    expect(balanceIn(balances, 'EUR').stated?.amount).toBe(900);
  });

  it('is not stated twice with the same words', () => {
    given(customerDecider, [registered, stated]).when(state()).then([]);
    given(customerDecider, [registered, happened('BalanceStated', stated.data, { causationId: 'one' })])
      .when(state({ amount: 1 }, 'one'))
      .then([]);
  });

  it('is nobody’s without a customer', () => {
    given(customerDecider, []).when(state()).thenRefused('not_found');
  });

  it('is reserved for a row once, and released once', () => {
    given(customerDecider, [registered, stated])
      .when(reserve)
      .then([{ ...reserved, ...stamp }]);
    given(customerDecider, [registered, stated, reserved]).when(reserve).then([]);
    given(customerDecider, [registered, stated, reserved])
      .when(release)
      .then([{ ...released, ...stamp }]);
    given(customerDecider, [registered, stated, reserved, released]).when(release).then([]);
    given(customerDecider, [registered, stated]).when(release).then([]);
  });

  it('has another version after each of its events, and only after them', () => {
    const moved = happened('CustomerDetailsChanged', { round: 'south' });
    const versions = [
      [registered],
      [registered, moved],
      [registered, stated],
      [registered, stated, reserved, released],
    ].map((history) => {
      const known = stateAfter(customerDecider, history);
      return known.status === 'registered' ? balanceIn(known.balances, 'GBP').version : null;
    });
    expect(versions).toEqual([0, 0, 1, 3]);
  });

  it('is stated, reserved and released of a forgotten person too: the books stay', () => {
    const forgotten = happened('CustomerForgotten', { customerId: 'cus_1' });
    given(customerDecider, [registered, stated, reserved, forgotten])
      .when(release)
      .then([{ ...released, ...stamp }]);
  });
});

describe('a statement', () => {
  const where = { timeZone: 'Europe/London', now: at };

  it.each([
    ['2026-03-31', '2026-03-30T23:00:00.000Z'], // summer time since the 29th
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-03-31T12:00:00Z', '2026-03-31T12:00:00.000Z'],
    ['2026-03-31T12:00:00+02:00', '2026-03-31T10:00:00.000Z'],
    ['2026-04-01T09:00:30Z', '2026-04-01T09:00:30.000Z'],
  ])('as of %s speaks of %s', (asOf, instant) => {
    expect(statementOf({ amount: 1, currency: 'GBP', asOf }, where)).toEqual({
      amount: 1,
      currency: 'GBP',
      asOf: instant,
    });
  });

  it.each([
    ['as_of_in_future', '2026-04-02'],
    ['as_of_in_future', '2026-04-01T09:02:00Z'],
    ['validation_failed', '31/03/2026'],
    ['validation_failed', '2026-02-30'],
    ['validation_failed', '2026-3-1'],
    ['validation_failed', '45000'],
    ['validation_failed', ''],
  ])('is refused with %s as of "%s"', (code, asOf) => {
    const refusal = statementOf({ amount: 1, currency: 'GBP', asOf }, where);
    expect(refusal).toMatchObject({ refused: true, code, field: 'asOf' });
  });

  it('is in a currency that GoCardless collects', () => {
    const refusal = statementOf({ amount: 1, currency: 'XBT', asOf: '2026-03-31' }, where);
    expect(isRefusal(refusal) && refusal.code).toBe('unknown_currency');
  });
});
