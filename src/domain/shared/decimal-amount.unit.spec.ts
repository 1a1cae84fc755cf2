import * as fc from 'fast-check';
import { majorUnits, readAmount } from './decimal-amount';

describe('An amount as text', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['-3.00', -300],
    ['0', 0],
    ['-0.00', 0],
    ['007.05', 705],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%j is %d minor units', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    ['', 'is empty'],
    ['12,50', 'decimal comma'],
    ['1,234.50', 'separators'],
    ['1 234.50', 'separators'],
    ['1.234,50', 'separators'],
    ["1'234.50", 'separators'],
    ['£12.50', 'number alone'],
    ['12.50 GBP', 'number alone'],
    ['12,50 €', 'number alone'],
    ['1e3', 'scientific'],
    ['1E+3', 'scientific'],
    ['12.345', 'two decimal places'],
    ['0.30000000000000004', 'two decimal places'],
    ['--3', 'not an amount'],
    ['+3', 'plus sign'],
    ['3-', 'not an amount'],
    ['12.', 'not an amount'],
    ['.5', 'not an amount'],
    [' 12', 'not an amount'],
    ['١٢', 'not an amount'],
    ['0x10', 'number alone'],
    ['Infinity', 'number alone'],
    ['90071992547409.92', 'too large: write at most 90071992547409.91'],
    ['9'.repeat(400), 'too large'],
  ])('%j is refused: %s', (text, reason) => {
    expect(JSON.stringify(readAmount(text))).toMatch(new RegExp(`^{"message":".*${reason}`));
  });

  it('says nothing of what stood there', () => {
    const refused = readAmount('Ada Lovelace 12.50');

    expect(JSON.stringify(refused)).not.toContain('Ada');
  });

  it('is written as it is read again', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(majorUnits(amount)).toMatch(/^-?\d+\.\d\d$/);
        expect(readAmount(majorUnits(amount))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [12_000, '120.00'],
  ])('%d minor units are written %s', (amount, text) => {
    expect(majorUnits(amount)).toBe(text);
  });
});
