// Plays a month in a fresh playground, as the button of the screens does, prints the books that come of it, and leaves everything running to look at.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runPlayground, startPlayground } from './playground.mjs';
import { money, table } from './tables.mjs';

/** A Monday evening: the simulator has played that day's bank work. */
const BEGIN = '2026-06-01T10:00:00.000Z';

const directory = mkdtempSync(join(tmpdir(), 'direct-debit-demo-'));

runPlayground(
  async (onEnd) => {
    const playground = await startPlayground({
      dataDirectory: directory,
      // The demo ignores the environment's settings, so that it plays the same month each time.
      environment: { DATABASE_URL: '', EVENT_STORE: '', SIMULATOR_NOW: BEGIN, SIMULATOR_SEED: 'demo' },
      onEnd,
    });
    const began = performance.now();
    await playMonth(playground);
    const seconds = Math.round((performance.now() - began) / 1000);
    process.stdout.write(`\n  Five weeks in ${seconds} seconds. The books that came of them:\n`);
    process.stdout.write(await books(playground));
    process.stdout.write(farewell(playground));
  },
  () => rmSync(directory, { recursive: true, force: true }),
);

async function playMonth({ api }) {
  await api('POST', '/simulator/month', {});
  for (let told = 0, date = ''; ;) {
    const { month } = await api('GET', '/simulator');
    for (const line of month.told.slice(told)) {
      process.stdout.write(`  ${(line.date === date ? '' : weekday(line.date)).padEnd(12)}${line.text}\n`);
      date = line.date;
    }
    told = month.told.length;
    if (month.state === 'played') return;
    if (month.state !== 'playing') throw new Error('The month could not be played to its end.');
    await pause(250);
  }
}

function weekday(date) {
  const form = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(date)).replace(',', '');
}

async function books({ api }) {
  const list = async (path) => (await api('GET', `${path}?limit=500`)).items;
  const customers = new Map((await list('/customers')).map(({ id, name }) => [id, name]));
  const orders = await list('/sales-orders');
  const tables = [
    scheduledPayments(await list('/scheduled-payments')),
    receipts(await list('/receipts')),
    salesOrders(orders, customers),
    payouts(await list('/payouts')),
    trialBalance(await api('GET', '/ledger/trial-balance?currency=GBP')),
  ];
  return tables.join('\n');
}

const FLAGS = ['paymentCreated', 'isProcessed', 'succeeded', 'isPaymentProcessed', 'hasErrors'];

function scheduledPayments(items) {
  const headings = ['Customer', 'Due', '>Amount', 'Created', 'Processed', 'Succeeded', 'Paid', 'Errors', 'Message'];
  const rows = items.map(({ customerName, dueDate, amount, flags, message }) => [
    customerName,
    dueDate,
    money(amount),
    ...FLAGS.map((flag) => (flags[flag] ? 'x' : '')),
    // GoCardless's code; the bank's description after it is cut off.
    (message ?? '').split(':')[0],
  ]);
  return table('Scheduled payments', headings, rows);
}

function receipts(items) {
  const headings = ['Number', 'Kind', 'Effective', 'Customer', '>Net', '>Tax', '>Amount'];
  const sum = (lines, part) => lines.reduce((total, line) => total + line[part], 0);
  const rows = items.map(({ number, kind, effectiveAt, customerName, lines, amount }) => [
    number,
    kind,
    effectiveAt.slice(0, 10),
    customerName,
    money(sum(lines, 'net')),
    money(sum(lines, 'tax')),
    money(amount),
  ]);
  return table('Receipts', headings, rows);
}

function salesOrders(items, customers) {
  const headings = ['Customer', '>Plan', '>Total', '>Receipted'];
  const rows = items.map(({ customerId, planTotal, total, receiptedTotal }) => [
    customers.get(customerId),
    money(planTotal),
    money(total),
    money(receiptedTotal),
  ]);
  const sum = (part) => money(items.reduce((total, order) => total + order[part], 0));
  return table('Sales orders', headings, rows, ['', sum('planTotal'), sum('total'), sum('receiptedTotal')]);
}

function payouts(items) {
  const headings = ['Payout', 'Arrival', 'Status', '>Fees', '>Amount'];
  const rows = items.map(({ id, arrivalDate, status, fees, amount }) => [
    id,
    arrivalDate,
    status,
    money(fees),
    money(amount),
  ]);
  return table('Payouts', headings, rows);
}

/** The accounts that a connection has while nobody has chosen others. */
const ACCOUNTS = {
  1000: 'Bank',
  1100: 'Clearing at GoCardless',
  2200: 'Tax on sales',
  2201: 'Tax on fees',
  4000: 'Sales',
  5100: 'Fees of GoCardless',
};

function trialBalance({ accounts, totalDebit, totalCredit }) {
  const headings = ['Account', 'Name', '>Debit', '>Credit'];
  const rows = accounts.map(({ account, debit, credit }) => [account, ACCOUNTS[account], money(debit), money(credit)]);
  return table('Trial balance, GBP', headings, rows, ['', '', money(totalDebit), money(totalCredit)]);
}

function farewell({ url, signInUrl, adminKey, simulatorUrl }) {
  return [
    '',
    '  It goes on running, for you to look at:',
    '',
    `  Screens:    ${signInUrl}`,
    `  API:        ${url}/api/docs`,
    `  Admin key:  ${adminKey}`,
    `  GoCardless: simulated at ${simulatorUrl}`,
    '',
    '  Ctrl-C ends it and removes its data.',
    '',
    '',
  ].join('\n');
}
