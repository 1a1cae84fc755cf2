import { type Decider } from '../shared/decider';
import { type Decided } from '../shared/event';
import { type ReceiptNumbered } from './events';
import { type ReceiptBookEvent } from '../event-groups';
import { streams } from '../shared/streams';

/** The last number that was given, and to which event of the log; null for an empty book. Its last event is enough to know it. */
export type ReceiptBook = ReceiptNumbered['data'] | null;

/** A document that waits for its number. `causationId` and `effectiveAt` are those of its own event. */
export interface UnnumberedDocument {
  readonly documentId: string;
  readonly documentStream: string;
  readonly documentRevision: number;
  readonly causationId: string;
  readonly effectiveAt: string;
}

/** Numbers documents in the order given, which is the order of the log; all of them stand behind the book's last one. */
export interface NumberDocuments {
  readonly type: 'NumberDocuments';
  readonly documents: readonly UnnumberedDocument[];
  /** The connection's series, for example `R-`. */
  readonly series: string;
}

/** The receipt book of a connection: its stream names the connection, its events do not. */
export const receiptBookDecider: Decider<string, ReceiptBook, NumberDocuments, ReceiptBookEvent> = {
  streamOf: streams.receiptBook,
  initial: null,
  evolve: (_, { data }) => data,
  decide: ({ documents, series }, book) => documents.map((document, index) => numbered(document, index, book, series)),
  references: (_, connectionId) => ({ connectionId }),
};

function numbered(
  { documentId, documentStream, documentRevision, causationId, effectiveAt }: UnnumberedDocument,
  index: number,
  book: ReceiptBook,
  series: string,
): Decided<ReceiptNumbered> {
  const sequence = (book?.sequence ?? 0) + 1 + index;
  const number = `${series}${String(sequence).padStart(6, '0')}`;
  return {
    type: 'ReceiptNumbered',
    data: { documentId, sequence, number, documentStream, documentRevision },
    effectiveAt,
    causationId,
  };
}
