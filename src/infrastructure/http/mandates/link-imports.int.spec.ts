import { Workbook } from 'exceljs';
import { type Connected, type Payer, type Product, startTwoConnections } from '../../../../test/support/product';

let product: Product;
let main: Connected;
let other: Connected;

beforeAll(async () => {
  ({ product, main, other } = await startTwoConnections());
});

afterAll(() => product.stop());

const payers = (fields: object): Promise<readonly Payer[]> => product.payers(fields);
const payer = (fields: object): Promise<Payer> => product.payer(fields);

const register = (fields: object = {}, connectionId = main.connectionId): Promise<string> =>
  product.register({ connectionId, ...fields });

interface Line {
  readonly line: number;
  readonly outcome: string;
  readonly mandateId: string | null;
  readonly customerId: string;
  readonly message: string;
  readonly choices: readonly { readonly gocardlessCustomerId: string }[];
}

interface Imported {
  readonly status: number;
  readonly json: {
    readonly code?: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly items: readonly Line[];
    readonly errors: readonly { readonly line: number; readonly field: string; readonly code: string }[];
  };
}

async function send(
  body: string | FormData,
  query = '',
  key = product.adminKey,
  connectionId = main.connectionId,
): Promise<Imported> {
  const answer = await fetch(`${product.url}/api/mandates/link-imports?connectionId=${connectionId}${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, ...(typeof body === 'string' ? { 'content-type': 'text/csv' } : {}) },
    body,
  });
  return { status: answer.status, json: (await answer.json()) as Imported['json'] };
}

const csv = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n`;
const outcomes = ({ json }: Imported) => json.items.map(({ line, outcome }) => [line, outcome]);
const faults = ({ status, json }: Imported) => [status, ...json.errors.map((one) => [one.line, one.field, one.code])];

async function linkedMandates(customerId: string): Promise<readonly unknown[]> {
  const position = await product.runtime.eventStore.head();
  const { json } = await product.api('GET', `/api/mandates?customerId=${customerId}&after=${position}`);
  return (json['items'] as { mandateId: string }[]).map(({ mandateId }) => mandateId);
}

describe('linking by file', () => {
  it('says of each line what became of it, and is harmless when it is sent again', async () => {
    const good = await payer({ email: 'good@example.com' });
    const byId = await payer({ email: 'by-id@example.com' });
    const byMandate = await payer({ email: 'by-mandate@example.com' });
    const dead = await payer({ email: 'dead@example.com', mandateStatus: 'cancelled' });
    const taken = await payer({ email: 'taken@example.com' });
    await payer({ givenName: 'One', email: 'shared@example.com' });
    await payer({ givenName: 'Two', email: 'Shared@Example.com' });
    const owner = await register();
    await product.api('POST', `/api/customers/${owner}/mandates`, { mandateId: taken.mandate });
    const ids = await Promise.all(Array.from({ length: 7 }, (_, index) => register({ reference: `L-${index}` })));
    const [first = '', second = '', third = ''] = ids;
    const file = csv(
      'reference,email,gocardlessCustomerId,mandateId',
      'L-0, GOOD@example.com ,,',
      `L-1,,${byId.customer},`,
      `L-2,,,${byMandate.mandate}`,
      'L-0,good@example.com,,',
      `L-0,,${good.customer},`,
      'L-3,shared@example.com,,',
      'L-4,nobody@example.com,,',
      'L-5,dead@example.com,,',
      `L-6,,,${taken.mandate}`,
      `L-6,,,${good.mandate}`,
    );
    const expected = (isNew: string) => [
      [2, isNew],
      [3, isNew],
      [4, isNew],
      [5, 'duplicate'],
      [6, 'duplicate'],
      [7, 'ambiguous'],
      [8, 'none'],
      [9, 'unusable'],
      [10, 'linked_elsewhere'],
      [11, 'linked_elsewhere'],
    ];
    const before = await product.runtime.eventStore.head();
    const dry = await send(file, '&dryRun=true');
    expect([dry.status, outcomes(dry)]).toEqual([200, expected('linked')]);
    expect(await product.runtime.eventStore.head()).toBe(before);

    const real = await send(file);
    expect([real.status, outcomes(real)]).toEqual([200, expected('linked')]);
    expect(real.json).toMatchObject({
      dryRun: false,
      lines: 10,
      counts: {
        linked: 3,
        already_linked: 0,
        duplicate: 2,
        ambiguous: 1,
        none: 1,
        unusable: 1,
        linked_elsewhere: 2,
      },
    });
    expect(real.json.items[0]).toMatchObject({ customerId: first, mandateId: good.mandate, choices: [] });
    expect(real.json.items[5]?.choices).toHaveLength(2);
    expect(real.json.items.every(({ message }) => message.endsWith('.') && !message.includes('@'))).toBe(true);
    expect(await Promise.all([first, second, third].map(linkedMandates))).toEqual([
      [good.mandate],
      [byId.mandate],
      [byMandate.mandate],
    ]);
    const [event] = (await product.runtime.eventStore.read(`mandate-${main.connectionId}.${byId.mandate}`)).filter(
      ({ type }) => type === 'MandateLinked',
    );
    expect(event?.data).toMatchObject({
      foundBy: 'gocardless_customer_id',
      bankName: expect.any(String) as string,
      accountNumberEnding: expect.stringMatching(/^\d{2}$/) as string,
    });

    expect(outcomes(await send(file))).toEqual(expected('already_linked'));
    expect(dead.mandate).not.toBe(good.mandate);
    expect(product.log.join('')).not.toContain('@example.com');
  });

  it('does nothing of a file in which something is wrong, and says where', async () => {
    const made = await payer({ email: 'only@example.com' });
    const customerId = await register();
    const somebody = await register();
    const foreign = await register({}, other.connectionId);
    const refused = await send(
      csv(
        'customerId,email,mandateId',
        `${customerId},,${made.mandate}`,
        `${somebody},,${made.mandate}`,
        'cus_unknown,a@example.com,',
        `${foreign},b@example.com,`,
        `${customerId},,`,
        `${customerId},c@example.com,${made.mandate}`,
        `${customerId},no address,`,
        `${customerId},,MD0/..`,
        ',d@example.com,',
      ),
    );
    expect(faults(refused)).toEqual([
      422,
      [3, 'mandateId', 'contradicts_line'],
      [4, 'customerId', 'unknown_customer'],
      [5, 'customerId', 'unknown_customer'],
      [6, 'email', 'missing'],
      [7, 'mandateId', 'exactly_one'],
      [8, 'email', 'not_an_email'],
      [9, 'mandateId', 'not_an_id'],
      [10, 'customerId', 'missing'],
    ]);
    expect(refused.json.code).toBe('wrong_lines');
    expect(await linkedMandates(customerId)).toEqual([]);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['an unknown column', 'customerId,email,colour\r\ncus_1,a@example.com,red\r\n', [1, 'colour', 'unknown_column']],
    ['no column for what to look for', 'customerId\r\ncus_1\r\n', [1, 'email', 'missing_column']],
  ])('refuses a file with %s', async (_, file, fault) => {
    expect(faults(await send(file))).toEqual([422, fault]);
  });

  it('refuses a file without lines', async () => {
    const { status, json } = await send('customerId,email\r\n');
    expect([status, json.code]).toEqual([422, 'no_lines']);
  });

  it('takes a workbook, with columns that are called otherwise', async () => {
    const made = await payer({ email: 'workbook@example.com' });
    const customerId = await register({ reference: '00042' });
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Members');
    sheet.addRows([
      ['Number', 'Mail'],
      ['00042', 'workbook@example.com'],
    ]);
    const form = new FormData();
    form.append('file', new Blob([await workbook.xlsx.writeBuffer()]), 'members.xlsx');
    const mapping = encodeURIComponent(JSON.stringify({ reference: 'Number', email: 'Mail' }));
    const imported = await send(form, `&mapping=${mapping}`);
    expect([imported.status, outcomes(imported)]).toEqual([200, [[2, 'linked']]]);
    expect(await linkedMandates(customerId)).toEqual([made.mandate]);
  });

  it('is for who keeps the books, within the connections of the key', async () => {
    const file = csv('customerId,email', `${await register()},a@example.com`);
    for (const role of ['auditor', 'collector'] as const) {
      expect((await send(file, '', await product.makeKey(role))).status).toBe(403);
    }
    const key = await product.makeKey('accountant', { connectionIds: [other.connectionId] });
    const { status, json } = await send(file, '', key);
    expect([status, json.code]).toEqual([422, 'unknown_connection']);
  });

  it('asks GoCardless by the page, however many lines there are', async () => {
    const token = await product.addOrganisation('Bulk Ltd');
    const bulk = await product.connect({ name: 'Bulk', accessToken: token, webhooks: false });
    const made = await payers({ count: 60, email: 'bulk@example.com', token });
    for (const index of made.keys()) await register({ reference: `B-${index}` }, bulk.connectionId);
    const file = csv('reference,email', ...made.map(({ email }, index) => `B-${index},${email}`));
    await product.control('/requests', undefined, 'DELETE');
    const imported = await send(file, '', product.adminKey, bulk.connectionId);
    expect([imported.status, imported.json.counts['linked']]).toEqual([200, 60]);
    expect(imported.json.items.map(({ mandateId }) => mandateId)).toEqual(made.map(({ mandate }) => mandate));
    const { requests } = await product.control('/requests');
    const paths = (requests as { path: string }[]).map(({ path }) => path.split('?')[0]);
    // What GoCardless said of each mandate before is fetched beside it.
    expect(paths.filter((path) => path !== '/events')).toEqual(['/customers', '/mandates', '/customer_bank_accounts']);
  });
});
