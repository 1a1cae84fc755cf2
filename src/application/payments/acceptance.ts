import { Inject, Injectable } from '@nestjs/common';
import { paymentDecider } from '../../domain/payments/payment';
import { Aggregates } from '../aggregates';
import { inParallel } from '../../domain/shared/in-parallel';
import { type Clock, CLOCK } from '../ports/clock';
import { type LogEventOf } from '../ports/log-event';
import { type PageProcess } from '../running/process';

type PaidOut = LogEventOf<'PaymentPaidOut'>;

/** Payments that are worked on at the same time. */
const CONCURRENCY = 64;

/** Accepts, in the name of the system, what was paid out and no collector has accepted on their round. */
@Injectable()
export class Acceptance implements PageProcess<PaidOut> {
  readonly kind = 'pages';
  readonly name = 'acceptance';
  readonly handles = ['PaymentPaidOut'] as const satisfies string[];
  readonly pageSize = 500;

  constructor(
    private readonly aggregates: Aggregates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(page: readonly PaidOut[]): Promise<void> {
    await inParallel(CONCURRENCY, page, (event) => this.accept(event));
  }

  private async accept({ id, stream, metadata: { paymentId, correlationId } }: PaidOut): Promise<void> {
    if (paymentId === undefined) throw new Error(`${stream} was paid out without naming its payment.`);
    const context = { commandId: id, correlationId, actor: 'system', at: this.clock.now() } as const;
    await this.aggregates.execute(paymentDecider, paymentId, { type: 'AcceptPayment', by: 'system' }, context);
  }
}
