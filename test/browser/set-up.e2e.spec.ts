import { type Browser, type Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser';
import { buildScreens } from '../support/built-screens';
import { closeAfterTests, type ConsolePage, findingsOf, openWindow, PHONE, signIn } from '../support/console';
import { type Product, startProduct } from '../support/product';

const SECRET = 'webhook-secret-of-the-playground';

describeInBrowser('set-up, keys and settings', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;

  beforeAll(async () => {
    await buildScreens();
    const configuration = { simulatorAccessToken: 'sandbox-token-for-the-simulator', simulatorWebhookSecret: SECRET };
    product = await startProduct({ configuration });
    await product.control('/webhook-endpoints', { url: `${product.url}/webhooks/gocardless`, secret: SECRET });
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  const title = (page: Page, level: 1 | 2, name: string) => page.getByRole('heading', { level, name }).waitFor();

  async function looksRight(page: Page, what: string): Promise<void> {
    for (const viewport of [PHONE, { width: 1360, height: 850 }]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = [what, viewport.width, colorScheme];
        expect([...found, await findingsOf(page)]).toEqual([...found, []]);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  }

  it('asks whose books are meant when a token sees several creditors', async () => {
    const accessToken = await product.addOrganisation('Harbour Group');
    await product.control('/creditors', { name: 'Harbour Deli', token: accessToken });
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.goto(`${product.url}/setup`);
    await page.getByLabel('Access token').fill('not-a-token');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('GoCardless does not know this access token.').waitFor();
    await page.getByLabel('Access token').fill(accessToken);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByLabel('Whose books are these?').selectOption({ label: 'Harbour Deli' });
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('This is the account of Harbour Deli.').waitFor();
    expect((await product.api('GET', '/api/connections')).json['items']).toEqual([]);
  });

  it('connects the simulated GoCardless step by step, and goes on to the first customer', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.getByRole('link', { name: 'Set up' }).click();
    await looksRight(page, 'account');
    await page.getByRole('button', { name: 'Use the simulated GoCardless' }).click();
    await page.getByRole('button', { name: 'Try it' }).click();
    await title(page, 2, 'Where GoCardless tells what happens');
    expect(await page.getByLabel('Address').inputValue()).toBe(`${product.url}/webhooks/gocardless`);
    await looksRight(page, 'webhooks');
    await page.getByRole('button', { name: 'Go on' }).click();
    await title(page, 2, 'Which books?');
    await page.getByLabel('First day of the books').fill('2026-01-01');
    await page.getByText('What happened before 1 Jan 2026, 00:00 in London, is known but posts nothing.').waitFor();
    await looksRight(page, 'books');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await page.getByLabel('First day of the books').inputValue()).not.toBe('');
    await page.getByLabel('First day of the books').fill('2026-01-01');
    await page.getByRole('button', { name: 'Go on' }).click();
    await title(page, 2, 'Everything right?');
    await page.getByRole('button', { name: 'Connect' }).click();
    await title(page, 2, 'Waiting for the first delivery');
    await product.control('/customers', { givenName: 'Ada', familyName: 'Payer', email: 'ada@payer.example' });
    await product.control('/clock', { advanceDays: 1 });
    await page.getByText('The first delivery has arrived.').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('Company').fill('Harbour Trading Ltd');
    await page.getByLabel('Address').fill('1 Quay Street, Bristol');
    await page.getByRole('button', { name: 'Save' }).click();
    await title(page, 2, 'What next');
    await looksRight(page, 'what next');
    await page.getByRole('link', { name: 'Add the first customer' }).click();
    await title(page, 1, 'New customer');
    const { items } = (await product.api('GET', '/api/connections')).json as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([{ booksFrom: '2026-01-01T00:00:00.000Z', timeZone: 'Europe/London' }]);
    const path = `/api/connections/${String(items[0]?.['id'])}/settings`;
    expect((await product.api('GET', path)).json).toMatchObject({
      companyName: 'Harbour Trading Ltd',
      address: '1 Quay Street, Bristol',
    });
  });

  it('changes accounts from tomorrow on, lead times and secrets, and shows an auditor all without a field', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    const accounts = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Accounts of the ledger' }) });
    await accounts.getByLabel('Bank', { exact: true }).fill('1010');
    await accounts.getByRole('button', { name: 'Save' }).click();
    await accounts.getByText('Choices so far').waitFor();
    await accounts.getByText('Bank 1010').waitFor();
    const leadTimes = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Lead times' }) });
    await leadTimes.getByLabel('Bacs').fill('7');
    await leadTimes.getByRole('button', { name: 'Save' }).click();
    await leadTimes.getByText('Saved.').waitFor();
    await page.getByLabel('Webhook secret').fill(SECRET);
    await page.getByLabel('Second one, while they change').fill(`${SECRET}-2`);
    await page.getByRole('button', { name: 'Change the secrets' }).click();
    await page.getByText('2 webhook secrets').waitFor();
    await looksRight(page, 'settings');
    await shown.close();
    expect(shown.faults).toEqual([]);

    shown = await openWindow(browser, product);
    await signIn(product, shown.page, 'auditor');
    await shown.page.goto(`${product.url}/settings`);
    await shown.page.getByText('Bank 1010').waitFor();
    expect(await shown.page.locator('main input').count()).toBe(0);
  });

  it('makes a key that is shown once, brings a collector in by a link, and revokes a key with its sessions', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.goto(`${product.url}/settings/keys`);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByLabel('Whose is it?').fill('Ines <b>North</b>');
    await page.getByLabel('Role').selectOption('collector');
    await page.getByLabel('Rounds').fill('north, south');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await page.getByLabel('Key', { exact: true }).inputValue();
    expect(key).toMatch(/^ddl_[\w-]{43}$/);
    await page.getByRole('button', { name: 'Close' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Ines <b>North</b>' });
    await row.getByText('all connections, north, south').waitFor();
    expect(await page.getByText(key).count()).toBe(0);
    await row.getByRole('button', { name: 'Sign-in link' }).click();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByRole('img', { name: 'The link as a QR code' }).waitFor();
    await looksRight(page, 'sign-in link');
    const url = await page.getByLabel('Sign-in link').inputValue();
    const phone = await openWindow(browser, product, { viewport: PHONE });
    await phone.page.goto(url);
    await phone.page.getByRole('link', { name: 'To your payments' }).waitFor();
    await phone.close();
    await page.getByRole('button', { name: 'Close' }).click();
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await product.api('GET', '/api/session', undefined, { key })).status).toBe(401);
    await looksRight(page, 'keys');
  });
});
