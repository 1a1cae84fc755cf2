import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { DEFAULT_ACCOUNTS } from '../../domain/accounting/accounts';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { connections } from './table';

describe('connections', () => {
  it('follow their settings', async () => {
    const world = new PlayedWorld();
    await world.openConnection('con_1');
    const accounts = { ...DEFAULT_ACCOUNTS, bank: '1010' };
    await world.execute(connectionDecider, 'con_1', {
      type: 'ChooseAccounts',
      accounts,
      from: '2026-04-01',
    });
    const company = { companyName: 'Acme Ltd', address: '1 High Street', vatNumber: 'GB1' };
    await world.execute(connectionDecider, 'con_1', { type: 'ChangeCompanyDetails', company });
    await world.execute(connectionDecider, 'con_1', { type: 'ChangeWebhookSecrets', count: 2 });
    await world.closePeriod('con_1', '2026-02-28');
    expect(await foldedRows(connections, world)).toMatchObject([
      {
        id: 'con_1',
        ...company,
        // 00:00 in London, where the clocks have changed by then.
        accounts: [{ from: '2026-03-31T23:00:00.000Z', accounts }],
        webhookSecrets: 2,
        closedThrough: '2026-02-28',
      },
    ]);
  });
});
