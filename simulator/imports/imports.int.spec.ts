import { at, type Driver, listAt, startDriver } from '../testing/driver';

let driver: Driver;

beforeEach(async () => {
  driver = await startDriver();
});

afterEach(async () => {
  await driver.close();
});

const HEADER =
  'mandate.id,customer.id,customer.given_name,customer.family_name,customer.company_name,customer.email,' +
  'payment.amount,payment.currency,payment.description,payment.charge_date,payment.metadata.export_row';

const upload = (...rows: string[]) =>
  driver.control('POST', '/control/imports', `${[HEADER, ...rows].join('\r\n')}\r\n`);

test('rows become payments that carry only their metadata; twice the file is twice the payments', async () => {
  const { mandate, customer } = await driver.customer();
  const rows = [
    `${mandate},${customer},Ada,Payer,,a@example.com,120.00,GBP,"Fees, January",,row-1`,
    `${mandate},${customer},Ada,Payer,,a@example.com,12.3,GBP,,2026-02-20,row-2`,
    `${mandate},${customer},Ada,Payer,,a@example.com,,GBP,,,`,
  ];

  const first = await upload(...rows);
  const second = await upload(...rows);

  expect([first.status, listAt(first.body, 'payments').map(({ row }) => row)]).toEqual([201, [2, 3]]);
  expect(second.status).toBe(201);
  const payments = listAt((await driver.api('GET', '/payments')).body, 'payments');
  expect(
    payments.map(({ amount, description, charge_date, metadata, status }) => [
      amount,
      description,
      charge_date,
      metadata,
      status,
    ]),
  ).toEqual(
    [0, 1].flatMap(() => [
      [1_230, null, '2026-02-20', { export_row: 'row-2' }, 'pending_submission'],
      [12_000, 'Fees, January', '2026-02-05', { export_row: 'row-1' }, 'pending_submission'],
    ]),
  );
  const [created] = await driver.events('&resource_type=payments');
  expect([at(created, 'details', 'cause'), created?.['resource_metadata']]).toEqual([
    'payment_created',
    { export_row: 'row-1' },
  ]);
});

test('one bad row and nothing is made; every fault is named by row and column', async () => {
  const { mandate, customer } = await driver.customer();
  const dead = await driver.customer({ mandateStatus: 'cancelled' });
  const row = (fields: Partial<Record<'m' | 'c' | 'amount' | 'currency' | 'description' | 'date', string>>) =>
    [
      fields.m ?? mandate,
      fields.c ?? customer,
      'Ada,Payer,,a@example.com',
      fields.amount ?? '1.00',
      fields.currency ?? 'GBP',
      fields.description ?? '',
      fields.date ?? '',
      '',
    ].join(',');

  const { status, body } = await upload(
    row({}),
    row({ m: 'MD0' }),
    row({ c: 'CU0' }),
    row({ amount: '1,000.00'.replace(',', '') + '0' }),
    row({ amount: '£1' }),
    row({ currency: 'EUR' }),
    row({ date: '20/02/2026' }),
    row({ date: '2026-02-03' }),
    row({ description: 'x'.repeat(101) }),
    row({ m: dead.mandate, c: dead.customer }),
    'too,few',
  );

  expect(status).toBe(422);
  expect(listAt(body, 'errors').map((error) => [error['row'], error['column']])).toEqual([
    [3, 'mandate.id'],
    [4, 'customer.id'],
    [5, 'payment.amount'],
    [6, 'payment.amount'],
    [7, 'payment.currency'],
    [8, 'payment.charge_date'],
    [9, 'payment.charge_date'],
    [10, 'payment.description'],
    [11, 'mandate.id'],
    [12, null],
  ]);
  expect(at((await driver.api('GET', '/payments')).body, 'payments')).toEqual([]);
});

test.each([
  ['a renamed column', HEADER.replace('payment.amount', 'amount')],
  ['another order', HEADER.replace('mandate.id,customer.id', 'customer.id,mandate.id')],
  ['a strange column', `${HEADER},note`],
  ['a byte order mark', `\uFEFF${HEADER}`],
  ['nothing', ''],
])('%s in the header is refused', async (_name, header) => {
  const reply = await driver.control('POST', '/control/imports', { csv: `${header}\n` });

  expect([reply.status, at(reply.body, 'errors', 0, 'row')]).toEqual([422, 1]);
});
