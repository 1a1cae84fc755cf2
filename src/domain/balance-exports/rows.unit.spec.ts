import fc from 'fast-check';
import { exportRowId, placeOfRow, ROWS_PER_EVENT, rowExpectedBy, rowPaymentId } from './rows';

const BATCH = `bex_${'0123456789abcdef'.repeat(2)}`;
const TAG = `blr_${'0123456789abcdef'.repeat(2)}`;

describe('the tag of a row', () => {
  test('names its batch and its place there', () => {
    expect(exportRowId(BATCH, 1)).toBe(`${TAG}_1`);
    expect(placeOfRow(`${TAG}_1`)).toStrictEqual({ balanceExportId: BATCH, number: 1, revision: 0 });
    expect(placeOfRow(`${TAG}_500`)).toStrictEqual({ balanceExportId: BATCH, number: 500, revision: 0 });
    expect(placeOfRow(`${TAG}_501`)).toStrictEqual({ balanceExportId: BATCH, number: 501, revision: 1 });
    expect(placeOfRow(`${TAG}_100000`)).toStrictEqual({ balanceExportId: BATCH, number: 100_000, revision: 199 });
  });

  test('leads back to the row that it was made for', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 999_999_999 }), (uuid, number) => {
        const balanceExportId = `bex_${uuid.replaceAll('-', '')}`;
        const place = placeOfRow(exportRowId(balanceExportId, number));
        expect(place).toMatchObject({ balanceExportId, number });
        const first = (place?.revision ?? 0) * ROWS_PER_EVENT;
        expect(number > first && number <= first + ROWS_PER_EVENT).toBe(true);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['another word', 'invoice-17'],
    ['no number', TAG],
    ['number nought', `${TAG}_0`],
    ['a number with noughts before it', `${TAG}_007`],
    ['a negative number', `${TAG}_-1`],
    ['a number that is none', `${TAG}_1e3`],
    ['a number beyond all batches', `${TAG}_1000000000`],
    ['a batch that is too short', 'blr_0123_1'],
    ['a batch in capitals', `${TAG.toUpperCase()}_1`],
    ['something behind it', `${TAG}_1 `],
    ['a line behind it', `${TAG}_1\n`],
    ['something before it', `x${TAG}_1`],
  ])('is not %s', (_, text) => {
    expect(placeOfRow(text)).toBeNull();
  });
});

test('a row has one payment, whoever makes it', () => {
  expect(rowPaymentId(`${TAG}_1`)).toBe(rowPaymentId(`${TAG}_1`));
  expect(rowPaymentId(`${TAG}_1`)).not.toBe(rowPaymentId(`${TAG}_2`));
  expect(rowPaymentId(`${TAG}_1`)).toMatch(/^pay_[0-9a-f]{32}$/);
});

test('a row is expected within a working day', () => {
  expect(rowExpectedBy('2026-03-05')).toBe('2026-03-06');
  expect(rowExpectedBy('2026-03-06')).toBe('2026-03-09');
});
