import { foldedRows } from '../../../test/support/folded';
import { PlayedWorld } from '../../../test/support/played-world';
import { customerDecider } from '../../domain/customers/customer';
import { customers } from './table';

describe('customers', () => {
  it('keep what is not personal, also of who is forgotten', async () => {
    const world = new PlayedWorld();
    await world.registerCustomer('con_1', 'cus_1', 'Ann Archer', 'north');
    const details = { name: 'Ann Baker', round: 'south' };
    const issued = { at: world.now, causationId: world.command() };
    await world.execute(customerDecider, 'cus_1', { type: 'ChangeCustomerDetails', details, ...issued });
    const row = { id: 'cus_1', connectionId: 'con_1', reference: 'C-cus_1', round: 'south' };
    expect(await foldedRows(customers, world)).toEqual([{ ...row, forgotten: false }]);
    await world.forgetCustomer('cus_1');
    expect(await foldedRows(customers, world)).toEqual([{ ...row, forgotten: true }]);
  });
});
