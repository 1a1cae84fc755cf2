import { type Browser, type Page } from 'playwright-core';
import { buildScreens } from '../support/built-screens';
import { describeInBrowser, startBrowser } from '../support/browser';
import {
  closeAfterTests,
  type ConsolePage,
  findingsOf,
  findingsOnScreens,
  openWindow,
  signIn,
} from '../support/console';
import { type Product, startProduct } from '../support/product';

describeInBrowser('files that are brought in', () => {
  let product: Product;
  let browser: Browser;
  let shown: ConsolePage;

  beforeAll(async () => {
    await buildScreens();
    product = await startProduct();
    await product.connect();
    browser = await startBrowser();
  }, 180_000);

  closeAfterTests(() => ({ product, browser, shown }));

  const open = async (path: string) => {
    shown = await openWindow(browser, product);
    await signIn(product, shown.page, 'accountant');
    await shown.page.goto(`${product.url}${path}`);
    return shown.page;
  };

  const check = async (page: Page, name: string, csv: string) => {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.getByLabel('CSV or XLSX file').setInputFiles(file);
    await page.getByRole('button', { name: 'Check the file' }).click();
  };

  it('change waiting instalments: every fault is told before, and nothing is changed twice', async () => {
    const { json: customer } = await product.api('POST', '/api/customers', { name: 'Ada Payer' });
    const { json: order } = await product.api('POST', '/api/sales-orders', {
      customerId: customer['id'],
      currency: 'GBP',
      lines: [{ item: 'Membership', quantity: 1, unitAmount: 36_000 }],
      plan: { count: 3, firstDueDate: '2026-03-20', interval: 'month' },
    });
    const [first = '', second = ''] = order['scheduledPayments'] as readonly string[];
    const page = await open('/scheduled');
    await page.getByRole('link', { name: 'Change by a file' }).click();
    await check(page, 'odd.csv', `scheduledPaymentId,amount\n${first},a lot\nsp_none,1.00`);
    const fault = page.getByRole('row').filter({ hasText: 'amount' }).filter({ hasText: '2' });
    await fault.getByText(/number/).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Another file' }).click();
    await check(page, 'note.csv', 'just a note');
    await page.getByRole('button', { name: 'Another file' }).click();
    await check(page, 'good.csv', `scheduledPaymentId,dueDate,amount\n${first},,100.00\n${second},2026-04-22,`);
    await page.getByText('3 instalments would change.').waitFor();
    await page.getByRole('row').filter({ hasText: '20 May 2026' }).getByText('140.00 GBP').waitFor();
    expect(await findingsOf(page)).toEqual([]);
    const wishes: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('dryRun=false')) wishes.push(request.headers()['idempotency-key'] ?? '');
    });
    await page.route('**/scheduled-payments/import?dryRun=false', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByText('No connection. Nothing was lost: try again.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 instalments are changed.').waitFor();
    expect(wishes).toEqual([wishes[0], wishes[0]]);
    await page.getByRole('link', { name: 'To the instalments' }).click();
    await page.getByRole('row').filter({ hasText: '22 Apr 2026' }).waitFor();
  });

  it('link customers: what would become of each line, then what became', async () => {
    const email = 'kiln@payer.example';
    await product.payer({ givenName: 'Kim', familyName: 'Kiln', email });
    await product.api('POST', '/api/customers', { name: 'Kiln', reference: 'K-1' });
    await product.api('POST', '/api/customers', { name: 'Lone', reference: 'L-1' });
    const page = await open('/mandates');
    await page.getByRole('link', { name: 'Link by a file' }).click();
    await check(page, 'links.csv', `reference,email\nK-1,${email}\nL-1,nobody@nowhere.example`);
    const region = page.getByRole('region', { name: 'Outcomes' });
    await region.getByText('nobody fits').waitFor();
    expect((await product.api('GET', '/api/mandates')).json['items']).toEqual([]);
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByRole('link', { name: 'To the mandates' }).click();
    await page.getByRole('link', { name: 'Kiln' }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, wide and on a phone, %s',
    async (colorScheme) => {
      shown = await openWindow(browser, product, { colorScheme });
      await signIn(product, shown.page, 'accountant');
      const screens = {
        '/scheduled/import': 'Change instalments by a file',
        '/mandates/import': 'Link customers by a file',
      };
      expect(await findingsOnScreens(shown, product, screens)).toEqual([]);
    },
    60_000,
  );
});
