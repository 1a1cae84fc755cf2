import { type Browser, type Page } from 'playwright-core';
import { buildScreens } from '../support/built-screens';
import { describeInBrowser, startBrowser } from '../support/browser';
import { closeAfterTests, type ConsolePage, findingsOnScreens, openWindow, signIn } from '../support/console';
import { type Payer, type Product, startProduct } from '../support/product';

const HOSTILE = `<b>Ada</b> =1+1 \u202eltr ${'long '.repeat(34)}`.slice(0, 200).trim();

describeInBrowser('the screens of customers and mandates', () => {
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

  const register = async (fields: object) => {
    const { json } = await product.api('POST', '/api/customers', fields);
    return String(json['id']);
  };

  const open = async (path: string, role: 'accountant' | 'auditor' = 'accountant') => {
    shown = await openWindow(browser, product);
    const { page } = shown;
    await signIn(product, page, role);
    await page.goto(`${product.url}${path}`);
    return page;
  };

  const find = async (page: Page, key: string) => {
    await page.getByLabel('E-mail, or a GoCardless id').fill(key);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
  };

  const mandatesOf = async (id: string) => {
    const { json } = await product.api('GET', `/api/customers/${id}`);
    return json['mandates'] as readonly { readonly mandateId: string; readonly foundBy: string; default: boolean }[];
  };

  it('register one by keys alone, whatever the name is, and lead on to a link and an order', async () => {
    const payer = await product.payer({ givenName: 'Ada', familyName: 'Payer', email: 'ada@payer.example' });
    const page = await open('/');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New customer' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(HOSTILE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not an address');
    await page.keyboard.press('Enter');
    // The browser itself keeps a form with an odd address.
    expect(page.url()).toBe(`${product.url}/customers/new`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('ada@payer.example');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).getByText('<b>Ada</b>').waitFor();
    await page.getByText('No mandate is linked.').waitFor();
    await page.getByRole('link', { name: 'Link a mandate' }).first().focus();
    await page.keyboard.press('Enter');
    // Their address stands there already: it has only to be sent.
    await page.getByText('That is an e-mail address.').waitFor();
    await page.getByLabel('E-mail, or a GoCardless id').focus();
    await page.keyboard.press('Enter');
    const mandate = page.getByRole('radio', { name: new RegExp(payer.mandate) });
    await mandate.waitFor();
    expect(await mandate.isChecked()).toBe(true);
    await mandate.focus();
    await page.keyboard.press('Enter');
    await page.getByText('The mandate is linked.').waitFor();
    await page.getByRole('link', { name: 'New order' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'New order' }).waitFor();
    await page.getByText('<b>Ada</b>').waitFor();
    expect(await page.locator('main b').count()).toBe(0);
    const [id = ''] = new URL(page.url()).searchParams.getAll('customerId');
    expect((await mandatesOf(id)).map(({ foundBy }) => foundBy)).toEqual(['email']);
  });

  it.each(['customer', 'mandate'] as const)('link by the id of a %s', async (by) => {
    const payer: Payer = await product.payer({ givenName: 'Ben', familyName: 'Baker', email: `${by}@ben.example` });
    const id = await register({ name: 'Ben Baker' });
    const page = await open(`/customers/${id}/link`);
    await find(page, 'ben');
    await page.getByText('Write an e-mail address, CU… or MD….').waitFor();
    await find(page, payer[by]);
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('The mandate is linked.').waitFor();
    const found = by === 'customer' ? 'gocardless_customer_id' : 'mandate_id';
    expect((await mandatesOf(id)).map(({ foundBy, mandateId }) => [foundBy, mandateId])).toEqual([
      [found, payer.mandate],
    ]);
  });

  it('choose nobody where several fit, and ask for a choice', async () => {
    const email = 'two@castle.example';
    const [ann, bob] = [
      await product.payer({ givenName: 'Ann', familyName: 'Castle', email }),
      await product.payer({ givenName: 'Bob', familyName: 'Castle', email }),
    ];
    const id = await register({ name: 'Castle Cycles', email });
    const page = await open(`/customers/${id}/link`);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('Several people fit.').waitFor();
    await page.getByText('Ann Castle').waitFor();
    for (const { mandate } of [ann, bob])
      expect(await page.getByRole('radio', { name: new RegExp(mandate) }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    expect(await mandatesOf(id)).toEqual([]);
    await page.getByRole('radio', { name: new RegExp(bob.mandate) }).check();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('The mandate is linked.').waitFor();
    expect((await mandatesOf(id)).map(({ mandateId }) => mandateId)).toEqual([bob.mandate]);
  });

  it('say why a mandate can not be linked, and offer a link for the payer', async () => {
    const email = 'dead@payer.example';
    const taken = await product.payer({ givenName: 'Tess', familyName: 'Taken', email: 'taken@payer.example' });
    await product.payer({ givenName: 'Dee', familyName: 'Dead', email, mandateStatus: 'cancelled' });
    const other = await register({ name: 'Tess Taken' });
    await product.api('POST', `/api/customers/${other}/mandates`, { mandateId: taken.mandate });
    const id = await register({ name: 'Dee Dead', email });
    const page = await open(`/customers/${id}/link`);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('None of these mandates can be used.').waitFor();
    expect(await page.getByRole('button', { name: 'Link', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Look for another' }).click();
    await find(page, taken.mandate);
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByRole('alert').getByText('This mandate is linked to another customer.').waitFor();
    await page.getByRole('button', { name: 'Look for another' }).click();
    await find(page, 'nobody@nowhere.example');
    await page.getByText('GoCardless knows nobody under this.').waitFor();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await page.getByText('Send this link to the payer.').waitFor();
    expect(await page.getByRole('textbox', { name: 'A link for the payer' }).inputValue()).toMatch(/^https?:/);
  });

  it('ask twice before a mandate is unlinked for which instalments wait, and choose another as default', async () => {
    const email = 'wait@payer.example';
    const first = await product.payer({ givenName: 'Will', familyName: 'Wait', email });
    const id = await register({ name: 'Will Wait' });
    await product.api('POST', `/api/customers/${id}/mandates`, { mandateId: first.mandate });
    await product.api('POST', '/api/sales-orders', {
      customerId: id,
      currency: 'GBP',
      lines: [{ item: 'Milk', quantity: 1, unitAmount: 1_000 }],
      plan: { instalments: [{ dueDate: '2026-03-20', amount: 1_000 }] },
    });
    const page = await open(`/customers/${id}`);
    const act = async (name: string) => {
      await page.getByRole('region', { name: 'Mandates' }).getByRole('button', { name: 'Actions' }).first().click();
      await page.getByRole('button', { name, exact: true }).click();
      return page.getByRole('dialog');
    };
    const chosen = await act('Make default');
    await chosen.getByRole('button', { name: 'Make default' }).click();
    await chosen.waitFor({ state: 'hidden' });
    await product.eventually(async () => {
      expect((await mandatesOf(id)).map((mandate) => mandate.default)).toEqual([true]);
    });
    const dialog = await act('Unlink');
    await dialog.getByText('1 instalment of this customer waits.').waitFor();
    await dialog.getByRole('button', { name: 'Unlink' }).click();
    await dialog.getByText('The instalments that wait for it will have no mandate').waitFor();
    expect(await mandatesOf(id)).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Unlink all the same' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('No mandate is linked.').waitFor();
  });

  it('change what is known once, also when the network is gone in the middle', async () => {
    const id = await register({ name: 'Cara Change', round: 'north' });
    const page = await open(`/customers/${id}`);
    await page.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the customer' });
    await dialog.getByLabel('Reference').fill('FREE-1');
    await dialog.getByLabel('Round').fill('');
    await page.route(`**/api/customers/${id}`, (route) => route.abort(), { times: 1 });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('No connection. Nothing was lost: try again.').waitFor();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Reference FREE-1').waitFor();
    const { json } = await product.api('GET', `/api/customers/${id}`);
    expect([json['reference'], json['round']]).toEqual(['FREE-1', null]);
  });

  it('state a balance, and do not put an older one in its place unasked', async () => {
    const id = await register({ name: 'Olga Owes' });
    await product.api('PUT', `/api/customers/${id}/balances`, { amount: 100, currency: 'GBP', asOf: '2026-02-01' });
    const page = await open(`/customers/${id}`);
    await page.getByRole('button', { name: 'State a balance' }).click();
    const dialog = page.getByRole('dialog', { name: 'State a balance' });
    await dialog.getByLabel('Balance', { exact: true }).fill('1,234.505');
    await dialog.getByRole('button', { name: 'State a balance' }).click();
    await dialog.getByText('That has more places than the currency.').waitFor();
    await dialog.getByLabel('Balance', { exact: true }).fill('1,234.50');
    await dialog.getByLabel('On the morning of').fill('2026-01-20');
    await dialog.getByRole('button', { name: 'State a balance' }).click();
    await dialog.getByText('A newer balance stands already.').waitFor();
    await dialog.getByLabel('On the morning of').fill('2026-02-02');
    await dialog.getByRole('button', { name: 'State a balance' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('1,234.50 GBP').first().waitFor();
  });

  it('make a link for the payer, which is shown once and can be revoked', async () => {
    const id = await register({ name: 'Petra Portal' });
    const page = await open(`/customers/${id}`);
    await page.getByRole('button', { name: 'Portal link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Portal link' });
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const url = await dialog.getByRole('textbox', { name: 'Portal link' }).inputValue();
    expect(url).toMatch(/\/portal#.{40,}$/);
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await dialog.getByRole('cell', { name: 'revoked' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Portal link' }).click();
    await dialog.getByRole('cell', { name: 'revoked' }).waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
  });

  it('show what went wrong while the service was away, and what is there when it is back', async () => {
    const id = await register({ name: 'Adam Away' });
    const page = await open('/customers');
    await page.getByRole('link', { name: 'Adam Away' }).waitFor();
    const body = JSON.stringify({ code: 'store_unavailable', status: 503, detail: 'Away.' });
    await page.route('**/api/customers/**', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body }),
    );
    await page.getByRole('link', { name: 'Adam Away' }).click();
    await page.getByText('The service can not reach its store now. Nothing was lost: try again.').first().waitFor();
    await page.unroute('**/api/customers/**');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Adam Away' }).waitFor();
    expect(page.url()).toBe(`${product.url}/customers/${id}`);
  });

  it('show an auditor everything and let them do nothing', async () => {
    const id = await register({ name: 'Lena Looked-at' });
    const page = await open(`/customers/${id}`, 'auditor');
    await page.getByRole('heading', { level: 1, name: 'Lena Looked-at' }).waitFor();
    expect(await page.getByRole('button', { name: /Change|State|Set-up|Portal/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'New order' }).count()).toBe(0);
    await page.goto(`${product.url}/customers/${id}/link`);
    await page.getByText('Your key may not do that.').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, wide and on a phone, %s',
    async (colorScheme) => {
      const id = await register({ name: HOSTILE });
      shown = await openWindow(browser, product, { colorScheme });
      await signIn(product, shown.page, 'accountant');
      const screens = {
        '/customers': 'Customers',
        [`/customers/${id}`]: '<b>Ada</b>',
        [`/customers/${id}/link`]: '<b>Ada</b>',
        '/customers/new': 'New customer',
        '/mandates': 'Mandates',
        '/mandates/suggestions': 'Suggestions',
      };
      expect(await findingsOnScreens(shown, product, screens)).toEqual([]);
    },
    60_000,
  );
});
