import { Injectable } from '@nestjs/common';
import { type PaymentFacts } from '../domain/payment/facts';
import { paymentDecider } from '../domain/payment/payment';
import { streams } from '../domain/shared/streams';
import { Aggregates } from './aggregates';
import { Customers } from './customers';
import { type Reach, reaches } from './reach';

@Injectable()
export class Payments {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
  ) {}

  /** Null when there is no such payment within reach. A payment that is nobody's is on no round. */
  async within({ connectionIds, rounds }: Reach, paymentId: string): Promise<PaymentFacts | null> {
    const { facts } = (await this.aggregates.load(paymentDecider, streams.payment(paymentId))).state;
    if (facts === null || !reaches(connectionIds, facts.connectionId)) return null;
    if (rounds === 'all') return facts;
    const round = facts.customerId === null ? null : await this.roundOf(facts.customerId);
    return round !== null && rounds.includes(round) ? facts : null;
  }

  private async roundOf(customerId: string): Promise<string | null> {
    return (await this.customers.find(customerId))?.details.round ?? null;
  }
}
