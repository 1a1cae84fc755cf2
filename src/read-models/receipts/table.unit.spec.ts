import { foldedRows } from '../../../test/support/folded';
import { playStory } from '../../../test/support/played-story';
import { documents, receiptNumbers } from './table';

describe('receipts', () => {
  it('have every document of a payment as it was posted, and its number beside it', async () => {
    const { world, ids } = await playStory();
    const posted = await foldedRows(documents, world);
    expect(posted.map(({ kind, correctedKind, paymentId }) => [kind, correctedKind, paymentId])).toEqual([
      ['receipt', null, ids.first],
      ['receipt', null, ids.second],
      ['reversal', null, ids.second],
      ['reversal', null, ids.first],
      ['receipt', null, ids.first],
      ['receipt', null, ids.adopted],
      ['correction', 'receipt', ids.adopted],
      ['receipt', null, ids.adopted],
    ]);
    expect(await foldedRows(receiptNumbers, world)).toEqual(
      posted.slice(0, 6).map(({ id }, index) => ({ id, number: `R-00000${index + 1}` })),
    );
  });
});
