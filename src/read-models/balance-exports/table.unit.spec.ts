import { foldedRows } from '../../../test/support/folded';
import { BATCH, PlayedBalances } from '../../../test/support/played-balances';
import { balanceExports } from './table';

const OTHER = 'bex_fedcba9876543210fedcba9876543210';

describe('balance exports', () => {
  it('show how far a batch is', async () => {
    const played = await PlayedBalances.begin();
    const shown = async (id: string) => (await foldedRows(balanceExports, played.world)).find((row) => row.id === id);
    await played.open(OTHER);
    const nothing = {
      rows: null,
      lastNumber: null,
      totalAmount: null,
      rowsSha256: null,
      csvSha256: null,
      xlsxSha256: null,
    };
    const begun = { connectionId: 'con_1', currency: 'GBP', chargeDate: '2026-03-20', ...nothing, released: 0 };
    const never = { sealedAt: null, addedAt: null, collectedAt: null };
    const openedAt = (await shown(OTHER))?.openedAt;
    expect(await shown(OTHER)).toEqual({ id: OTHER, ...begun, ...never, status: 'opened', openedAt });
    await played.batch(OTHER, { type: 'AbandonBalanceExport' });
    expect(await shown(OTHER)).toEqual({ id: OTHER, ...begun, ...never, status: 'abandoned', openedAt });

    await played.state('cus_ann', 10_000);
    await played.state('cus_bob', 500);
    const rows = await played.export(BATCH, [
      { customerId: 'cus_ann', mandateId: 'MDANN', amount: 10_000 },
      { customerId: 'cus_bob', mandateId: 'MDBOB2', amount: 500 },
    ]);
    const hashes = { rowsSha256: 'rows', csvSha256: 'csv', xlsxSha256: 'xlsx' };
    const sealed = { status: 'exported', rows: 2, lastNumber: 2, totalAmount: 10_500, ...hashes };
    expect(await shown(BATCH)).toMatchObject({ ...sealed, released: 0, addedAt: null });
    const sealedAt = (await shown(BATCH))?.sealedAt ?? '';
    const addedAt = played.world.now;
    await played.add(BATCH, rows);
    expect(await shown(BATCH)).toMatchObject({ ...sealed, sealedAt, addedAt, collectedAt: null });
    await played.batch(BATCH, { type: 'ReleaseRows', numbers: [[2, 2]] });
    const collectedAt = played.world.now;
    await played.batch(BATCH, { type: 'CollectBalances' });
    expect(await shown(BATCH)).toMatchObject({ ...sealed, released: 1, sealedAt, addedAt, collectedAt });
  });
});
