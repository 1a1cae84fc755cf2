import { fields, nullable, optional } from '../../../fields/field';
import {
  amount,
  anyObject,
  currency,
  day,
  decimal,
  flag,
  id,
  instant,
  listOf,
  nested,
  texts,
} from '../../../fields/kinds';
import { rowsOf, textsOf } from './table-cells';
import { columnsOf } from './table-columns';

class Inner extends fields({
  paidOut: flag(),
  chargeDate: nullable(day()),
}) {}

class Part extends fields({
  amount: amount(),
  taxRate: optional(decimal()),
}) {}

class Item extends fields({
  id: id(),
  amount: amount({ min: Number.MIN_SAFE_INTEGER }),
  currency: currency(),
  inner: nested(Inner),
  fx: nullable(nested(Part, { heading: 'Bank' })),
  gocardlessNames: texts(),
  paidOutAt: nullable(instant()),
  data: anyObject(),
  lines: listOf(Part, { heading: 'Line' }),
}) {}

const table = columnsOf(Item);

const ITEM = {
  id: '-1',
  amount: -5,
  currency: 'GBP',
  inner: { paidOut: false, chargeDate: '2026-03-31' },
  fx: null,
  gocardlessNames: ['=a', 'b'],
  paidOutAt: '2026-03-31T23:30:00.000Z',
  data: { any: 'thing' },
  lines: [{ amount: 1_234_567, taxRate: '20' }, { amount: 9 }],
};

describe('The table of a list', () => {
  it('has a column of its kind, called in words, for each field that people can read', () => {
    expect(table.columns.map(({ heading, kind }) => [heading, kind])).toEqual([
      ['Id', 'text'],
      ['Amount', 'amount'],
      ['Currency', 'text'],
      ['Paid out', 'boolean'],
      ['Charge date', 'date'],
      ['Bank amount', 'amount'],
      ['Bank tax rate', 'decimal'],
      ['GoCardless names', 'text'],
      ['Paid out at (UTC)', 'instant'],
      ['Line amount', 'amount'],
      ['Line tax rate', 'decimal'],
    ]);
  });

  it('has a row for each part, with amounts in major units, those of the whole once', () => {
    const said = [false, '2026-03-31', null, null, '=a, b', '2026-03-31T23:30:00.000Z'];
    expect(rowsOf(ITEM, table)).toEqual([
      ['-1', '-0.05', 'GBP', ...said, '12345.67', '20'],
      ['-1', null, 'GBP', ...said, '0.09', null],
    ]);
    expect(rowsOf({ ...ITEM, lines: [] }, table)).toEqual([['-1', '-0.05', 'GBP', ...said, null, null]]);
  });

  it('has no text in CSV that would be run; a number below zero is one', () => {
    const [texts] = textsOf({ ...ITEM, fx: { amount: 100, taxRate: '-1.5' } }, table);
    expect(texts).toEqual([
      "'-1",
      '-0.05',
      'GBP',
      'false',
      '2026-03-31',
      '1.00',
      '-1.5',
      "'=a, b",
      '2026-03-31T23:30:00.000Z',
      '12345.67',
      '20',
    ]);
    const cell = (name: string) => textsOf({ gocardlessNames: [name] }, table)[0]?.[7];
    expect([' =1', '\t=1', '\r=1', '@x', 'a;+x', 'x'].map(cell)).toEqual([
      "' =1",
      "'\t=1",
      "'\r=1",
      "'@x",
      "a;'+x",
      'x',
    ]);
  });

  it('is of one kind of parts, and no two columns are called the same', () => {
    class Twice extends fields({ amount: amount(), parts: listOf(Part) }) {}
    class TwoKinds extends fields({ lines: listOf(Part), items: listOf(Part, { heading: 'Item' }) }) {}
    expect(() => columnsOf(Twice)).toThrow('called Amount');
    expect(() => columnsOf(TwoKinds)).toThrow('two kinds of parts');
  });
});
