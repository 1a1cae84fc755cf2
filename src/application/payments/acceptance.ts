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
    await inParallel(CONCURRENCY, page, ({ id, stream, metadata }) => this.accept(stream, id, metadata.correlationId));
  }

  private async accept(stream: string, causationId: string, correlationId: string): Promise<void> {
    const at = this.clock.now();
    const context = { commandId: causationId, correlationId, actor: 'system', at } as const;
    const command = { type: 'AcceptPayment', by: 'system', causationId, at } as const;
    await this.aggregates.execute(paymentDecider, stream, command, context);
  }
}
