import { type Browser, type Page } from 'playwright-core';
import { buildScreens } from '../support/built-screens';
import { describeInBrowser, startBrowser } from '../support/browser';
import { closeAfterTests, type ConsolePage, findingsOnScreens, openWindow, signIn } from '../support/console';
import { type Product, startProduct } from '../support/product';

describeInBrowser('the screens of orders and instalments', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;
  let linked: string;

  beforeAll(async () => {
    await buildScreens();
    product = await startProduct();
    await product.connect();
    browser = await startBrowser();
    linked = await customer('Granary Bakery');
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  async function customer(name: string): Promise<string> {
    const { mandate } = await product.payer({ givenName: 'Pat', familyName: name, email: 'pat@payer.example' });
    const { json } = await product.api('POST', '/api/customers', { name });
    const id = String(json['id']);
    await product.api('POST', `/api/customers/${id}/mandates`, { mandateId: mandate });
    return id;
  }

  const order = async (customerId: string, count = 3) => {
    const { json } = await product.api('POST', '/api/sales-orders', {
      customerId,
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 36_000, taxRate: '20' }],
      plan: { count, firstDueDate: '2026-03-20', interval: 'month' },
    });
    return { id: String(json['id']), instalments: json['scheduledPayments'] as readonly string[] };
  };

  const open = async (path: string, key?: string) => {
    shown = await openWindow(browser, product);
    await signIn(product, shown.page, 'accountant', key);
    await shown.page.goto(`${product.url}${path}`);
    return shown.page;
  };

  /** The row of an instalment by the day on which it is due. */
  const row = (page: Page, due: string) => page.getByRole('row').filter({ hasText: due });

  const act = async (page: Page, due: string, name: string) => {
    await row(page, due).getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('button', { name, exact: true }).click();
    return page.getByRole('dialog');
  };

  const write = async (page: Page, price: string) => {
    await page.getByLabel('Item').fill('Membership');
    await page.getByLabel('Price with tax (GBP)').fill(price);
    await page.getByLabel('Tax rate (%)').fill('20');
    await page.getByLabel('Instalments').fill('3');
    await page.getByLabel('First due').fill('2026-03-20');
  };

  const ordersOf = async (customerId: string) => {
    const { json } = await product.api('GET', `/api/sales-orders?customerId=${customerId}&limit=500`);
    return json['items'] as readonly { readonly reference: string | null }[];
  };

  it('place an order once, after its plan was shown, whatever is pressed', async () => {
    const id = await customer('Kiln Pottery');
    const page = await open('/orders/new');
    await write(page, '360.005');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.getByText('Choose who pays.').waitFor();
    await page.getByText('That has more places than the currency.').waitFor();
    await page.getByRole('combobox', { name: 'Customer' }).fill('kiln');
    await page.getByRole('option', { name: 'Kiln Pottery' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Price with tax (GBP)').fill('360');
    await page.getByLabel('First due').fill('2026-02-04');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.getByText('The first payment is due on 2026-02-09 at the earliest.').first().waitFor();
    await page.getByLabel('First due').fill('2026-03-20');
    await page.getByLabel('Reference').fill('PO 17');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    const plan = page.getByRole('region', { name: 'The plan' });
    await plan.getByRole('row').filter({ hasText: '20 Apr 2026' }).getByText('20.00', { exact: true }).waitFor();
    expect(await ordersOf(id)).toEqual([]);
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await page.getByLabel('Reference').inputValue()).toBe('PO 17');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.route('**/api/sales-orders', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByText('No connection. Nothing was lost: try again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).dblclick();
    await page.getByRole('heading', { level: 1, name: 'Order of Kiln Pottery' }).waitFor();
    expect((await ordersOf(id)).map(({ reference }) => reference)).toEqual(['PO 17']);
  });

  it('say at a plan of one’s own that it does not add up, and that nobody can be charged yet', async () => {
    const { json } = await product.api('POST', '/api/customers', { name: 'Nobody Linked' });
    const page = await open(`/orders/new?customerId=${String(json['id'])}`);
    await write(page, '10');
    await page.getByLabel('My own dates and amounts').check();
    await page.getByLabel('Due').fill('2026-03-20');
    await page.getByLabel('Amount (GBP)').fill('9');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.getByText('The instalments add up to').first().waitFor();
    await page.getByRole('button', { name: 'Another instalment' }).click();
    await page.getByLabel('Due').nth(1).fill('2026-04-20');
    await page.getByLabel('Amount (GBP)').nth(1).fill('1');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.getByText('The customer has no usable mandate yet').waitFor();
    await page.getByRole('button', { name: 'Place the order' }).click();
    await page.getByRole('heading', { level: 1, name: 'Order of Nobody Linked' }).waitFor();
    await row(page, '20 Mar 2026').getByText('no mandate yet').waitFor();
    const dialog = await act(page, '20 Mar 2026', 'Send now');
    await dialog.getByRole('button', { name: 'Send now' }).click();
    await dialog.getByText('There is no mandate yet.').waitFor();
  });

  it('show before a change where the difference goes, and what the flags mean', async () => {
    const { id } = await order(linked);
    const page = await open(`/orders/${id}`);
    const dialog = await act(page, '20 Mar 2026', 'Change');
    await dialog.getByLabel('Amount (GBP)').fill('360');
    await dialog.getByRole('button', { name: 'Show what changes' }).click();
    await dialog.getByText('The instalments do not add up to the lines.').waitFor();
    await dialog.getByLabel('Amount (GBP)').fill('100');
    await dialog.getByRole('button', { name: 'Show what changes' }).click();
    await dialog.getByRole('row').filter({ hasText: '20 May 2026' }).getByText('140.00').waitFor();
    await dialog.getByRole('button', { name: 'Change it so' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row(page, '20 May 2026').getByText('140.00').waitFor();
    const meaning = await act(page, '20 May 2026', 'Meaning');
    const marked = meaning.locator('tr[data-marked]');
    expect(await marked.textContent()).toContain('scheduled, nothing sent');
    await page.keyboard.press('Escape');
    await meaning.waitFor({ state: 'hidden' });
  });

  it('are sent once from two tabs, and go on after the session has ended', async () => {
    const { id } = await order(linked);
    const key = await product.makeKey('accountant');
    const page = await open(`/orders/${id}`, key);
    const other = await page.context().newPage();
    await other.goto(`${product.url}/orders/${id}`);
    const [here, there] = [await act(page, '20 Mar 2026', 'Send now'), await act(other, '20 Mar 2026', 'Send now')];
    await here.getByRole('button', { name: 'Send now' }).click();
    await here.waitFor({ state: 'hidden' });
    await there.getByRole('button', { name: 'Send now' }).click();
    await there.getByText('It was sent already. Look at its payment.').waitFor();
    await other.close();
    await row(page, '20 Mar 2026').getByText('pending submission').waitFor();

    const cancel = await act(page, '20 Apr 2026', 'Cancel');
    await page.context().clearCookies();
    await cancel.getByRole('button', { name: 'Cancel the instalment' }).click();
    const signing = page.getByRole('dialog', { name: 'Sign in' });
    await signing.getByLabel('Key', { exact: true }).fill(key);
    await signing.getByRole('button', { name: 'Sign in' }).click();
    await signing.waitFor({ state: 'hidden' });
    await cancel.getByRole('button', { name: 'Cancel the instalment' }).click();
    await cancel.waitFor({ state: 'hidden' });
    const cancelled = row(page, '20 Apr 2026');
    await cancelled.getByText('not sent').waitFor();
    await product.eventually(async () => {
      expect(await cancelled.getByText('yes', { exact: true }).count()).toBe(1);
    });
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, wide and on a phone, %s',
    async (colorScheme) => {
      const { id } = await order(linked);
      shown = await openWindow(browser, product, { colorScheme });
      await signIn(product, shown.page, 'accountant');
      const screens = {
        '/orders': 'Orders',
        [`/orders/${id}`]: 'Order of Granary Bakery',
        [`/orders/new?customerId=${linked}`]: 'New order',
        '/scheduled': 'Scheduled',
      };
      expect(await findingsOnScreens(shown, product, screens)).toEqual([]);
    },
    60_000,
  );

  it('are sent by keys alone, many at a time, with what became of each; and time shows what came of it', async () => {
    const id = await customer('Many Instalments');
    const { instalments } = await order(id, 6);
    await product.api('POST', `/api/scheduled-payments/${instalments[5] ?? ''}/cancellation`, {});
    const page = await open(`/scheduled?q=${id}`);
    const wishes = new Map<string, Set<string>>();
    page.on('request', (request) => {
      const [, of] = /scheduled-payments\/(sp_[^/]+)\/submission$/.exec(request.url()) ?? [];
      const key = request.headers()['idempotency-key'] ?? '';
      if (of !== undefined) wishes.set(of, (wishes.get(of) ?? new Set()).add(key));
    });
    await page.getByRole('checkbox', { name: 'Select all on this page' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('6 chosen').waitFor();
    // The one that is cancelled can not be sent: it is left out.
    await page.getByRole('button', { name: 'Send (5)' }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Send 5 instalments' });
    let lost = 0;
    await page.route('**/submission', (route) => {
      lost += 1;
      return lost === 2 ? route.abort() : route.continue();
    });
    await drawer.getByRole('button', { name: 'Send 5 instalments' }).focus();
    await page.keyboard.press('Enter');
    await drawer.getByText('4 of 5 done').waitFor();
    await drawer.getByText('no answer came; go on to ask again').waitFor();
    await drawer.getByRole('button', { name: 'Go on' }).click();
    await drawer.getByText('5 of 5 done').waitFor();
    expect([...wishes.values()].map((keys) => keys.size)).toEqual([1, 1, 1, 1, 1]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    const { json } = await product.api('GET', `/api/payments?customerId=${id}`);
    expect(json['items']).toHaveLength(5);

    await product.control('/clock', { advanceDays: 60 });
    await product.eventually(async () => {
      const { json: paid } = await product.api('GET', `/api/receipts?customerId=${id}`);
      expect(paid['items']).not.toEqual([]);
    });
    await page.reload();
    const first = row(page, '20 Mar 2026');
    await first.getByText('paid out').waitFor();
    await first.getByRole('link', { name: /^R-/ }).waitFor();
    expect(await first.getByText('yes', { exact: true }).count()).toBe(4);
  }, 60_000);

  it('say what the scheduler sent', async () => {
    const id = await customer('Sent By Itself');
    await product.api('POST', '/api/sales-orders', {
      customerId: id,
      currency: 'GBP',
      lines: [{ item: 'Milk', quantity: 1, unitAmount: 1_000 }],
      plan: { instalments: [{ dueDate: '2026-04-13', amount: 1_000 }] },
    });
    const page = await open(`/scheduled?q=${id}`);
    await page.getByRole('button', { name: 'Run the scheduler' }).click();
    const dialog = page.getByRole('dialog', { name: 'Run the scheduler' });
    await dialog.getByRole('button', { name: 'Run the scheduler' }).click();
    await dialog.getByText(/\d+ (was|were) sent\./).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await row(page, '13 Apr 2026').getByText('pending submission').waitFor();
    // What lies over a row is not the row: a press on it opens nothing.
    const meaning = await act(page, '13 Apr 2026', 'Meaning');
    await meaning.getByText('What an instalment shows after each thing').click();
    expect(page.url()).toBe(`${product.url}/scheduled?q=${id}`);
  });
});
