import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { describeInBrowser, startBrowser } from '../support/browser';
import { type Product, startProduct } from '../support/product';

/** The page on which collectors accept payments, in a real browser as wide as a phone. */
describeInBrowser('the collector’s page', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    product = await startProduct();
    await product.connect();
    browser = await startBrowser();
    await requestedPayment('Ines Moreau', 'north', 12_000);
    await requestedPayment('Ada <b>Payer</b>', 'north', 4_550);
    await requestedPayment('Bob South', 'south', 900);
  }, 90_000);

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  beforeEach(async () => {
    faults = [];
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  async function requestedPayment(name: string, round: string, amount: number): Promise<void> {
    const email = `${round}.${amount}@payer.example`;
    await product.control('/customers', { givenName: 'Ada', familyName: 'Payer', email });
    const { json: customer } = await product.api('POST', '/api/customers', { name, round });
    await product.api('POST', `/api/customers/${String(customer['id'])}/mandates`, { email });
    const { json: order } = await product.api('POST', '/api/sales-orders', {
      customerId: customer['id'],
      currency: 'GBP',
      lines: [{ item: 'Milk', quantity: 1, unitAmount: amount }],
      plan: { instalments: [{ dueDate: '2026-02-20', amount }] },
    });
    const [instalment] = order['scheduledPayments'] as readonly string[];
    const { status } = await product.api('POST', `/api/scheduled-payments/${instalment ?? ''}/submission`, {});
    expect(status).toBe(200);
  }

  async function signIn(key: string): Promise<void> {
    await page.goto(`${product.url}/collect`);
    await page.getByLabel('Your collector’s key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  const accepted = async () => {
    const { json } = await product.api('GET', '/api/payments?accepted=true');
    return (json['items'] as readonly { customerName: string; acceptedBy: string }[]).map(
      ({ customerName, acceptedBy }) => `${customerName}: ${acceptedBy}`,
    );
  };

  it('says that a key is not known, and asks again', async () => {
    await signIn('not-a-key');
    await page.getByRole('status').getByText('This key is not known here').waitFor();
    expect(await page.getByLabel('Your collector’s key').isVisible()).toBe(true);
  });

  it('lists the payments of the round, accepts those that are chosen, and keeps what a lost connection interrupts', async () => {
    await signIn(await product.makeKey('collector', { rounds: ['north'] }));
    await page.getByText('2 to accept, £165.50').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(2);
    // A name is text, whatever is in it.
    expect(await page.getByText('Ada <b>Payer</b>').count()).toBe(1);
    expect(await page.getByText('Bob South').count()).toBe(0);

    await page.getByPlaceholder('Find a customer').fill('ines');
    await page.getByRole('checkbox', { name: 'Ines Moreau' }).check();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Accept 1 · £120.00' }).click();
    await page.getByText('There is no connection. Nothing was lost: try again.').waitFor();
    faults = [];
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Accept 1 · £120.00' }).click();
    await page.getByText('1 accepted.').waitFor();
    expect(await accepted()).toEqual(['Ines Moreau: collector']);

    await page.getByPlaceholder('Find a customer').fill('');
    await page.getByRole('checkbox', { name: '1 to accept, £45.50' }).check();
    await page.getByRole('button', { name: 'Accept 1 · £45.50' }).click();
    await page.getByText('There is nothing to accept on your round.').waitFor();
    expect(await accepted()).toHaveLength(2);
  });

  it('fits a phone, and stays signed in until somebody signs out', async () => {
    await signIn(await product.makeKey('collector', { rounds: ['south'] }));
    await page.getByText('Bob South').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.reload();
    await page.getByText('Bob South').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Your collector’s key').waitFor();
    await page.reload();
    expect(await page.getByText('Bob South').isVisible()).toBe(false);
  });
});
