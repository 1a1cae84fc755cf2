import { foldedRows } from '../../../test/support/folded';
import { gcEvent, PlayedWorld } from '../../../test/support/played-world';
import { mandates } from './table';

describe('mandates', () => {
  let world: PlayedWorld;

  beforeEach(() => {
    world = new PlayedWorld();
  });

  const rows = () => foldedRows(mandates, world);
  const tell = (action: string, links = {}) =>
    world.toldOfMandate(
      'con_1',
      'MD1',
      gcEvent('mandates', action, { mandate: 'MD1', ...links }, '2026-03-02T06:00:00.000Z'),
    );

  it('shows one that nobody has linked, as far as GoCardless spoke of it', async () => {
    await tell('submitted');
    expect(await rows()).toMatchObject([
      {
        id: 'con_1.MD1',
        customerId: null,
        linked: false,
        linkedAt: null,
        scheme: null,
        status: 'submitted',
        usable: true,
        unusableReason: null,
        linkedBy: null,
      },
    ]);
  });

  it('shows the link, and keeps whose it was after unlinking', async () => {
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    const link = {
      customerId: 'cus_1',
      gocardlessCustomerId: 'CUCUS_1',
      scheme: 'bacs',
      nextPossibleChargeDate: '2026-03-06',
    };
    expect(await rows()).toMatchObject([
      { ...link, linked: true, linkedAt: 1n, status: 'active', foundBy: 'mandate_id', linkedBy: 'user:key_1' },
    ]);
    await world.unlinkMandate('con_1', 'MD1', 'cus_1');
    expect(await rows()).toMatchObject([
      { ...link, linked: false, linkedAt: 1n, status: 'active', linkedBy: 'user:key_1' },
    ]);
  });

  it('shows what took its place', async () => {
    await world.linkMandate('con_1', 'MD1', 'cus_1');
    await tell('replaced', { new_mandate: 'MD2' });
    expect(await rows()).toMatchObject([
      {
        status: 'cancelled',
        usable: false,
        deadMark: 'mandate_cancelled',
        unusableReason: 'mandate_replaced',
        newMandateId: 'MD2',
        cause: 'replaced_cause',
      },
    ]);
  });
});
