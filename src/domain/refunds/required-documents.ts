import { accountsAt } from '../accounting/accounts';
import {
  type CorrectionPosted,
  type DocumentPosted,
  onAccount,
  type Party,
  requiredKey,
  type RequiredAs,
} from '../accounting/document';
import { moneyIn, opposite } from '../accounting/posting-rules';
import {
  type Arrival,
  type DocumentContent,
  mirrored,
  type PostedDocument,
  type Requirement,
  settleDocuments,
} from '../accounting/settle-documents';
import { type BookRules } from '../payments/post-documents';
import { type Decided, type Happened } from '../shared/event';
import { type RefundRead, type RefundStatusChanged } from './events';
import { orderedRefundFacts } from './refund-status';

/** A refund as its documents need it. */
export interface RefundFacts {
  readonly refund: RefundRead['data'] | null;
  /** Null while nobody knows whose it is. */
  readonly customerId: string | null;
  readonly observed: readonly Happened<RefundStatusChanged>[];
}

/**
 * The documents and corrections that a refund without a payment requires now and that are not posted yet. The money of one that has a
 * payment is the payment's matter.
 */
export function refundDocumentsFor(
  facts: RefundFacts,
  posted: readonly PostedDocument[],
  rules: BookRules,
  arrival: Omit<Arrival, 'owner'>,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  const { refund } = facts;
  if (refund === null || refund.gocardlessPaymentId !== null) return [];
  return settleDocuments(
    requiredFor(facts, refund, rules.booksFrom),
    posted,
    { owner: refund.refundId, ...arrival },
    (required, reversed) => contentOf(required, reversed, refund, rules),
  );
}

/** The first settlement takes the money, a return after it brings it back; a return without a settlement before it moves nothing. */
function requiredFor(
  { customerId, observed }: RefundFacts,
  { refundId }: RefundRead['data'],
  booksFrom: string,
): readonly Requirement[] {
  const party = customerId === null ? 'nobody' : 'customer';
  const required: Requirement[] = [];
  let settled: { readonly prior: boolean; readonly document: Requirement | null } | null = null;
  for (const { data, effectiveAt, causationId } of orderedRefundFacts(observed)) {
    const asked = (kind: RequiredAs['kind'], whose: Party, reversed: Requirement | null): Requirement => ({
      requiredAs: {
        kind,
        gocardlessEventId: causationId,
        reverses: reversed && requiredKey(reversed.requiredAs),
        party: whose,
        refundedBefore: [],
      },
      concerns: { gocardlessPaymentId: null, refundId },
      effectiveAt,
    });
    const inBooks = effectiveAt >= booksFrom;
    if (data.action === 'refund_settled' && settled === null) {
      const document: Requirement | null = inBooks ? asked('refund', party, null) : null;
      settled = { prior: !inBooks, document };
      if (document !== null) required.push(document);
    }
    if (data.action === 'funds_returned' && settled !== null) {
      // What was settled before the books began was never posted: there is nothing to reverse.
      if (settled.prior && inBooks) required.push(asked('prior_restored', 'prior_period', null));
      if (settled.document !== null) required.push(asked('refund_returned', party, settled.document));
      settled = null;
    }
  }
  return required;
}

function contentOf(
  { requiredAs: { kind, party }, effectiveAt }: Requirement,
  reversed: PostedDocument | null,
  { amount, currency }: RefundRead['data'],
  { accounts }: BookRules,
): DocumentContent {
  if (kind === 'refund_returned') return { ...mirrored(reversed, kind), cause: null };
  const received = moneyIn(party, amount, currency, [], accountsAt(accounts, effectiveAt));
  const entries = kind === 'refund' ? opposite(received) : received;
  return { amount, currency, cause: null, lines: [onAccount(amount)], entries };
}
