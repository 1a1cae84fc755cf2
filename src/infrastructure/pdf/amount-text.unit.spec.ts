import { amountText } from './amount-text';

describe('printed amounts', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [12_000, '120.00'],
    [123_456_789, '1,234,567.89'],
    [-100_000, '-1,000.00'],
    [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
  ])('%d minor units are %s', (minor, text) => {
    expect(amountText(minor)).toBe(text);
  });
});
