import { type Decided } from '../shared/event';
import { derivedId } from '../shared/identity';
import {
  type Concerned,
  requiredKey,
  type RequiredAs,
  type CorrectionPosted,
  type DocumentPosted,
  type DocumentData,
} from './document';
import { opposite, POSTING_RULES } from './posting-rules';

/** A document that was posted and has not been corrected. */
export type PostedDocument = DocumentData;

/** Why documents are looked at now: the fact that has just arrived. */
export interface Arrival {
  /** Stream-wide unique owner of the documents: the payment's or payout's id. */
  readonly owner: string;
  readonly causationId: string;
  readonly gocardlessEventId?: string;
}

/** The content of a document, once the posted document that it reverses is known. */
export type DocumentContent = Pick<DocumentData, 'amount' | 'currency' | 'lines' | 'entries' | 'cause'>;

export interface Requirement {
  readonly requiredAs: RequiredAs;
  readonly concerns: Concerned;
  readonly effectiveAt: string;
}

/**
 * Brings the posted documents in line with the required ones: first each posted document that is not required is corrected, then each required
 * one that is not posted is posted, also when it had been posted and corrected before. Compared by `RequiredAs` alone, never by entries or accounts.
 *
 * @param content makes the content of a document; it gets the posted document that it reverses, or null
 */
export function settleDocuments<A extends Requirement>(
  required: readonly A[],
  posted: readonly PostedDocument[],
  arrival: Arrival,
  content: (required: A, reversed: PostedDocument | null) => DocumentContent,
): readonly Decided<DocumentPosted | CorrectionPosted>[] {
  const requiredKeys = new Set(required.map(({ requiredAs }) => requiredKey(requiredAs)));
  const kept = posted.filter(({ requiredAs }) => requiredKeys.has(requiredKey(requiredAs)));
  const corrections = posted
    .filter((candidate) => !kept.includes(candidate))
    .map((notRequired) => correctionOf(notRequired, arrival));
  const postedByKey = new Map(kept.map((document) => [requiredKey(document.requiredAs), document]));
  const missing: Decided<DocumentPosted>[] = [];
  for (const one of required) {
    const key = requiredKey(one.requiredAs);
    if (postedByKey.has(key)) continue;
    const reversed = one.requiredAs.reverses === null ? null : (postedByKey.get(one.requiredAs.reverses) ?? null);
    const document: DocumentData = {
      documentId: derivedId('doc', arrival.owner, arrival.causationId, key),
      kind: one.requiredAs.kind,
      requiredAs: one.requiredAs,
      concerns: one.concerns,
      effectiveAt: one.effectiveAt,
      reversesId: reversed?.documentId ?? null,
      ...content(one, reversed),
      rules: POSTING_RULES,
    };
    postedByKey.set(key, document);
    missing.push({ type: 'DocumentPosted', data: document, effectiveAt: one.effectiveAt, ...causeOf(arrival) });
  }
  return [...corrections, ...missing];
}

function correctionOf(document: PostedDocument, arrival: Arrival): Decided<CorrectionPosted> {
  return {
    type: 'CorrectionPosted',
    data: {
      documentId: derivedId('doc', arrival.owner, arrival.causationId, 'correction', document.documentId),
      correctsId: document.documentId,
      correctedKind: document.kind,
      concerns: document.concerns,
      amount: document.amount,
      currency: document.currency,
      lines: document.lines,
      entries: opposite(document.entries),
      rules: POSTING_RULES,
    },
    effectiveAt: document.effectiveAt,
    ...causeOf(arrival),
  };
}

function causeOf({ causationId, gocardlessEventId }: Arrival) {
  return gocardlessEventId === undefined ? { causationId } : { causationId, gocardlessEventId };
}

/** A reversal carries exactly what its receipt carried, a returned refund what its refund carried. */
export function mirrored(reversed: PostedDocument | null, kind: string): Omit<DocumentContent, 'cause'> {
  if (reversed === null) throw new Error(`A ${kind} needs a posted document to reverse.`);
  const { amount, currency, lines, entries } = reversed;
  return { amount, currency, lines, entries: opposite(entries) };
}

/** The posted documents after one more event of theirs. */
export function evolvePosted(
  posted: readonly PostedDocument[],
  event: DocumentPosted | CorrectionPosted,
): readonly PostedDocument[] {
  return event.type === 'DocumentPosted'
    ? [...posted, event.data]
    : posted.filter(({ documentId }) => documentId !== event.data.correctsId);
}
