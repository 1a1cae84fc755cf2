import fc from 'fast-check';
import { checkFields } from './check';
import { type Field, fields, nullable, optional } from './field';
import {
  amount,
  anyObject,
  currency,
  day,
  email,
  flag,
  id,
  instant,
  listOf,
  nested,
  oneOf,
  text,
  texts,
} from './kinds';

class Line extends fields({ item: text({ max: 5 }), amount: amount({ min: 0, max: 9 }) }) {}

class Order extends fields({
  id: id(),
  lines: listOf(Line, { min: 1 }),
  first: optional(nested(Line)),
  note: optional(text({ min: 0, max: 3 })),
  reference: optional(nullable(text())),
  names: optional(texts({ max: 2 })),
}) {}

const GOOD = { id: 'so_1', lines: [{ item: 'Fee', amount: 0 }] };

function errorsOf(value: Record<string, unknown>): readonly string[] {
  return checkFields(Order, value).errors.map(({ field, code }) => `${field} ${code}`);
}

describe('an object by its fields', () => {
  it('is read as it is, without what was left out', () => {
    const whole = { ...GOOD, first: { item: 'a', amount: 9 }, note: '', reference: null, names: ['a', 'b'] };
    expect(checkFields(Order, whole)).toStrictEqual({ value: whole, errors: [] });
    expect(checkFields(Order, { ...GOOD, first: null, note: undefined })).toStrictEqual({ value: GOOD, errors: [] });
  });

  it('is refused with one error for each field that is not right, by its path', () => {
    expect(errorsOf({ lines: [], note: 'long', names: ['a', ' '], first: [], reference: 1 })).toStrictEqual([
      'id required',
      'lines not_a_list',
      'first not_an_object',
      'note not_a_text',
      'reference not_a_text',
      'names not_a_list_of_texts',
    ]);
    const lines = [{ item: ' ', amount: 10 }, { item: 'Fee' }, { item: 'Fee', amount: 1.5, typo: 1 }];
    expect(errorsOf({ id: 'so_1', lines })).toStrictEqual([
      'lines.0.item not_a_text',
      'lines.0.amount not_an_amount',
      'lines.1.amount required',
      'lines.2.typo unknown_field',
      'lines.2.amount not_an_amount',
    ]);
    expect(errorsOf({ id: 'so_1', lines: [1] })).toStrictEqual(['lines not_a_list']);
  });

  it('takes no name for a field that every object has', () => {
    const hostile = JSON.parse('{"__proto__": 1, "toString": 1}') as Record<string, unknown>;
    expect(errorsOf({ ...GOOD, toString: 1 })).toStrictEqual(['toString unknown_field']);
    expect(checkFields(Order, hostile).errors.map(({ field }) => field)).toContain('__proto__');
  });

  it('names no more than 100 errors and 20 unknown names, cut at 100 characters', () => {
    const unknown = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${'x'.repeat(200)}${index}`, 1]));
    const names = checkFields(Order, { ...GOOD, ...unknown }).errors.map(({ field }) => field.length);
    expect(names).toStrictEqual(Array.from({ length: 20 }, () => 100));
    const lines = Array.from({ length: 5000 }, () => unknown);
    const { errors } = checkFields(Order, { id: 'so_1', lines });
    expect(errors).toHaveLength(100);
    expect(errors.filter(({ code }) => code === 'unknown_field')).toHaveLength(20);
  });

  it('never throws, whatever comes, and repeats no value', () => {
    const secret = 'hunter2hunter2';
    const anything = fc.dictionary(
      fc.constantFrom('id', 'lines', 'first', 'note', 'reference', 'names', 'other'),
      fc.oneof(fc.anything(), fc.constant(secret), fc.constant([{ item: secret, amount: secret }])),
    );
    fc.assert(
      fc.property(anything, (value) => {
        expect(JSON.stringify(checkFields(Order, value).errors)).not.toContain(secret);
      }),
    );
  });
});

describe('a kind of field', () => {
  const read = <T>(field: Field<T>, values: readonly unknown[]) => values.map((value) => field.read(value));

  it('reads what it is for, and nothing else', () => {
    expect(read(id(), ['pay_1', 'a-b.c', '', 'a b', 'é', 'x'.repeat(101), 1])).toStrictEqual(
      ['pay_1', 'a-b.c'].concat(Array.from({ length: 5 })),
    );
    expect(read(amount(), [1, 0, -1, 1.5, '1', 2 ** 53, NaN])).toStrictEqual([1].concat(Array.from({ length: 6 })));
    expect(read(currency(), ['GBP', 'gbp', 'XXX', null])).toStrictEqual(['GBP', undefined, undefined, undefined]);
    expect(read(oneOf(['a', 'b']), ['a', 'c', ['a']])).toStrictEqual(['a', undefined, undefined]);
    expect(read(day(), ['2026-02-28', '2026-02-29', '2026-2-1'])).toStrictEqual(['2026-02-28', undefined, undefined]);
    expect(read(flag(), [true, false, 'true', 0])).toStrictEqual([true, false, undefined, undefined]);
    expect(read(anyObject(), [{ a: 1 }, [], null, 'x'])).toStrictEqual([{ a: 1 }, undefined, undefined, undefined]);
  });

  it('reads times of any zone in one form', () => {
    expect(
      read(instant(), ['2026-03-31T12:00:00+01:00', '2026-03-31T11:00:00.000Z', '2026-03-31', 'soon', 1]),
    ).toStrictEqual([
      '2026-03-31T11:00:00.000Z',
      '2026-03-31T11:00:00.000Z',
      '2026-03-31T00:00:00.000Z',
      undefined,
      undefined,
    ]);
  });

  it.each(['ada@example.com', "o'hara+tag@mail.example.co.uk", 'żółw@bücher.example', 'a@xn--bcher-kva.example'])(
    'reads %s as an e-mail address',
    (address) => {
      expect(email().read(address)).toBe(address);
    },
  );

  it.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@localhost',
    'ada@@example.com',
    'a da@example.com',
    '.ada@example.com',
    'ada..b@example.com',
    'ada@-example.com',
    'ada@example..com',
    'ada@example.c0m1.1',
    'ada@1.2.3.4',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a.'.repeat(130)}com`,
    'ada@example.com\n',
  ])('does not take %p for one', (address) => {
    expect(email().read(address)).toBeUndefined();
  });
});
