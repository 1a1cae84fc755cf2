import { chipOf, type Filter, namesOf, optionsOf, withChosen, withoutFilter } from './filter';

const status: Filter = {
  kind: 'choice',
  name: 'status',
  label: 'Status',
  options: optionsOf({ failed: 'failed', charged_back: 'charged back' }),
};
const due: Filter = { kind: 'days', name: 'dueDate', label: 'Due' };
const amount: Filter = { kind: 'amount', name: 'amount', label: 'Amount', currency: 'GBP' };
const flag: Filter = { kind: 'flag', name: 'accepted', label: 'Accepted' };

it('says what it filters by', () => {
  expect([
    chipOf(status, { status: ['failed', 'charged_back', 'new_one'] }),
    chipOf(due, { dueDateFrom: '2026-06-01', dueDateTo: '2026-06-30' }),
    chipOf(due, { dueDateFrom: '2026-06-01' }),
    chipOf(due, { dueDateTo: 'nonsense' }),
    chipOf(amount, { amount: '123450' }),
    chipOf(flag, { accepted: 'false' }),
    chipOf(status, {}),
  ]).toEqual([
    'Status: failed, charged back, new_one',
    'Due: 1 Jun 2026 to 30 Jun 2026',
    'Due: since 1 Jun 2026',
    'Due: until nonsense',
    'Amount: 1,234.50',
    'Accepted: no',
    null,
  ]);
});

it('keeps what was chosen in the address', () => {
  expect(namesOf([status, due])).toEqual(['status', 'dueDateFrom', 'dueDateTo']);
  expect(withChosen({ q: 'a' }, due, { dueDateFrom: ['2026-06-01'], dueDateTo: [''] })).toEqual({
    q: 'a',
    dueDateFrom: '2026-06-01',
  });
  expect(withChosen({}, amount, { amount: ['12.5'] })).toEqual({ amount: '1250' });
  expect(withChosen({}, amount, { amount: ['twelve'] })).toBeNull();
  expect(withoutFilter({ q: 'a', dueDateFrom: '2026-06-01', dueDateTo: '2026-06-02' }, due)).toEqual({ q: 'a' });
});
