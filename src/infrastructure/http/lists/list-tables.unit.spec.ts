import { type Type } from '@nestjs/common';
import { TrialBalanceFields } from '../../../read-models/ledger/accounts';
import { columnsOf } from '../answers/table-columns';
import { KeysController } from '../keys/keys.controller';
import { SuggestionsController } from '../mandates/suggestions.controller';
import { queryDescription } from '../requests/query-description';
import { SessionsController } from '../sessions/sessions.controller';
import { LIST_CONTROLLERS } from './list-controllers';

/** The item of each list of a controller. */
function itemsOf({ prototype }: Type) {
  const methods: readonly unknown[] = Object.values(Object.getOwnPropertyDescriptors(prototype)).map(
    ({ value }): unknown => value,
  );
  return methods.flatMap((method) => {
    const list = typeof method === 'function' && isQuery(method) ? queryDescription(method).list : null;
    return list === null ? [] : [list.item];
  });
}

function isQuery(method: object): boolean {
  try {
    return queryDescription(method).list !== null;
  } catch {
    return false;
  }
}

const CONTROLLERS: readonly Type[] = [...LIST_CONTROLLERS, KeysController, SessionsController, SuggestionsController];
const ITEMS = [...new Set([...CONTROLLERS.flatMap(itemsOf), TrialBalanceFields])].map(
  (item) => [item.name, item] as const,
);

describe('What can be had as a table', () => {
  it('is every list', () => {
    expect(ITEMS.length).toBeGreaterThanOrEqual(CONTROLLERS.length);
  });

  it.each(ITEMS)('names the currency of each amount of %s, in columns of different names', (_, item) => {
    const { columns } = columnsOf(item);
    const headings = columns.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(columns.some(({ kind }) => kind === 'amount')).toBe(
      headings.some((heading) => /amount|debit/i.test(heading)) || headings.includes('Stated'),
    );
    if (columns.some(({ kind }) => kind === 'amount')) expect(headings).toContain('Currency');
  });
});
