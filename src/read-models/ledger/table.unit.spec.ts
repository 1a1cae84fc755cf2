import { foldedRows } from '../../../test/support/folded';
import { playStory } from '../../../test/support/played-story';
import { closings, entries, transactions } from './table';

describe('the sales ledger', () => {
  it('has every document as a transaction, and each of its entries once', async () => {
    const { world } = await playStory();
    const posted = await foldedRows(transactions, world);
    const single = await foldedRows(entries, world);
    expect(posted).toHaveLength(9);
    expect(
      single.map(({ account, debit, credit, currency, taxRate }) => ({ account, debit, credit, currency, taxRate })),
    ).toEqual(
      posted.flatMap((transaction) => (transaction.entries ?? []).map((entry) => ({ taxRate: null, ...entry }))),
    );
  });

  it('knows what was closed', async () => {
    const { world } = await playStory();
    expect(await foldedRows(closings, world)).toEqual([
      { id: 'con_1.2026-04-30', connectionId: 'con_1', through: '2026-04-30' },
    ]);
  });
});
