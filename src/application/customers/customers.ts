import { Injectable } from '@nestjs/common';
import { customerDecider, type RegisteredCustomer } from '../../domain/customers/customer';
import { Aggregates } from '../aggregates';

@Injectable()
export class Customers {
  constructor(private readonly aggregates: Aggregates) {}

  /** Null when there is no such customer, or the customer was forgotten. */
  async find(customerId: string): Promise<RegisteredCustomer | null> {
    const { state } = await this.aggregates.load(customerDecider, customerId);
    return state.status === 'registered' ? state : null;
  }

  /** Whose customer it is, or was before being forgotten; null when there never was one. */
  async connectionOf(customerId: string): Promise<string | null> {
    const { state } = await this.aggregates.load(customerDecider, customerId);
    return state.status === 'none' ? null : state.connectionId;
  }
}
