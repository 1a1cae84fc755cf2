const KEPT_KEY = 'collector-key';
const PAGE_SIZE = 100;

/** What the states are called on a round. */
const STATES = {
  requested: 'waiting for GoCardless',
  pending_customer_approval: 'waiting for the customer’s approval',
  pending_submission: 'at GoCardless',
  submitted: 'at the bank',
  confirmed: 'collected',
  paid_out: 'paid out',
};

const element = (id) => document.getElementById(id);
const view = Object.fromEntries(
  [
    'sign-in',
    'key',
    'sign-out',
    'notice',
    'collections',
    'search',
    'all',
    'summary',
    'payments',
    'more',
    'nothing',
    'bar',
    'accept',
  ].map((id) => [id, element(id)]),
);

let payments = [];
let nextCursor = null;
const chosen = new Set();
/** Kept until an acceptance is answered, so that pressing again after a lost answer is the same request. */
let attempt = null;

async function ask(method, path, body, headers = {}) {
  const answer = await fetch(path, {
    method,
    cache: 'no-store',
    headers: {
      authorization: `Bearer ${localStorage.getItem(KEPT_KEY) ?? ''}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Error('There is no connection. Nothing was lost: try again.');
  });
  const content = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    signOut();
    throw new Error('This key is not known here. Ask for a new one.');
  }
  if (answer.status === 403) throw new Error('This key may not accept payments.');
  if (!answer.ok) throw new Error(content.detail ?? 'That did not work. Try again.');
  return content;
}

function tell(text, bad = false) {
  view.notice.textContent = text;
  view.notice.hidden = text === '';
  view.notice.classList.toggle('bad', bad);
}

/** Amounts are whole minor units, and every currency here has two places. As text, so that no digit is lost. */
function money(amount, currency) {
  const digits = String(amount).padStart(3, '0');
  const major = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(major);
}

/** A day of the calendar is the same wherever the phone is. */
function day(date) {
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(date));
}

function totalOf(some) {
  const totals = new Map();
  for (const { amount, currency } of some) totals.set(currency, (totals.get(currency) ?? 0) + amount);
  return [...totals].map(([currency, amount]) => money(amount, currency)).join(' + ');
}

function shown() {
  const wanted = view.search.value.trim().toLowerCase();
  return payments.filter(({ customerName }) => (customerName ?? '').toLowerCase().includes(wanted));
}

function render() {
  const list = shown();
  view.payments.replaceChildren(...list.map(lineOf));
  view.nothing.hidden = payments.length > 0;
  view.more.hidden = nextCursor === null;
  view.all.parentElement.hidden = payments.length === 0;
  view.all.checked = list.length > 0 && list.every(({ id }) => chosen.has(id));
  view.summary.textContent = `${list.length} to accept, ${totalOf(list)}`;
  const picked = payments.filter(({ id }) => chosen.has(id));
  view.bar.hidden = picked.length === 0;
  view.accept.textContent = `Accept ${picked.length} · ${totalOf(picked)}`;
}

function lineOf({ id, customerName, amount, currency, status, chargeDate }) {
  const line = document.createElement('li');
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = chosen.has(id);
  box.addEventListener('change', () => {
    if (box.checked) chosen.add(id);
    else chosen.delete(id);
    attempt = null;
    render();
  });
  const who = part('who', customerName ?? 'Unknown customer');
  const state = STATES[status] ?? status.replaceAll('_', ' ');
  who.append(part('state', chargeDate === null ? state : `${state}, charged ${day(chargeDate)}`));
  label.append(box, who, part('amount', money(amount, currency)));
  line.append(label);
  return line;
}

function part(className, text) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

async function load(cursor, after) {
  const query = new URLSearchParams({
    accepted: 'false',
    hasErrors: 'false',
    cancelled: 'false',
    limit: String(PAGE_SIZE),
  });
  if (cursor !== null) query.set('cursor', cursor);
  if (after !== undefined) query.set('after', after);
  const page = await ask('GET', `/api/payments?${query}`);
  payments = cursor === null ? page.items : [...payments, ...page.items];
  nextCursor = page.nextCursor;
  render();
}

async function accept() {
  const paymentIds = payments.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  attempt ??= crypto.randomUUID();
  const { accepted, alreadyAccepted, position } = await ask(
    'POST',
    '/api/collections/acceptances',
    { paymentIds },
    { 'idempotency-key': attempt },
  );
  attempt = null;
  chosen.clear();
  await load(null, position);
  tell(alreadyAccepted === 0 ? `${accepted} accepted.` : `${accepted} accepted; ${alreadyAccepted} had been already.`);
}

function signOut() {
  localStorage.removeItem(KEPT_KEY);
  payments = [];
  nextCursor = null;
  chosen.clear();
  attempt = null;
  show();
}

function show() {
  const signedIn = localStorage.getItem(KEPT_KEY) !== null;
  view['sign-in'].hidden = signedIn;
  view['sign-out'].hidden = !signedIn;
  view.collections.hidden = !signedIn;
  if (!signedIn) view.bar.hidden = true;
}

/** Runs what a press asked for; while it is under way the button can not be pressed again. */
async function whileBusy(button, work) {
  button.disabled = true;
  tell('');
  try {
    await work();
  } catch (error) {
    tell(error.message, true);
  } finally {
    button.disabled = false;
    show();
  }
}

view['sign-in'].addEventListener('submit', (event) => {
  event.preventDefault();
  localStorage.setItem(KEPT_KEY, view.key.value.trim());
  view.key.value = '';
  void whileBusy(event.submitter ?? view['sign-in'].querySelector('button'), () => load(null));
});
view['sign-out'].addEventListener('click', () => {
  tell('');
  signOut();
});
view.search.addEventListener('input', render);
view.all.addEventListener('change', () => {
  for (const { id } of shown()) {
    if (view.all.checked) chosen.add(id);
    else chosen.delete(id);
  }
  attempt = null;
  render();
});
view.more.addEventListener('click', () => void whileBusy(view.more, () => load(nextCursor)));
view.accept.addEventListener('click', () => void whileBusy(view.accept, accept));

show();
if (localStorage.getItem(KEPT_KEY) !== null) void whileBusy(view.accept, () => load(null));
