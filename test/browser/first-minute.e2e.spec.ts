import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser';
import { buildScreens } from '../support/built-screens';
import { closeAfterTests, type ConsolePage, findingsOf, openWindow, PHONE, signIn } from '../support/console';
import { type Product, startProduct } from '../support/product';

const CLOCK = /The simulated GoCardless’s clock/;
const SECRET = 'webhook-secret-of-the-playground';

const overview = (page: Page) => page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

describeInBrowser('the first minute', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;

  beforeAll(async () => {
    await buildScreens();
    const configuration = { simulatorAccessToken: 'sandbox-token-for-the-simulator', simulatorWebhookSecret: SECRET };
    product = await startProduct({ now: '2026-06-01T10:00:00.000Z', configuration });
    await product.control('/webhook-endpoints', { url: `${product.url}/webhooks/gocardless`, secret: SECRET });
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  it('tells an auditor to wait for an admin, and plays nothing for them', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'auditor');
    await page.getByText('An admin sets it up.').waitFor();
    expect(await page.getByRole('button', { name: 'Fill it with a month of business' }).count()).toBe(0);
    await page.goto(`${product.url}/setup`);
    await page.getByText('Setting up is for admins.').waitFor();
  });

  it.each(['light', 'dark'] as const)('offers two ways to begin, without a finding of axe, %s', async (colorScheme) => {
    shown = await openWindow(browser, product, { colorScheme });
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.getByRole('button', { name: 'Fill it with a month of business' }).waitFor();
    for (const viewport of [{ width: 1360, height: 850 }, PHONE]) {
      await page.setViewportSize(viewport);
      expect([viewport.width, await findingsOf(page)]).toEqual([viewport.width, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    }
  });

  it('fills itself with a month of business by one press, and lets a week pass by another', async () => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, 'admin');
    await page.getByRole('button', { name: 'Fill it with a month of business' }).click();
    await page.getByText(/^Day \d+ of 35$/).waitFor();
    await page.getByText(/^Day \d+ of 35$/).waitFor({ state: 'detached', timeout: 120_000 });
    await page.getByRole('link', { name: 'Receipts', exact: true }).click();
    await page.getByRole('link', { name: 'R-000001' }).or(page.getByText('R-0000').first()).first().waitFor();
    const before = await clockOf(page);
    await page.getByRole('button', { name: CLOCK }).click();
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'A week passes' }).click()]);
    await page.getByRole('heading', { level: 1, name: 'Receipts' }).waitFor();
    expect(await clockOf(page)).not.toBe(before);
  });

  const clockOf = (page: Page) => page.getByRole('button', { name: CLOCK }).innerText();
});

describeInBrowser('npm start', () => {
  it('prints one address that opens the screens signed in, once', async () => {
    await buildScreens();
    const data = mkdtempSync(join(tmpdir(), 'first-minute-'));
    const started = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk.toString()));
    }
    const browser = await startBrowser();
    try {
      let link: string | undefined;
      while (link === undefined) {
        if (started.exitCode !== null) throw new Error(chunks.join(''));
        await Promise.race([once(started.stdout, 'data'), once(started, 'exit')]);
        link = /http:\S+\/sign-in#[\w-]{43}/.exec(chunks.join(''))?.[0];
      }
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(link);
      await overview(page);
      await page.getByText('Welcome').or(page.getByText('Nothing is connected yet.')).first().waitFor();
      await context.clearCookies();
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByRole('alert').getByText('This link was used, or is too old. Ask for a new one.').waitFor();
    } finally {
      await browser.close();
      started.kill('SIGTERM');
      if (started.exitCode === null) await once(started, 'exit');
      rmSync(data, { recursive: true, force: true });
    }
    expect(started.exitCode).toBe(0);
  }, 180_000);
});
