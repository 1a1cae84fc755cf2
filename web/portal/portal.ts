import '../style/tokens.css';
import '../style/base.css';
import '../style/print.css';
import './portal.css';
import { formatMoney } from '../parts/money/money';
import { formatDay } from '../parts/when/when';
import { COMING, MEANING, words } from '../words/en/portal';
import {
  comeIn,
  type Coming,
  documentOf,
  leave,
  NoConnection,
  NotIn,
  type PayerPage,
  readPage,
  type Receipt,
} from './asked';
import { button, day, element } from './elements';

/** These take money away again. */
const TAKEN_BACK: readonly string[] = ['reversal', 'refund', 'prior_loss'];

/** What opens the page, until it was answered. */
let token = takeToken();
let shown: PayerPage | null = null;

/** The token leaves the address at once, so that it is in no history and on no screen. */
function takeToken(): string {
  const found = location.hash.slice(1);
  if (found !== '') history.replaceState(null, '', location.pathname);
  return found;
}

async function open(): Promise<void> {
  try {
    if (token !== '') await comeIn(token);
    token = '';
    shown = await readPage();
    show(...pageOf(shown));
  } catch (error) {
    shown = null;
    if (error instanceof NotIn) {
      token = '';
      show(...notice(words.outTitle, words.outText));
    } else {
      show(...notice(words.title, error instanceof NoConnection ? words.noConnection : words.failed, true));
    }
  }
}

async function signOut(): Promise<void> {
  try {
    await leave();
    shown = null;
    show(...notice(words.leftTitle, words.leftText));
  } catch {
    document.getElementById('trouble')?.replaceChildren(words.noConnection);
  }
}

/** Who hears the page, or goes through it by keys, begins at the title of what is new. */
function show(...content: readonly Node[]): void {
  document.getElementById('page')?.replaceChildren(...content);
  document.querySelector('h1')?.focus({ preventScroll: true });
}

function pageOf({ company, customer, scheduled, receipts, hasMore }: PayerPage): readonly Node[] {
  document.title = `${words.title} · ${company.name}`;
  return [
    element(
      'header',
      {},
      element('p', { class: 'company' }, company.name),
      element('h1', { tabindex: '-1' }, words.title),
      ...(customer.name === null ? [] : [element('p', { class: 'faint' }, words.of(customer.name))]),
    ),
    section(words.coming, scheduled.map(comingRow), words.noComing),
    section(words.receipts, receipts.map(receiptRow), words.noReceipts),
    ...(hasMore ? [element('p', { class: 'faint' }, words.more)] : []),
    element(
      'footer',
      {},
      element('p', {}, element('strong', {}, company.name), ` ${words.collects}`),
      ...[company.address, company.vatNumber === null || company.vatNumber === '' ? null : words.vat(company.vatNumber)]
        .filter((text) => text !== null && text !== '')
        .map((text) => element('p', { class: 'address' }, text ?? '')),
      element('p', { id: 'trouble', role: 'alert' }),
      element(
        'p',
        { class: 'buttons' },
        button('', words.print, () => {
          print();
        }),
        button('', words.signOut, signOut),
      ),
    ),
  ];
}

function section(title: string, rows: readonly HTMLElement[], empty: string): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, title),
    rows.length === 0 ? element('p', { class: 'empty' }, empty) : element('ul', { class: 'rows' }, ...rows),
  );
}

function comingRow({ dueDate, amount, currency, state }: Coming): HTMLElement {
  const when = dueDate === null ? words.dateFollows : day(dueDate, formatDay(dueDate));
  return row(when, formatMoney(amount, currency), element('span', { class: `state ${state}` }, COMING[state]));
}

function receiptRow({ number, kind, date, amount, currency, earlierNumber }: Receipt): HTMLElement {
  const signed = TAKEN_BACK.includes(kind) ? -amount : amount;
  return row(
    day(date, formatDay(date)),
    formatMoney(signed, currency),
    element('span', {}, MEANING[kind]?.(earlierNumber) ?? ''),
    element('a', { href: documentOf(number), target: '_blank', rel: 'noopener' }, words.pdf(number)),
  );
}

function row(when: Node | string, amount: string, ...below: readonly HTMLElement[]): HTMLElement {
  return element('li', {}, element('strong', {}, when), element('span', { class: 'amount' }, amount), ...below);
}

function notice(title: string, text: string, mayTryAgain = false): readonly Node[] {
  document.title = title;
  return [
    element(
      'section',
      { class: 'notice' },
      element('h1', { tabindex: '-1' }, title),
      element('p', {}, text),
      ...(mayTryAgain ? [element('p', { class: 'buttons' }, button('main', words.again, open))] : []),
    ),
  ];
}

addEventListener('hashchange', () => {
  token = takeToken();
  if (token !== '') void open();
});
// Whoever comes back later sees what is so then, or that they are no longer in.
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && shown !== null) void open();
});

show(element('p', { class: 'empty' }, words.opening));
void open();
