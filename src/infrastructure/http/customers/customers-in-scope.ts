import { Injectable } from '@nestjs/common';
import { Customers } from '../../../application/customers/customers';
import { type Access } from '../access/access';
import { notFound } from '../errors/problem';

export const NO_CUSTOMER = 'There is no such customer.';

/** Commands on a customer go no further than the connections of the key. */
@Injectable()
export class CustomersInScope {
  constructor(private readonly customers: Customers) {}

  /** 404 for a customer of another connection, as for one that never was. */
  async require(customerId: string, access: Access): Promise<void> {
    const connectionId = await this.customers.connectionOf(customerId);
    if (connectionId === null || !access.mayConnection(connectionId)) throw notFound(NO_CUSTOMER);
  }
}
