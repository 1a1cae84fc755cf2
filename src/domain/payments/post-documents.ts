import { type Accounts, accountsAt, type AccountsFrom } from '../accounting/accounts';
import { type CorrectionPosted, type DocumentLine, type DocumentPosted, onAccount } from '../accounting/document';
import { type IncomeLine, moneyIn, opposite } from '../accounting/posting-rules';
import {
  type Arrival,
  type DocumentContent,
  mirrored,
  settleDocuments,
  type PostedDocument,
} from '../accounting/settle-documents';
import { refundShares } from '../accounting/shares';
import { type LineShare } from '../sales-orders/events';
import { never } from '../shared/decider';
import { type Decided } from '../shared/event';
import { requiredDocuments, type RequiredDocument } from './required-documents';
import { type PaymentFacts } from './facts';

/** What the connection says about its books. */
export interface BookRules {
  /** Instant from which on facts are posted. */
  readonly booksFrom: string;
  readonly accounts: readonly AccountsFrom[];
}

/** The documents and corrections that a payment's facts require now and that are not posted yet. */
export function documentsFor(
  facts: PaymentFacts,
  posted: readonly PostedDocument[],
  rules: BookRules,
  arrival: Omit<Arrival, 'owner'>,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  return settleDocuments(
    requiredDocuments(facts, rules.booksFrom),
    posted,
    { owner: facts.paymentId, ...arrival },
    (required, reversed) => contentOf(required, reversed, facts, accountsAt(rules.accounts, required.effectiveAt)),
  );
}

function contentOf(
  required: RequiredDocument,
  reversed: PostedDocument | null,
  facts: PaymentFacts,
  accounts: Accounts,
): DocumentContent {
  const { amount, cause, requiredAs } = required;
  const { currency } = facts;
  const receive = (lines: readonly IncomeLine[]) => moneyIn(requiredAs.party, amount, currency, lines, accounts);
  switch (requiredAs.kind) {
    case 'receipt': {
      const lines = linesOf(facts.shares, amount);
      return { amount, currency, cause, lines: lines.map(withoutAccount), entries: receive(lines) };
    }
    case 'refund': {
      const lines = linesOf(refundShares(facts.shares, requiredAs.refundedBefore, amount), amount);
      return { amount, currency, cause, lines: lines.map(withoutAccount), entries: opposite(receive(lines)) };
    }
    case 'prior_loss':
      return { amount, currency, cause, lines: [onAccount(amount)], entries: opposite(receive([])) };
    case 'prior_restored':
      // What was lost before the books began was never posted, so there may be nothing to take back.
      return reversed === null
        ? { amount, currency, cause, lines: [onAccount(amount)], entries: receive([]) }
        : { ...mirrored(reversed, requiredAs.kind), cause };
    case 'reversal':
    case 'refund_returned':
      return { ...mirrored(reversed, requiredAs.kind), cause };
    default:
      return never(requiredAs.kind);
  }
}

function linesOf(shares: readonly LineShare[], amount: number): readonly IncomeLine[] {
  if (shares.length === 0) return [{ ...onAccount(amount), incomeAccount: null }];
  return shares.map(({ line, taxRate, amount: gross, tax, incomeAccount }) => ({
    orderLine: line,
    taxRate,
    net: gross - tax,
    tax,
    amount: gross,
    incomeAccount,
  }));
}

function withoutAccount({ orderLine, taxRate, net, tax, amount }: IncomeLine): DocumentLine {
  return { orderLine, taxRate, net, tax, amount };
}
