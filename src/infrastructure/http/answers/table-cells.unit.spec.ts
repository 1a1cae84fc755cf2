import { fields, nullable } from '../../../fields/field';
import { amount, day, flag, id, nested, texts } from '../../../fields/kinds';
import { columnsOf, textsOf, valuesOf } from './table-cells';

class Inner extends fields({
  paidOut: flag(),
  chargeDate: nullable(day()),
}) {}

class Item extends fields({
  id: id(),
  amount: amount(),
  inner: nested(Inner),
  names: texts(),
}) {}

const columns = columnsOf(Item);

describe('The table of a list', () => {
  it('has a column of its kind for each field', () => {
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['id', 'text'],
      ['amount', 'number'],
      ['inner.paidOut', 'boolean'],
      ['inner.chargeDate', 'date'],
      ['names', 'text'],
    ]);
  });

  it('has values as they are, and in CSV no text that would be run', () => {
    const item = { id: '-1', amount: -5, inner: { paidOut: false, chargeDate: '2026-03-31' }, names: ['=a', 'b'] };

    expect(valuesOf(item, columns)).toEqual(['-1', -5, false, '2026-03-31', '=a b']);
    expect(textsOf(item, columns)).toEqual(["'-1", '-5', 'false', '2026-03-31', "'=a b"]);
    expect(textsOf({ inner: { chargeDate: null }, names: '\t=1' }, columns)).toEqual(['', '', '', '', "'\t=1"]);
    expect(textsOf({ names: '\r=1' }, columns).at(-1)).toBe("'\r=1");
    expect(textsOf({ names: '@x' }, columns).at(-1)).toBe("'@x");
    expect(textsOf({ names: '+x' }, columns).at(-1)).toBe("'+x");
  });
});
