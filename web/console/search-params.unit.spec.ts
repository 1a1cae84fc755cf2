import fc from 'fast-check';
import { parseSearch, stringifySearch } from './search-params';

it('repeats what has several values, and leaves out what has none', () => {
  expect(stringifySearch({ status: ['failed', 'charged_back'], q: 'a b&c', cursor: undefined, odd: { a: 1 } })).toBe(
    '?status=failed&status=charged_back&q=a+b%26c',
  );
  expect(stringifySearch({})).toBe('');
});

it('reads back whatever it writes', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 3 }));
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), value), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});
