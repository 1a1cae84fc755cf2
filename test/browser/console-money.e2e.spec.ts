import { type Browser } from 'playwright-core';
import { buildScreens } from '../support/built-screens';
import { describeInBrowser, startBrowser } from '../support/browser';
import { closeAfterTests, type ConsolePage, findingsOf, openWindow, PHONE, signIn } from '../support/console';
import { Bookkeeping, text } from '../support/bookkeeping';
import { type Product, startProduct } from '../support/product';

type Submitted = Awaited<ReturnType<Bookkeeping['submittedPayment']>>;

describeInBrowser('the screens of the money', () => {
  let product: Product;
  let books: Bookkeeping;
  let browser: Browser;
  let shown: ConsolePage;
  let paid: Submitted;
  let doubled: Submitted;
  let payoutId: string;

  beforeAll(async () => {
    await buildScreens();
    product = await startProduct();
    books = await Bookkeeping.begin(product);
    paid = await books.submittedPayment();
    doubled = await books.submittedPayment();
    await copyAtGoCardless(doubled);
    const failed = await books.submittedPayment();
    await books.outcome(failed, { outcome: 'failed', cause: 'insufficient_funds' }, 'failed');
    payoutId = text(await books.outcome(paid, { outcome: 'paid_out' }, 'paid_out'), 'payoutId');
    await product.eventually(async () => {
      expect(await books.items('/api/incidents?resolved=false')).toMatchObject([{ type: 'duplicate_of_payment' }]);
      expect((await books.items('/api/receipts'))[0]).toMatchObject({ number: 'R-000001' });
      expect(await books.read(`/api/payouts/${payoutId}`)).toMatchObject({ documentId: expect.any(String) as unknown });
    });
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  /** Another payment with the tag of ours appears at GoCardless. */
  async function copyAtGoCardless({ paymentId, mandateId }: Submitted): Promise<void> {
    await product.control('/payments', {
      mandate: mandateId,
      amount: 12_000,
      currency: 'GBP',
      metadata: { ddl_payment: paymentId },
    });
    await product.control('/webhooks/flush', {});
  }

  async function open(path: string, role: 'accountant' | 'auditor' = 'accountant') {
    shown = await openWindow(browser, product);
    await signIn(product, shown.page, role);
    if (path !== '/') await shown.page.goto(product.url + path);
    return shown.page;
  }

  it('opens from each figure of the overview the list behind it', async () => {
    const page = await open('/');
    await page.getByText('On its way to us').waitFor();
    await page.getByRole('link', { name: '240.00' }).click();
    await page.getByRole('heading', { level: 1, name: 'Payments' }).waitFor();
    await page.getByText('2 in all · 240.00').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'too little on the account' }).click();
    await page.getByText('1 in all · 120.00').waitFor();
    await page.goBack();
    await page.getByRole('img', { name: 'Amounts in GBP expected at the bank by day' }).waitFor();
    await page.getByText('As a table').click();
    await page.getByRole('columnheader', { name: 'Planned' }).waitFor();
  });

  it('finds a receipt by its number, and a customer by part of the name, by keys alone', async () => {
    const page = await open('/');
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('r-000001');
    await page.getByRole('option', { name: 'R-000001' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Receipt R-000001' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('paye');
    await page.getByRole('option', { name: 'Ada Payer customer' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows what a payout is made of, with each item, its receipt and its booking', async () => {
    const page = await open(`/payouts/${payoutId}`);
    await page.getByText('matches').first().waitFor();
    await page.getByRole('row', { name: 'paid out 120.00' }).waitFor();
    await page.getByRole('row', { name: 'to the bank 118.60' }).waitFor();
    await page.getByRole('row', { name: '1100' }).getByText('120.00').waitFor();
    await page.getByRole('link', { name: 'R-000001' }).click();
    await page.getByRole('heading', { level: 1, name: 'Receipt R-000001' }).waitFor();
  });

  it('resolves an incident with a note, after showing both payments and what can be done with each', async () => {
    const page = await open('/incidents');
    await page.getByRole('link', { name: 'Payment doubled' }).click();
    await page.getByText('Cancel the second payment while that is possible, else refund it.').waitFor();
    const cures = page.getByRole('button', { name: 'Cancel the payment' });
    await cures.nth(1).waitFor();
    expect(await cures.count()).toBe(2);
    await page.getByRole('button', { name: 'Resolve with a note' }).click();
    const dialog = page.getByRole('dialog', { name: 'Resolve the incident' });
    await dialog.getByLabel('What came of it').fill('Paid on purpose.');
    await dialog.getByRole('button', { name: 'Resolve with a note' }).click();
    await page.getByText('resolved by staff').waitFor();
    await page.getByRole('link', { name: 'Incidents', exact: true }).click();
    await page.getByText('Nothing needs you. That is the aim.').waitFor();
  });

  it('gives a spreadsheet and the PDFs of exactly what is filtered', async () => {
    const page = await open('/receipts?kind=receipt');
    await page.getByRole('link', { name: 'R-000001' }).waitFor();
    const link = page.getByRole('link', { name: 'Spreadsheet' });
    expect(await link.getAttribute('href')).toBe('/api/receipts?kind=receipt&order=desc&format=xlsx');
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe('receipts.xlsx');
    const zip = page.getByRole('link', { name: 'PDFs' });
    const [packed] = await Promise.all([page.waitForEvent('download'), zip.click()]);
    expect(packed.suggestedFilename()).toBe('receipts.zip');
  });

  it('offers an auditor nothing to press', async () => {
    const page = await open('/incidents?resolved=true', 'auditor');
    await page.getByRole('link', { name: 'Payment doubled' }).click();
    await page.getByText('Paid on purpose.').waitFor();
    expect(await page.getByRole('button', { name: /Resolve|Cancel the payment|Refund/ }).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, wide and on a phone, %s', async (colorScheme) => {
    shown = await openWindow(browser, product, { colorScheme });
    const { page } = shown;
    await signIn(product, page, 'accountant');
    const [incident] = await books.items('/api/incidents');
    const screens = [
      '/',
      '/incidents?resolved=true',
      `/incidents/${text(incident ?? {}, 'id')}`,
      `/payouts/${payoutId}`,
    ];
    for (const viewport of [{ width: 1360, height: 850 }, PHONE]) {
      await page.setViewportSize(viewport);
      for (const screen of [...screens, '/receipts/R-000001']) {
        await page.goto(product.url + screen);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect([screen, viewport.width, await findingsOf(page)]).toEqual([screen, viewport.width, []]);
        const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        expect([screen, viewport.width, isWider]).toEqual([screen, viewport.width, false]);
        if (process.env['SHOTS'] !== undefined) {
          await page.screenshot({
            path: `${process.env['SHOTS']}/${screen.replace(/\W+/g, '_')}-${viewport.width}-${colorScheme}.png`,
          });
        }
      }
    }
  });
});
