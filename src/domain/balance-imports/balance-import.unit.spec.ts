import { given, happened, stateAfter } from '../../../test/support/decider';
import { balanceImportDecider } from './balance-import';

const at = '2026-03-02T09:00:00.000Z';
const cause = (causationId: string) => ({ causationId, at });
const stamp = (causationId: string) => ({ causationId, effectiveAt: at });

const of = { balanceImportId: 'bim_1', connectionId: 'con_1' };
const balances = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ customerId: `cus_${index}`, currency: 'GBP', amount: 100, asOf: at }));
const count = { count: 3, balancesSha256: '1a' };

const list = (from: number, length: number) =>
  ({ type: 'ListBalances', ...of, from, balances: balances(length), ...cause(`list ${from}`) }) as const;
const seal = { type: 'SealImport', ...of, ...count, ...cause('seal') } as const;
const note = { type: 'NoteCarriedOut', ...of, ...cause('done') } as const;

const listed = (from: number, length: number) =>
  happened('ImportedBalancesListed', { ...of, from, balances: balances(length) }, stamp(`list ${from}`));
const sealed = happened('BalancesImported', { ...of, ...count }, stamp('seal'));
const carriedOut = happened('BalanceImportCarriedOut', of, stamp('done'));

describe('a file of balances', () => {
  test('is listed piece by piece and sealed', () => {
    given(balanceImportDecider, [])
      .when(list(0, 2))
      .then([listed(0, 2)]);
    given(balanceImportDecider, [listed(0, 2)])
      .when(list(2, 1))
      .then([listed(2, 1)]);
    given(balanceImportDecider, [listed(0, 2), listed(2, 1)])
      .when(seal)
      .then([sealed]);
  });

  test('takes every piece once, so that what was broken off can be begun anew', () => {
    given(balanceImportDecider, [listed(0, 2)])
      .when({ ...list(0, 2), ...cause('again') })
      .then([]);
    given(balanceImportDecider, [listed(0, 3), sealed])
      .when(list(3, 1))
      .then([]);
    given(balanceImportDecider, [listed(0, 3), sealed])
      .when({ ...seal, ...cause('again') })
      .then([]);
  });

  test('is carried out once', () => {
    given(balanceImportDecider, [listed(0, 3), sealed])
      .when(note)
      .then([carriedOut]);
    given(balanceImportDecider, [listed(0, 3), sealed, carriedOut])
      .when({ ...note, ...cause('again') })
      .then([]);
  });

  test('names its connection in all its events', () => {
    expect(balanceImportDecider.references(balanceImportDecider.initial, 'bim_1')).toStrictEqual({});
    for (const event of [listed(0, 3), sealed, carriedOut]) {
      const state = stateAfter(balanceImportDecider, [event]);
      expect(balanceImportDecider.references(state, 'bim_1')).toStrictEqual({ connectionId: 'con_1' });
    }
  });
});
