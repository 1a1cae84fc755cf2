import { Injectable } from '@nestjs/common';
import { type PaymentFacts } from '../../domain/payments/facts';
import { paymentDecider } from '../../domain/payments/payment';
import { Aggregates } from '../aggregates';
import { Customers } from '../customers/customers';
import { type AccessScope, isInScope } from '../access-scope';

@Injectable()
export class Payments {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
  ) {}

  /** Null when there is no such payment within the scope. A payment that is nobody's is on no round. */
  async within({ connectionIds, rounds }: AccessScope, paymentId: string): Promise<PaymentFacts | null> {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    if (facts === null || !isInScope(connectionIds, facts.connectionId)) return null;
    if (rounds === 'all') return facts;
    const round = facts.customerId === null ? null : await this.roundOf(facts.customerId);
    return round !== null && rounds.includes(round) ? facts : null;
  }

  private async roundOf(customerId: string): Promise<string | null> {
    return (await this.customers.find(customerId))?.details.round ?? null;
  }
}
