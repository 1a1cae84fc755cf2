import { type IconName } from '../icon/Icon';
import { said } from '../../words/codes/said';
import {
  DELIVERY_STATUS,
  EXPORT_STATUS,
  MANDATE_STATUS,
  PAYMENT_STATUS,
  PAYOUT_STATUS,
} from '../../words/codes/states';

export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'faint';

/** A state as shape, colour and word; each alone would tell it. */
export interface StatusView {
  readonly shape: IconName;
  readonly tone: Tone;
  readonly words: string;
}

type Drawn = readonly [shape: IconName, tone: Tone];

const PAYMENT: Readonly<Record<keyof typeof PAYMENT_STATUS, Drawn>> = {
  requested: ['ring', 'faint'],
  awaiting_gocardless: ['dotted', 'faint'],
  rejected: ['barred', 'bad'],
  pending_customer_approval: ['pencil', 'warn'],
  customer_approval_denied: ['barred', 'bad'],
  pending_submission: ['quarter', 'info'],
  submitted: ['half', 'info'],
  confirmed: ['most', 'info'],
  paid_out: ['full', 'good'],
  failed: ['cross', 'bad'],
  charged_back: ['back', 'bad'],
  cancelled: ['dash', 'faint'],
};

const MANDATE: Readonly<Record<keyof typeof MANDATE_STATUS, Drawn>> = {
  pending_customer_approval: ['pencil', 'warn'],
  pending_submission: ['quarter', 'good'],
  submitted: ['half', 'good'],
  active: ['full', 'good'],
  suspended_by_payer: ['cross', 'bad'],
  failed: ['cross', 'bad'],
  cancelled: ['cross', 'bad'],
  expired: ['cross', 'bad'],
  consumed: ['cross', 'bad'],
  blocked: ['cross', 'bad'],
  unknown: ['ring', 'faint'],
};

const PAYOUT: Readonly<Record<keyof typeof PAYOUT_STATUS, Drawn>> = {
  pending: ['half', 'info'],
  paid: ['full', 'good'],
  bounced: ['back', 'bad'],
};

const EXPORT: Readonly<Record<keyof typeof EXPORT_STATUS, Drawn>> = {
  opened: ['half', 'info'],
  exported: ['full', 'good'],
  abandoned: ['dash', 'faint'],
};

const DELIVERY: Readonly<Record<keyof typeof DELIVERY_STATUS, Drawn>> = {
  received: ['half', 'info'],
  applied: ['full', 'good'],
  ignored: ['dash', 'faint'],
  parked: ['warning', 'warn'],
  duplicate: ['dash', 'faint'],
  foreign: ['barred', 'faint'],
};

const NEW: Drawn = ['ring', 'faint'];

function view(
  drawings: Readonly<Record<string, Drawn>>,
  words: Readonly<Record<string, string>>,
  state: string,
): StatusView {
  const [shape, tone] = drawings[state] ?? NEW;
  return { shape, tone, words: said(words, state) };
}

interface PaymentState {
  readonly status: string;
  readonly message?: string;
  readonly flags?: { readonly lateFailure: boolean };
}

/** A payment's: a failure after the money had been paid out says *late*; one that waits to be seen at GoCardless says that. */
export function paymentView({ status, message, flags }: PaymentState): StatusView {
  const shown = status === 'requested' && message === 'awaiting_gocardless' ? message : status;
  const plain = view(PAYMENT, PAYMENT_STATUS, shown);
  return flags?.lateFailure === true ? { ...plain, words: `${plain.words} late` } : plain;
}

export const mandateView = (status: string, linked = true): StatusView =>
  linked ? view(MANDATE, MANDATE_STATUS, status) : { shape: 'dash', tone: 'faint', words: 'unlinked' };
export const payoutView = (status: string): StatusView => view(PAYOUT, PAYOUT_STATUS, status);
export const exportView = (status: string): StatusView => view(EXPORT, EXPORT_STATUS, status);
export const deliveryView = (status: string): StatusView => view(DELIVERY, DELIVERY_STATUS, status);

/** Whether an item of a payout is explained by a document. */
export const matchView = (matched: boolean): StatusView =>
  matched
    ? { shape: 'tick', tone: 'good', words: 'matches' }
    : { shape: 'cross', tone: 'bad', words: 'does not match' };

/** Whether all items of a payout are explained, or how many are not. */
export function itemsMatchView(items: number | null, unmatched: number | null): StatusView {
  if (items === null || unmatched === null) return { shape: 'ring', tone: 'faint', words: 'not listed yet' };
  if (unmatched === 0) return { shape: 'tick', tone: 'good', words: 'matches' };
  return { shape: 'warning', tone: 'warn', words: `${String(unmatched)} of ${String(items)} unexplained` };
}
