import { given, happened } from '../../../test/support/decider';
import { type NumberDocuments, receiptBookDecider } from './receipt-book';

const effectiveAt = '2026-01-05T09:00:00.000Z';
const place = (documentId: string) => ({ documentId, documentStream: `payment-${documentId}`, documentRevision: 4 });
const numbering = (...documentIds: readonly string[]): NumberDocuments => ({
  type: 'NumberDocuments',
  documents: documentIds.map((id) => ({ ...place(id), causationId: `event-${id}`, effectiveAt })),
  series: 'R-',
});
const numbered = (documentId: string, sequence: number, number: string) =>
  happened(
    'ReceiptNumbered',
    { ...place(documentId), sequence, number },
    { effectiveAt, causationId: `event-${documentId}` },
  );

describe('numbering documents', () => {
  it('begins at 1, in the order given', () => {
    given(receiptBookDecider, [])
      .when(numbering('a', 'b'))
      .then([numbered('a', 1, 'R-000001'), numbered('b', 2, 'R-000002')]);
  });

  it('goes on behind its last number without a gap, knowing only its last event', () => {
    given(receiptBookDecider, [numbered('z', 41, 'R-000041')])
      .when(numbering('a'))
      .then([numbered('a', 42, 'R-000042')]);
  });

  it('goes on beyond six digits', () => {
    given(receiptBookDecider, [numbered('z', 999_999, 'R-999999')])
      .when(numbering('a'))
      .then([numbered('a', 1_000_000, 'R-1000000')]);
  });

  it('names its connection in the metadata', () => {
    expect(receiptBookDecider.references(receiptBookDecider.initial, 'con_1')).toStrictEqual({ connectionId: 'con_1' });
  });
});
