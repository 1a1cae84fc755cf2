import fc from 'fast-check';
import { JPEG, png } from '../../../test/support/pictures';
import { PdfReader, withoutSpaces } from '../../../test/support/pdf-text';
import { type Settings } from '../../read-models/connections/settings';
import { type ReceiptFields } from '../../read-models/receipts/list';
import { contentOf, type Reader } from './receipt-content';
import { ReceiptPrinter } from './receipt-printer';

const settings = {
  connectionId: 'con_1',
  companyName: 'Harbour Σία ΑΕ',
  address: '1 Wharf Road\nŁódź',
  vatNumber: 'GB123456789',
  creditorName: 'Harbour Trading Ltd',
  timeZone: 'Europe/Athens',
  logo: null,
} as Settings;

const receipt: ReceiptFields = {
  id: 'doc_1',
  number: 'R-000017',
  kind: 'receipt',
  reversesId: null,
  correctsId: null,
  paymentId: 'pay_1',
  refundId: null,
  customerId: 'cus_1',
  amount: 123_456,
  currency: 'GBP',
  chargeDate: '2026-12-01',
  paidOutAt: '2026-12-03T22:30:00.000Z',
  taxDate: '2026-12-04',
  postedAt: '2026-12-03T22:30:01.000Z',
  effectiveAt: '2026-12-03T22:30:00.000Z',
  lines: [
    { description: 'Membership', taxRate: '20', net: 102_880, tax: 20_576, amount: 123_456 },
    { description: null, taxRate: '0', net: 0, tax: 0, amount: 0 },
  ],
  cause: null,
  gocardlessEventId: 'EV1',
  connectionId: 'con_1',
  customerName: 'Ada Payer',
  customerCompany: 'Payer & Daughters',
  salesOrderId: 'so_1',
};

const printer = new ReceiptPrinter();

const reader = new PdfReader();

afterAll(() => Promise.all([printer.onModuleDestroy(), reader.stop()]));

async function pagesOf(
  changed: Partial<ReceiptFields>,
  ofSettings: Partial<Settings> = {},
  earlier: ReceiptFields | null = null,
  whose: Reader = 'bookkeeper',
): Promise<readonly string[]> {
  const content = contentOf({ ...receipt, ...changed }, { ...settings, ...ofSettings }, earlier, whose);
  return reader.pagesOf(await printer.print(content));
}

async function textOf(...document: Parameters<typeof pagesOf>): Promise<string> {
  return withoutSpaces((await pagesOf(...document)).join(' '));
}

function expectWritten(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(withoutSpaces(part));
}

describe('a printed receipt', () => {
  it('shows seller, number, customer, days of the zone, lines, tax, total and references', async () => {
    expectWritten(await textOf({}), [
      'Harbour Σία ΑΕ',
      '1 Wharf Road',
      'Łódź',
      'VAT number GB123456789',
      'Receipt R-000017',
      'Customer Ada Payer Payer & Daughters',
      'Tax date 2026-12-04',
      'Issued 2026-12-04',
      'Charged 2026-12-01',
      'Paid out 2026-12-04',
      'Order so_1',
      'Payment pay_1',
      'Description Tax rate Net Tax Amount (GBP)',
      'Membership 20 % 1,028.80 205.76 1,234.56',
      '(removed) 0 % 0.00 0.00 0.00',
      'Tax by rate Net Tax Amount (GBP)',
      'Total 1,234.56 GBP',
      'Page 1 of 1',
      'Dates are days in Europe/Athens.',
    ]);
  });

  it('shows a payer no id of ours', async () => {
    const text = await textOf({}, {}, null, 'payer');
    expect(text).toContain('R-000017');
    expect(text).not.toMatch(/so_1|pay_1|Order|Payment/);
  });

  it('adds up the tax of each rate, and says nothing of it on account', async () => {
    const lines = ['20', '5', '0', '20'].map((taxRate, index) => ({
      description: `Line ${index}`,
      taxRate,
      net: 100_000 + index,
      tax: index,
      amount: 100_000 + 2 * index,
    }));
    expectWritten(await textOf({ lines }), [
      'Tax by rate Net Tax Amount (GBP)',
      '20 % 2,000.03 0.03 2,000.06',
      '5 % 1,000.01 0.01 1,000.02',
      '0 % 1,000.02 0.02 1,000.04',
    ]);
    const onAccount = { description: 'on account', taxRate: null, net: 500, tax: 0, amount: 500 };
    expect(await textOf({ lines: [onAccount] })).not.toContain('Taxbyrate');
  });

  it('leaves out what there is nothing to say of, and names who collects when no company is given', async () => {
    const nobody = { customerName: null, customerCompany: null, salesOrderId: null };
    const text = await textOf(nobody, { companyName: '', address: null, vatNumber: '' });
    expectWritten(text, ['Harbour Trading Ltd']);
    for (const label of ['Customer', 'Reverses', 'Corrects', 'Reason', 'Order', 'VAT'])
      expect(text).not.toContain(label);
  });

  it.each([
    ['Łukasz Wałęsa', 'Żółw i Źdźbło sp. z o.o.', 'Składka członkowska'],
    ['Γιώργος Παπαδόπουλος', 'Ἀθηναϊκὴ Ἑταιρεία', 'Συνδρομή μέλους'],
    ['Đorđe Đurić', 'Šibenik d.o.o.', 'Članarina za siječanj'],
    ['Işıl Yıldız', 'İzmir Ağaç Şti.', 'Üyelik ücreti'],
    ['Иван Петров', 'Българска фирма ЕООД', 'Членский взнос'],
    ['王小明', '龍騰貿易有限公司', '会费（十二月）'],
    ['محمد علي', 'شركة النور للتجارة (لندن)', 'رسوم العضوية - ديسمبر 2026'],
    ['שרה כהן', 'חברת אור בע"מ', 'דמי חבר, דצמבר 2026'],
    ['髙橋 さくら', '株式会社山﨑', '会費 2026年12月分'],
    ['김민준', '주식회사 한빛', '회비'],
    ['श्रीमती कृष्णा त्रिपाठी', 'क्षत्रिय एण्ड सन्स', 'सदस्यता शुल्क'],
    ['রবীন্দ্রনাথ চৌধুরী', 'ஸ்ரீ கௌரி', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ, નરેન્દ્ર ત્રિવેદી'],
    ['สมชาย น้ำใจดี', 'บริษัท ไทย จำกัด', 'ค่าสมาชิกรายปี'],
    ['Արամ Խաչատրյան', 'გიორგი მარგველაშვილი', 'ශ්‍රී ලංකා శ్రీనివాస్ ಶ್ರೀ ശ്രീ ኃይለ ព្រះ ສົມຈິດ'],
    ['Zoë e\u0301 Ångström', 'Café “Ü” – 5 €', 'combined and composed'],
  ])('has %s of %s as they are written', async (customerName, customerCompany, description) => {
    const [line] = receipt.lines;
    const lines = line === undefined ? [] : [{ ...line, description }];
    const text = await textOf({ customerName, customerCompany, lines }, { companyName: customerCompany });
    expectWritten(text, [customerName, customerCompany, description]);
  });

  it('prints a box for what no font has, and holds it as it was written all the same', async () => {
    expectWritten(await textOf({ customerName: 'Ada 😀 ꦱ' }), ['Ada 😀 ꦱ']);
  });

  it('has any mixture of scripts as it was written, in lines and in names', async () => {
    const letters = Array.from('AzŁąßĐđΩώЖщ中龍の한שלוםمحمدعليกเआक  -.(7０');
    const text = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 120 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (customerName, description) => {
        const lines = [{ description, taxRate: null, net: 1, tax: 0, amount: 1 }];
        const read = await textOf({ customerName, lines });
        expectWritten(read, [customerName, description]);
      }),
      { numRuns: 12 },
    );
  });

  it('is the same bytes each time', async () => {
    const content = contentOf({ ...receipt, customerName: 'محمد علي 王小明' }, settings, null, 'bookkeeper');
    const [one, two] = await Promise.all([printer.print(content), printer.print(content)]);
    await textOf({ customerName: '王大文 Łukasz' });
    expect(two).toEqual(one);
    expect(await printer.print(content)).toEqual(one);
  });

  it('begins with the logo, whatever its shape, and everything else stands as it did', async () => {
    const plain = withoutSpaces(await textOf({}));
    const wide = png({ width: 400, height: 20, pixel: (x, y) => [x % 256, y * 10, 90, x < 200 ? 255 : 120] });
    for (const [content, width, height, mediaType] of [
      [wide, 400, 20, 'image/png'],
      [png({ width: 3, height: 90 }), 3, 90, 'image/png'],
      [JPEG, 1, 1, 'image/jpeg'],
    ] as const) {
      const logo = { sha256: 'x', mediaType, width, height };
      const printed = await printer.print(contentOf(receipt, { ...settings, logo }, null, 'bookkeeper', content));
      expect(printed.includes('/Subtype /Image')).toBe(true);
      expect(withoutSpaces((await reader.pagesOf(printed)).join(' '))).toBe(plain);
      expect(await printer.print(contentOf(receipt, { ...settings, logo }, null, 'bookkeeper', content))).toEqual(
        printed,
      );
    }
    expect((await printer.print(contentOf(receipt, settings, null, 'bookkeeper'))).includes('/Subtype /Image')).toBe(
      false,
    );
  });

  it('says what it reverses and why, or corrects', async () => {
    const reversal = { id: 'doc_2', number: 'R-000018', kind: 'reversal', reversesId: 'doc_1' } as const;
    const reversed = await textOf({ ...reversal, cause: 'refer_to_payer' }, {}, receipt);
    expectWritten(reversed, ['Reversal of a receipt', 'R-000018', 'Reverses R-000017', 'Reason refer to payer']);
    const corrected = await textOf({ id: 'doc_3', number: null, kind: 'correction', correctsId: 'doc_1' });
    expectWritten(corrected, ['Correction', 'Corrects doc_1', 'doc_3 (no number yet)']);
  });

  it('goes on over as many pages as its lines need, each with its columns and its number', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({
      description: `Line ${index} ${'long '.repeat(20)}`,
      taxRate: '0',
      net: 1,
      tax: 0,
      amount: 1,
    }));
    const pages = await pagesOf({ lines });
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expectWritten(withoutSpaces(page), [`Page ${index + 1} of ${pages.length}`, 'Receipt R-000017']);
    }
    expectWritten(
      withoutSpaces(pages.join(' ')),
      lines.map(({ description }) => description),
    );
    for (const page of pages.slice(0, -1))
      expectWritten(withoutSpaces(page), ['Description Tax rate Net Tax Amount (GBP)']);
  });

  it('breaks what is too long for a line anywhere, and goes on over pages within one line', async () => {
    const description = '王'.repeat(500) + 'ß'.repeat(500);
    const lines = [{ description, taxRate: null, net: 1, tax: 0, amount: 1 }];
    const address = Array.from({ length: 120 }, (_, index) => `Floor ${index}`).join('\n');
    const text = await textOf({ lines }, { address });
    expectWritten(text, ['Floor 0 Floor 1', 'Floor 118 Floor 119']);
    expect([text.match(/王/g)?.length, text.match(/ß/g)?.length]).toEqual([500, 500]);
  });
});
