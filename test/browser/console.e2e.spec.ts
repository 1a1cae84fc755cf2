import { type Browser } from 'playwright-core';
import { buildScreens } from '../support/built-screens';
import { describeInBrowser, startBrowser } from '../support/browser';
import { closeAfterTests, type ConsolePage, findingsOf, openWindow, PHONE, signIn } from '../support/console';
import { type Product, startProduct } from '../support/product';

const SCREENS = ['Overview', 'Payments', 'Payouts', 'Receipts'];
const HOSTILE = 'Ada <b>Payer</b> =1+1 \u202eltr';

describeInBrowser('the console', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;

  beforeAll(async () => {
    await buildScreens();
    product = await startProduct();
    await product.connect();
    await paidOutPayment();
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  async function paidOutPayment(): Promise<void> {
    const email = 'ada@payer.example';
    await product.control('/customers', { givenName: 'Ada', familyName: 'Payer', email });
    const { json: customer } = await product.api('POST', '/api/customers', { name: HOSTILE });
    await product.api('POST', `/api/customers/${String(customer['id'])}/mandates`, { email });
    const { json: order } = await product.api('POST', '/api/sales-orders', {
      customerId: customer['id'],
      currency: 'GBP',
      lines: [{ item: 'Milk', quantity: 1, unitAmount: 12_050, taxRate: '20' }],
      plan: { instalments: [{ dueDate: '2026-02-20', amount: 12_050 }] },
    });
    const [instalment] = order['scheduledPayments'] as readonly string[];
    await product.api('POST', `/api/scheduled-payments/${instalment ?? ''}/submission`, {});
    await product.control('/clock', { advanceDays: 30 });
    await product.eventually(async () => {
      const { json } = await product.api('GET', '/api/receipts');
      expect((json['items'] as readonly { number: string | null }[])[0]?.number).toBe('R-000001');
    });
  }

  it('says that a key is not known, and lets a person in with theirs', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await page.goto(`${product.url}/`);
    expect(await findingsOf(page)).toEqual([]);
    await page.getByLabel('Key', { exact: true }).fill('not-a-key');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('This key is unknown or was revoked.').waitFor();
    await signIn(product, page, 'accountant');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
  });

  it('lets somebody in by a link that works once', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    const { json: session } = await product.api('GET', '/api/session');
    const { json: link } = await product.api('POST', `/api/keys/${String(session['keyId'])}/sign-in-links`, {});
    await page.goto(String(link['url']));
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(page.url()).toBe(`${product.url}/`);
    await page.context().clearCookies();
    await page.goto(String(link['url']));
    await page.getByRole('alert').getByText('This link was used, or is too old. Ask for a new one.').waitFor();
  });

  it('leads from a list to a payment, its receipt and back, and shows a name as text whatever is in it', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'auditor');
    await page.getByRole('link', { name: 'Payments', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '120.50' }).getByText('paid out').first().waitFor();
    await page.getByRole('link', { name: HOSTILE }).click();
    await page.getByRole('heading', { level: 1 }).getByText(HOSTILE).waitFor();
    expect(await page.getByRole('button', { name: 'Refund' }).count()).toBe(0);
    await page.getByRole('link', { name: 'R-000001' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Receipt R-000001' }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Payments' }).waitFor();
  });

  it('sends the very same wish again after a lost answer, whatever is pressed', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    const wishes: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/refunds')) {
        wishes.push(`${request.headers()['idempotency-key'] ?? ''} ${request.postData() ?? ''}`);
      }
    });
    await signIn(product, page, 'accountant');
    await page.getByRole('link', { name: 'Payments', exact: true }).click();
    await page.getByRole('link', { name: HOSTILE }).click();
    await page.getByRole('button', { name: 'Refund' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refund' });
    await dialog.getByLabel('How much (GBP)').fill('1.005');
    await dialog.getByRole('button', { name: 'Refund' }).click();
    await dialog.getByText('That has more places than the currency.').waitFor();
    await dialog.getByLabel('How much (GBP)').fill('10.00');
    await page.route('**/refunds', (route) => route.abort(), { times: 1 });
    await dialog.getByRole('button', { name: 'Refund' }).click();
    await dialog.getByText('No connection. Nothing was lost: try again.').waitFor();
    expect(await dialog.getByLabel('How much (GBP)').isDisabled()).toBe(true);
    const answered = page.waitForResponse('**/refunds');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await answered;
    expect(wishes).toEqual([wishes[0], wishes[0]]);
    expect(wishes[0]).toMatch(/^[0-9a-f-]{36} \{"amount":1000\}$/);
  });

  it('goes on where it was after the session has ended', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'auditor');
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Receipts', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByLabel('Key', { exact: true }).fill(await product.makeKey('auditor'));
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'R-000001' }).waitFor();
  });

  it('is reached by keys alone, and looks from the past without any action', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'accountant');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('link', { name: HOSTILE }).waitFor();
    await page.getByRole('region', { name: 'payments' }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Refund' }).waitFor();
    await page.keyboard.press('t');
    await page.getByLabel('Moment').fill('31 Dec 2026');
    await page.keyboard.press('Enter');
    await page.getByText('You are in the past.').waitFor();
    expect(await page.getByRole('button', { name: 'Refund' }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-12-31');
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, wide and on a phone, %s', async (colorScheme) => {
    shown = await openWindow(browser, product, { colorScheme });
    const { page } = shown;
    await signIn(product, page, 'accountant');
    for (const viewport of [{ width: 1360, height: 850 }, PHONE]) {
      await page.setViewportSize(viewport);
      for (const screen of SCREENS) {
        await page.goto(`${product.url}/${screen === 'Overview' ? '' : screen.toLowerCase()}`);
        await page.getByRole('heading', { level: 1, name: screen }).waitFor();
        await page.waitForLoadState('networkidle');
        expect([screen, viewport.width, await findingsOf(page)]).toEqual([screen, viewport.width, []]);
        const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        expect([screen, viewport.width, isWider]).toEqual([screen, viewport.width, false]);
      }
    }
  });
});
