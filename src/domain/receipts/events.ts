import { type Fact } from '../shared/event';

/**
 * A document got its number. `sequence` counts from 1 without a gap. Stream and revision say where in the log the document stands, so that
 * the book is taken up again at its own last event.
 */
export type ReceiptNumbered = Fact<
  'ReceiptNumbered',
  {
    readonly documentId: string;
    readonly sequence: number;
    readonly number: string;
    readonly documentStream: string;
    readonly documentRevision: number;
  }
>;
