import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { streams } from '../../src/domain/shared/streams';
import { Bookkeeping } from '../support/bookkeeping';
import { describeInBrowser, startBrowser } from '../support/browser';
import { buildScreens } from '../support/built-screens';
import { closeAfterTests, type ConsolePage, findingsOf, openWindow, PHONE } from '../support/console';
import { type Product, startProduct } from '../support/product';

const HOSTILE = 'Ada <b>Payer</b> =1+1 \u202eltr';
const MAX_BYTES = 12_000;

describeInBrowser('the payer’s page', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;
  let ada: string;
  let ben: string;

  beforeAll(async () => {
    await buildScreens();
    product = await startProduct();
    const books = await Bookkeeping.begin(product);
    const company = { companyName: 'Harbour Trading Ltd', address: '1 Quay Street, Bristol', vatNumber: 'GB123456789' };
    await product.api('PUT', `/api/connections/${books.connection.connectionId}/settings`, company);
    const paid = await books.submittedPayment({ name: HOSTILE });
    await books.outcome(paid, { outcome: 'paid_out' }, 'paid_out');
    await books.outcome(paid, { outcome: 'charged_back', cause: 'authorisation_disputed' }, 'charged_back');
    ada = paid.customerId;
    ben = await books.customer({ name: 'Ben Other' });
    await product.eventually(async () => {
      expect((await books.items(`/api/receipts?customerId=${ada}`)).map(({ number }) => number)).toEqual([
        'R-000001',
        'R-000002',
      ]);
    });
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  async function linkFor(customerId: string) {
    const { json } = await product.api('POST', `/api/customers/${customerId}/portal-links`, {});
    return { id: String(json['id']), url: String(json['url']) };
  }

  async function open(url: string, options = {}): Promise<Page> {
    shown = await openWindow(browser, product, { viewport: PHONE, ...options });
    await shown.page.goto(url);
    return shown.page;
  }

  const doesNotWork = (page: Page) =>
    page.getByRole('heading', { level: 1, name: 'This link does not work' }).waitFor();

  it('opens by the link and shows what is theirs alone, as text whatever is in it', async () => {
    const { url } = await linkFor(ada);
    const page = await open(url);
    await page.getByRole('heading', { level: 1, name: 'Your payments' }).waitFor();
    expect(await page.getByText(`For ${HOSTILE}`).count()).toBe(1);
    // What opened it stands in no address and no history.
    expect(page.url()).toBe(`${product.url}/portal`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Harbour Trading Ltd');
    expect(text).toContain('will be collected');
    expect(text).toContain('could not be collected');
    expect(text).toContain('The payment was taken back by your bank; receipt R-000001 no longer counts.');
    expect(text).toContain('−120.00\u00a0GBP');
    expect(text).not.toMatch(/Ben Other|(con|cus|so|sp|pay|doc|plk)_/);
    const [cookie, ...others] = await page.context().cookies(`${product.url}/portal`);
    expect([cookie?.name, cookie?.httpOnly, cookie?.sameSite, cookie?.path, others]).toEqual([
      'portal',
      true,
      'Strict',
      '/portal',
      [],
    ]);
    const stored: unknown = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(stored).toBe('[{},{}]');
    await page.reload();
    await page.getByRole('heading', { name: 'Receipts' }).waitFor();
  });

  it('gives the receipt as a PDF', async () => {
    const page = await open((await linkFor(ada)).url);
    const link = page.getByRole('link', { name: 'R-000001 as PDF' });
    const response = await page.context().request.get(`${product.url}${(await link.getAttribute('href')) ?? ''}`);
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('is left by signing out, also when the connection was gone at first', async () => {
    const page = await open((await linkFor(ada)).url);
    const signOut = page.getByRole('button', { name: 'Sign out' });
    await signOut.waitFor();
    await page.context().setOffline(true);
    await signOut.click();
    await page.getByRole('alert').getByText('No connection. Nothing was lost: try again.').waitFor();
    await page.context().setOffline(false);
    await signOut.click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    await page.reload();
    await doesNotWork(page);
  });

  it('says the same of a link that was guessed, revoked or is no token at all', async () => {
    const revoked = await linkFor(ada);
    await product.api('DELETE', `/api/customers/${ada}/portal-links/${revoked.id}`);
    const page = await open(`${product.url}/portal#${'A'.repeat(43)}`);
    await doesNotWork(page);
    const guessed = await page.locator('main').innerText();
    for (const url of [revoked.url, `${product.url}/portal#${'x'.repeat(300)}`, `${product.url}/portal`]) {
      await page.goto('about:blank');
      await page.goto(url);
      await doesNotWork(page);
      expect(await page.locator('main').innerText()).toBe(guessed);
    }
  });

  it('ends while it is open when the link is revoked, and tries again after a lost connection', async () => {
    const { id, url } = await linkFor(ada);
    shown = await openWindow(browser, product, { viewport: PHONE });
    const { page } = shown;
    await page.route('**/portal/session', (route) => route.abort(), { times: 1 });
    await page.goto(url);
    await page.getByText('No connection. Nothing was lost: try again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Receipts' }).waitFor();
    await product.api('DELETE', `/api/customers/${ada}/portal-links/${id}`);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
    await doesNotWork(page);
    expect(await page.getByText('R-000001').count()).toBe(0);
  });

  it('shows the page of whoever’s link was opened last, and is no way into the console', async () => {
    const page = await open((await linkFor(ada)).url);
    await page.getByText(`For ${HOSTILE}`).waitFor();
    // In the same window only what follows the # changes.
    await page.goto((await linkFor(ben)).url);
    await page.getByText('For Ben Other').waitFor();
    await page.getByText('There is no receipt yet.').waitFor();
    await page.goto(`${product.url}/`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect((await product.runtime.eventStore.read(streams.customer(ben), 0)).map(({ type }) => type)).toEqual([
      'CustomerRegistered',
    ]);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, wide and on a phone, %s', async (colorScheme) => {
    const page = await open((await linkFor(ada)).url, { colorScheme });
    await page.getByRole('heading', { name: 'Receipts' }).waitFor();
    for (const viewport of [{ width: 1360, height: 850 }, PHONE, { width: 320, height: 640 }]) {
      await page.setViewportSize(viewport);
      expect([viewport.width, await findingsOf(page)]).toEqual([viewport.width, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
  });

  it('is small', async () => {
    shown = await openWindow(browser, product);
    const page = readFileSync('dist/web/portal/index.html', 'utf8');
    const names = [...page.matchAll(/\/assets\/([\w-]+\.(?:js|css))/g)].map(([, name = '']) => name);
    const sizes = names.map((name) => readFileSync(`dist/web/assets/${name}.gz`).length);
    expect(readdirSync('dist/web/assets').length).toBeGreaterThan(names.length);
    expect(names.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });
});
