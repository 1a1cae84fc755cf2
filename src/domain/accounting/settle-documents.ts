import { type Decided } from '../shared/event';
import { derivedId } from '../shared/identity';
import { askedKey, type AskedAs, type CorrectionPosted, type DocumentPosted, type PostedDocument } from './document';
import { opposite, POSTING_RULES } from './posting-rules';

/** A document that was posted and not corrected. */
export interface StandingDocument {
  readonly document: PostedDocument;
  readonly effectiveAt: string;
}

/** Why documents are looked at now: the fact that has just arrived. */
export interface Arrival {
  /** Stream-wide unique owner of the documents: the payment's or payout's id. */
  readonly owner: string;
  readonly causationId: string;
  readonly gocardlessEventId?: string;
}

/** What a document contains, once it is known which standing document it reverses. */
export type DocumentContent = Pick<PostedDocument, 'amount' | 'currency' | 'lines' | 'entries' | 'cause'>;

export interface Asked {
  readonly askedAs: AskedAs;
  readonly effectiveAt: string;
}

/**
 * Brings what stands in line with what is asked for: first what stands unasked is corrected, then what is asked and does not stand is
 * posted, also when it had been posted and corrected before. Compared by `AskedAs` alone, never by entries or accounts.
 *
 * @param content makes the content of a document; it gets the standing document that it reverses, or null
 */
export function settleDocuments<A extends Asked>(
  asked: readonly A[],
  standing: readonly StandingDocument[],
  arrival: Arrival,
  content: (asked: A, reversed: StandingDocument | null) => DocumentContent,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  const askedKeys = new Set(asked.map(({ askedAs }) => askedKey(askedAs)));
  const kept = standing.filter(({ document }) => askedKeys.has(askedKey(document.askedAs)));
  const corrections = standing
    .filter((candidate) => !kept.includes(candidate))
    .map((unasked) => correctionOf(unasked, arrival));
  const stands = new Map(kept.map((one) => [askedKey(one.document.askedAs), one]));
  const posted: Decided<DocumentPosted>[] = [];
  for (const one of asked) {
    const key = askedKey(one.askedAs);
    if (stands.has(key)) continue;
    const reversed = one.askedAs.reverses === null ? null : (stands.get(one.askedAs.reverses) ?? null);
    const document: PostedDocument = {
      documentId: derivedId('doc', arrival.owner, arrival.causationId, key),
      kind: one.askedAs.kind,
      askedAs: one.askedAs,
      reversesId: reversed?.document.documentId ?? null,
      ...content(one, reversed),
      rules: POSTING_RULES,
    };
    stands.set(key, { document, effectiveAt: one.effectiveAt });
    posted.push({ type: 'DocumentPosted', data: document, effectiveAt: one.effectiveAt, ...causeOf(arrival) });
  }
  return [...corrections, ...posted];
}

function correctionOf({ document, effectiveAt }: StandingDocument, arrival: Arrival): Decided<CorrectionPosted> {
  return {
    type: 'CorrectionPosted',
    data: {
      documentId: derivedId('doc', arrival.owner, arrival.causationId, 'correction', document.documentId),
      correctsId: document.documentId,
      correctedKind: document.kind,
      amount: document.amount,
      currency: document.currency,
      lines: document.lines,
      entries: opposite(document.entries),
      rules: POSTING_RULES,
    },
    effectiveAt,
    ...causeOf(arrival),
  };
}

function causeOf({ causationId, gocardlessEventId }: Arrival) {
  return gocardlessEventId === undefined ? { causationId } : { causationId, gocardlessEventId };
}

/** The standing documents after one more event of theirs. */
export function evolveStanding(
  standing: readonly StandingDocument[],
  event: (DocumentPosted | CorrectionPosted) & { readonly effectiveAt: string },
): readonly StandingDocument[] {
  return event.type === 'DocumentPosted'
    ? [...standing, { document: event.data, effectiveAt: event.effectiveAt }]
    : standing.filter(({ document }) => document.documentId !== event.data.correctsId);
}
