import { inflateSync } from 'node:zlib';
import { type ConnectionSettings } from '../../read-models/connections/reader';
import { type ReceiptItem } from '../../read-models/receipts/reader';
import { renderReceipt } from './receipt-document';

const settings = {
  connectionId: 'con_1',
  companyName: 'Harbour Trading Ltd',
  address: '1 Quay Street\nBristol',
  vatNumber: 'GB123456789',
} as ConnectionSettings;

const receipt: ReceiptItem = {
  id: 'doc_1',
  number: 'R-000017',
  kind: 'receipt',
  reversesId: null,
  correctsId: null,
  paymentId: 'pay_1',
  customerId: 'cus_1',
  amount: 123_456,
  currency: 'GBP',
  chargeDate: '2026-12-01',
  paidOutAt: '2026-12-03T09:00:00.000Z',
  taxDate: '2026-12-03',
  postedAt: '2026-12-03T09:00:01.000Z',
  effectiveAt: '2026-12-03T09:00:00.000Z',
  lines: [
    { description: 'Membership', net: 102_880, tax: 20_576, amount: 123_456 },
    { description: null, net: 0, tax: 0, amount: 0 },
  ],
  cause: null,
  gocardlessEventId: 'EV1',
  connectionId: 'con_1',
  customerName: 'Ada Payer',
  salesOrderId: 'so_1',
};

/** What a page shows: the hex strings within its streams, in order. */
function textOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, content = '']) => {
    try {
      return [inflateSync(Buffer.from(content, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  const shown = streams.flatMap((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)]);
  return shown
    .map(([, parts = '']) =>
      [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
    )
    .join('\n');
}

describe('a printed receipt', () => {
  it('shows company, number, customer, lines, tax and total', async () => {
    const text = textOf(await renderReceipt(receipt, settings, null));
    for (const part of [
      'Harbour Trading Ltd',
      '1 Quay Street',
      'VAT number GB123456789',
      'Receipt',
      'R-000017',
      'Ada Payer',
      '2026-12-03',
      'Membership',
      '1,028.80',
      '205.76',
      '1,234.56',
      'Amount (GBP)',
      '(removed)',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Reverses');
  });

  it('is the same bytes each time', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => renderReceipt(receipt, settings, null)));
    expect(two).toEqual(one);
  });

  it('says what it reverses and why, or corrects', async () => {
    const reversal = { ...receipt, id: 'doc_2', number: 'R-000018', kind: 'reversal', reversesId: 'doc_1' } as const;
    const reversed = textOf(await renderReceipt({ ...reversal, cause: 'refer_to_payer' }, settings, receipt));
    for (const part of ['Reversal of a receipt', 'R-000018', 'Reverses', 'R-000017', 'refer_to_payer']) {
      expect(reversed).toContain(part);
    }
    const correction = { ...receipt, id: 'doc_3', number: null, kind: 'correction', correctsId: 'doc_1' } as const;
    const corrected = textOf(await renderReceipt(correction, settings, null));
    for (const part of ['Correction', 'Corrects', 'doc_3 (no number yet)', 'doc_1']) expect(corrected).toContain(part);
  });

  it('goes on over as many pages as its lines need, without a company and a customer', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({
      description: `Line ${index} ${'long '.repeat(20)}`,
      net: 1,
      tax: 0,
      amount: 1,
    }));
    const nobody = { ...settings, companyName: null, address: null, vatNumber: null };
    const pdf = await renderReceipt({ ...receipt, lines, customerName: null }, nobody, null);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
    expect(textOf(pdf)).toContain('Line 99');
  });
});
