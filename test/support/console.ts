import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { type Role } from '../../src/infrastructure/http/access/roles';
import { type Product } from './product';

/** Wide, and as on a phone. */
const WIDE = { width: 1360, height: 850 };
export const PHONE = { width: 390, height: 844 };

export interface ConsolePage {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, breaches of the policy, requests to other hosts. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Runs in the page, before its own scripts: a breach of the policy becomes an error that is heard. */
const TELL_BREACHES =
  "addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.effectiveDirective));";

/** A browser's window of its own, in a zone that is not the connection's, whose every complaint is kept. */
export async function openWindow(
  browser: Browser,
  product: Product,
  options: BrowserContextOptions = {},
): Promise<ConsolePage> {
  const context = await browser.newContext({
    viewport: WIDE,
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  await page.addInitScript(TELL_BREACHES);
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    // An answer that is an error is written down by the browser itself; what the page makes of it is for each test.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url)) faults.push(`asked ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Ends each test's window, which must have had nothing to complain of, and after the last test the browser and the service. */
export function closeAfterTests(
  opened: () => { readonly product: Product; readonly browser: Browser; readonly shown: ConsolePage },
): void {
  afterEach(async () => {
    const { shown } = opened();
    await shown.close();
    expect(shown.faults).toEqual([]);
  });

  afterAll(async () => {
    const { browser, product } = opened();
    await browser.close();
    await product.stop();
  });
}

/** Signs in with a key of a role, a new one unless given, as a person does. */
export async function signIn(product: Product, page: Page, role: Role, key?: string): Promise<void> {
  await page.goto(`${product.url}/`);
  await page.getByLabel('Key', { exact: true }).fill(key ?? (await product.makeKey(role)));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
}

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds on the page as it is, under the page's own policy. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`;
  const violations = await page.evaluate<readonly Finding[]>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** What axe finds on screens, wide and on a phone, in one colour scheme; one that can be scrolled sideways is told too. */
export async function findingsOnScreens(
  { page }: ConsolePage,
  product: Product,
  screens: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const viewport of [WIDE, PHONE]) {
    await page.setViewportSize(viewport);
    for (const [path, heading] of Object.entries(screens)) {
      await page.goto(`${product.url}${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForLoadState('networkidle');
      const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      const findings = [...(await findingsOf(page)), ...(isWider === true ? ['wider than the window'] : [])];
      found.push(...findings.map((finding) => `${path} at ${viewport.width}: ${finding}`));
    }
  }
  return found;
}
