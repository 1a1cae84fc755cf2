import { type ItemOf } from '../../api/addresses';
import { type FLAG } from '../../words/codes/states';

export type Instalment = ItemOf<'/api/scheduled-payments'>;

/** The flags of the matrix, in its order. All instalments are direct debits, so that one is not shown. */
export const MATRIX = [
  'paymentCreated',
  'isProcessed',
  'succeeded',
  'isPaymentProcessed',
  'hasErrors',
  'isCancelled',
] as const satisfies readonly (keyof typeof FLAG)[];
export type MatrixFlag = (typeof MATRIX)[number];

/** What an instalment shows after one thing that can happen to it. */
export interface Meaning {
  readonly key: string;
  readonly after: string;
  readonly flags: readonly MatrixFlag[];
  /** What its e-payment says. */
  readonly payment: string;
  readonly message: string;
}

const SENT: readonly MatrixFlag[] = ['paymentCreated', 'isProcessed', 'succeeded'];
const LOST: readonly MatrixFlag[] = ['paymentCreated', 'isProcessed', 'hasErrors'];
const NONE = 'no e-payment';

export const MEANINGS: readonly Meaning[] = [
  { key: 'waits', after: 'scheduled, nothing sent', flags: [], payment: NONE, message: '' },
  { key: 'no_mandate', after: 'no usable mandate yet', flags: [], payment: NONE, message: 'no mandate yet' },
  {
    key: 'mandate_dead',
    after: 'the mandate died before anything was sent',
    flags: ['hasErrors'],
    payment: NONE,
    message: 'why the mandate can not be used',
  },
  {
    key: 'cancelled_unsent',
    after: 'cancelled before it was sent',
    flags: ['isCancelled'],
    payment: NONE,
    message: '',
  },
  { key: 'requested', after: 'asked for, no answer yet', flags: ['isProcessed'], payment: 'scheduled', message: '' },
  {
    key: 'rejected',
    after: 'GoCardless refused it',
    flags: ['isProcessed', 'hasErrors'],
    payment: 'has errors',
    message: 'reason and fields',
  },
  { key: 'pending_submission', after: 'GoCardless has it', flags: SENT, payment: 'scheduled, pending', message: '' },
  {
    key: 'pending_customer_approval',
    after: 'the payer has to approve it',
    flags: SENT,
    payment: 'scheduled, pending',
    message: '',
  },
  {
    key: 'customer_approval_denied',
    after: 'the payer did not approve it',
    flags: LOST,
    payment: 'has errors',
    message: 'the payer did not approve it',
  },
  { key: 'submitted', after: 'given to the bank', flags: SENT, payment: 'scheduled, submitted', message: '' },
  { key: 'confirmed', after: 'collected', flags: SENT, payment: 'submitted, succeeded, confirmed', message: '' },
  {
    key: 'paid_out',
    after: 'paid out: the receipt is made',
    flags: [...SENT, 'isPaymentProcessed'],
    payment: 'submitted, succeeded, confirmed, paid out',
    message: '',
  },
  { key: 'failed', after: 'failed before it was paid out', flags: LOST, payment: 'has errors', message: 'the cause' },
  {
    key: 'failed_late',
    after: 'failed after it was paid out',
    flags: LOST,
    payment: 'has errors, late failure',
    message: 'the cause',
  },
  {
    key: 'charged_back',
    after: 'the payer took the money back',
    flags: LOST,
    payment: 'has errors, charged back',
    message: 'the cause',
  },
  {
    key: 'cancelled',
    after: 'cancelled while it was under way',
    flags: [...SENT, 'isCancelled'],
    payment: 'cancelled',
    message: 'the cause',
  },
  {
    key: 'cancelled_after_failure',
    after: 'cancelled after a failure',
    flags: [...LOST, 'isCancelled'],
    payment: 'cancelled, has errors',
    message: 'the cause',
  },
];

/** Which of the meanings an instalment has now. */
export function meaningOf({ paymentId, paymentStatus, paymentFlags, flags, message }: Instalment): string {
  if (paymentId === null || (paymentStatus === 'rejected' && flags.isCancelled)) {
    if (flags.isCancelled) return 'cancelled_unsent';
    if (flags.hasErrors) return 'mandate_dead';
    return message === null ? 'waits' : 'no_mandate';
  }
  switch (paymentStatus) {
    case 'failed':
      return paymentFlags?.lateFailure === true ? 'failed_late' : 'failed';
    case 'cancelled':
      return flags.hasErrors ? 'cancelled_after_failure' : 'cancelled';
    default:
      return paymentStatus ?? 'requested';
  }
}

export type ActName = 'send' | 'retry' | 'change' | 'cancel';

const ENDED = ['rejected', 'cancelled', 'customer_approval_denied'];
const CANCELLABLE = ['pending_submission', 'pending_customer_approval'];

/** What the state of an instalment allows; the service has the last word. */
export function allowedActs({ paymentId, paymentStatus, paymentFlags, flags }: Instalment): readonly ActName[] {
  if (paymentId === null || paymentStatus === 'rejected') return flags.isCancelled ? [] : ['send', 'change', 'cancel'];
  if (paymentStatus === 'failed') return paymentFlags?.retryScheduled === true ? [] : ['retry', 'send'];
  if (ENDED.includes(paymentStatus ?? '')) return ['send'];
  return CANCELLABLE.includes(paymentStatus ?? '') ? ['cancel'] : [];
}
