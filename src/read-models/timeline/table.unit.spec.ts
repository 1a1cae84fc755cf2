import { foldedRows } from '../../../test/support/folded';
import { playStory } from '../../../test/support/played-story';
import { timeline } from './table';

describe('the timeline', () => {
  it('knows which things an event is about, from its metadata and its data', async () => {
    const { world, ids } = await playStory();
    const rows = await foldedRows(timeline, world);
    const nothing = {
      mandateId: null,
      paymentId: null,
      payoutId: null,
      refundId: null,
      documentId: null,
      earlierDocumentId: null,
    };
    const [scheduledPaymentId = ''] = ids.instalments;
    const ofOrder = { connectionId: 'con_1', customerId: 'cus_1', salesOrderId: 'so_1' };
    const payment = { ...nothing, ...ofOrder, scheduledPaymentId, paymentId: ids.first, mandateId: 'MD1' };
    const find = (id: string) => rows.find((row) => row.id === id);
    expect(find('salesOrder-so_1@1')).toEqual({
      ...payment,
      id: 'salesOrder-so_1@1',
      effectiveAt: '2026-03-10T09:00:00.000Z',
    });
    expect(find(`payment-${ids.first}@5`)).toEqual({
      ...payment,
      id: `payment-${ids.first}@5`,
      effectiveAt: '2026-03-23T23:30:00.000Z',
      payoutId: 'PO1',
    });
    const receipt = find(`payment-${ids.first}@6`)?.documentId;
    expect(find(`payment-${ids.first}@8`)).toMatchObject({ earlierDocumentId: receipt, paymentId: ids.first });
    expect(receipt).toMatch(/^doc_/);
    expect(find('connection-con_1@0')).toBeUndefined();
  });
});
