import { type Concerned, type Party, type ReceiptKind, type RequiredAs, requiredKey } from '../accounting/document';
import { type Happened } from '../shared/event';
import { compareText } from '../shared/fact-order';
import { type RefundReturned, type RefundSettled } from './events';
import { type PaymentFacts } from './facts';
import { moneyMovements, type MoneyMovement } from './lateness';
import { statusFactsOf } from './lifecycle';
import { type StatusFact } from './state-machine';

/** A document that the facts require, with what its fact says: effective time, cause and, of a refund, the amount. */
export interface RequiredDocument {
  readonly requiredAs: RequiredAs<ReceiptKind>;
  readonly concerns: Concerned;
  readonly effectiveAt: string;
  /** GoCardless's cause of a loss, or null. */
  readonly cause: string | null;
  readonly amount: number;
}

type RefundFact = Happened<RefundSettled> | Happened<RefundReturned>;

/**
 * All documents that a payment's facts require, in their one order. A receipt when money comes, a reversal when that money is lost,
 * refunds once a paid-out is known. What happened before the books began posts nothing; what later happens to money of that time
 * goes to the prior period. Money that is not for these books posts nothing at all.
 *
 * @param booksFrom instant from which on facts are posted
 */
export function requiredDocuments(facts: PaymentFacts, booksFrom: string): readonly RequiredDocument[] {
  if (facts.obstacle !== null) return [];
  const ordered = statusFactsOf(facts);
  const movements = moneyMovements(ordered);
  const party = partyOf(facts);
  return [
    ...movementDocuments(facts, movements, party, booksFrom),
    ...refundDocuments(facts, ordered, movements, party, booksFrom),
  ];
}

/** Whose the documents of a payment are. */
function partyOf(facts: PaymentFacts): Exclude<Party, 'prior_period'> {
  if (facts.origin.kind === 'scheduled_payment') return 'order';
  return facts.customerId === null ? 'nobody' : 'customer';
}

function movementDocuments(
  facts: PaymentFacts,
  movements: readonly MoneyMovement[],
  party: Party,
  booksFrom: string,
): readonly RequiredDocument[] {
  const required = new Map<StatusFact, RequiredDocument>();
  /** The document by which the money is ours now. */
  let current: RequiredDocument | undefined;
  for (const { kind, fact, run, undoes } of movements) {
    if (fact.effectiveAt < booksFrom) continue;
    const prior = run.effectiveAt < booksFrom;
    const lost = kind === 'lost';
    // A new receipt stands for itself; in the prior period the very loss that is undone is taken back.
    const reversed = prior ? undoes && required.get(undoes) : lost ? current : undefined;
    const document: RequiredDocument = {
      requiredAs: {
        kind: lost ? (prior ? 'prior_loss' : 'reversal') : prior ? 'prior_restored' : 'receipt',
        gocardlessEventId: fact.causationId,
        reverses: reversed ? requiredKey(reversed.requiredAs) : null,
        party: prior ? 'prior_period' : party,
        refundedBefore: [],
      },
      concerns: { gocardlessPaymentId: facts.gocardlessPaymentId, refundId: null },
      effectiveAt: fact.effectiveAt,
      cause: lost ? fact.data.cause : null,
      amount: facts.amount,
    };
    required.set(fact, document);
    if (!lost) current = document;
  }
  return [...required.values()];
}

function refundDocuments(
  facts: PaymentFacts,
  ordered: readonly StatusFact[],
  movements: readonly MoneyMovement[],
  party: Party,
  booksFrom: string,
): readonly RequiredDocument[] {
  if (!ordered.some(({ type }) => type === 'PaymentPaidOut')) return [];
  const required: RequiredDocument[] = [];
  const settled = new Map<string, { amount: number; prior: boolean; document: RequiredDocument | undefined }>();
  for (const fact of refundFactsOf(facts)) {
    const { refundId, amount } = fact.data;
    const known = settled.get(refundId);
    const returned = fact.type === 'RefundReturned';
    // A return of what never left, or the same refund once more, moves nothing.
    if (returned ? known === undefined : known !== undefined) continue;
    const began = runAt(movements, fact.effectiveAt).effectiveAt;
    const prior = known?.prior ?? (began < booksFrom || fact.effectiveAt < booksFrom);
    const kind = prior ? (returned ? 'prior_restored' : 'prior_loss') : returned ? 'refund_returned' : 'refund';
    const document: RequiredDocument | undefined =
      fact.effectiveAt < booksFrom
        ? undefined
        : {
            requiredAs: {
              kind,
              gocardlessEventId: fact.causationId,
              reverses: returned && known?.document !== undefined ? requiredKey(known.document.requiredAs) : null,
              party: prior ? 'prior_period' : party,
              refundedBefore: kind === 'refund' ? [...settled.values()].map((refund) => refund.amount) : [],
            },
            concerns: { gocardlessPaymentId: facts.gocardlessPaymentId, refundId },
            effectiveAt: fact.effectiveAt,
            cause: null,
            amount,
          };
    if (returned) settled.delete(refundId);
    else settled.set(refundId, { amount, prior, document });
    if (document !== undefined) required.push(document);
  }
  return required;
}

/** Refund facts in order: by effective time, a settlement before its return, then by event id. */
function refundFactsOf(facts: PaymentFacts): readonly RefundFact[] {
  return facts.observed
    .filter((fact): fact is RefundFact => fact.type === 'RefundSettled' || fact.type === 'RefundReturned')
    .sort(
      (a, b) =>
        compareText(a.effectiveAt, b.effectiveAt) ||
        Number(a.type === 'RefundReturned') - Number(b.type === 'RefundReturned') ||
        compareText(a.causationId, b.causationId),
    );
}

/** Minor units refunded now: settled, less what was returned. */
export function amountRefunded(facts: PaymentFacts): number {
  const open = new Map<string, number>();
  for (const { type, data } of refundFactsOf(facts)) {
    if (type === 'RefundReturned') open.delete(data.refundId);
    else open.set(data.refundId, data.amount);
  }
  return [...open.values()].reduce((total, amount) => total + amount, 0);
}

/** The run that a refund belongs to: the one that had begun by then, else the first. */
function runAt(movements: readonly MoneyMovement[], instant: string): StatusFact {
  const runs = movements.filter(({ kind }) => kind === 'paid_out').map(({ run }) => run);
  const run = runs.findLast(({ effectiveAt }) => effectiveAt <= instant) ?? runs[0];
  if (run === undefined) throw new Error('A refund is only required once a paid-out is known.');
  return run;
}
