import * as fc from 'fast-check';
import { asBeforeFormulaSafety, withoutFormula, withoutLeadingFormula } from './formula-safe';

describe('Text in a spreadsheet', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-3', "'-3"],
    [' \u00a0=1+1', "' \u00a0=1+1"],
    ['\t@x', "'\t@x"],
    ['a;=1+1;+b', "a;'=1+1;'+b"],
    ['a; =1+1', "a;' =1+1"],
    ['a=1;b', 'a=1;b'],
    ["'s-Gravenhage", "'s-Gravenhage"],
  ])('%j is no formula as %j', (text, safe) => {
    expect(withoutFormula(text)).toBe(safe);
  });

  it('is never run, whether a comma or a semicolon stands between cells, and is read again as it was', () => {
    const texts = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', ' ', '\t', '\r', 'a', '\u00a0') });
    fc.assert(
      fc.property(texts, (text) => {
        const safe = withoutFormula(text);
        for (const cell of [safe, ...safe.split(';')]) expect(cell).not.toMatch(/^\s*[=+\-@]/);
        expect(asBeforeFormulaSafety(safe)).toBe(text);
      }),
    );
  });

  it('is changed at its beginning only where it goes on to payers', () => {
    expect([withoutLeadingFormula('=1'), withoutLeadingFormula('Order 5; -10 %')]).toEqual(["'=1", 'Order 5; -10 %']);
  });
});
