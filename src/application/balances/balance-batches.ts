import { Injectable } from '@nestjs/common';
import { typesCarriedOutBy, type TypesCarriedOutBy } from '../../domain/catalogue';
import { type CommandContext } from '../aggregates';
import { type LogEventOf } from '../ports/log-event';
import { CarryOutExport } from './carry-out-export';
import { CarryOutImport } from './carry-out-import';
import { type Handled, type PartitionedProcess } from '../running/process';

type BatchEvent = LogEventOf<TypesCarriedOutBy<'balance-batches'>>;

/**
 * Carries out on the streams of customers and payments what one event has decided for a whole batch. It may die anywhere: what it has
 * done already decides nothing when it is done again.
 */
@Injectable()
export class BalanceBatches implements PartitionedProcess<BatchEvent> {
  readonly kind = 'partitions';
  readonly name = 'balance-batches';
  readonly handles = typesCarriedOutBy('balance-batches');
  readonly concurrency = 4;

  constructor(
    private readonly exports: CarryOutExport,
    private readonly imports: CarryOutImport,
  ) {}

  /** One batch after the other within a stream: what was added first is released after it. */
  partitionOf(event: BatchEvent): string {
    return event.stream;
  }

  handle(event: BatchEvent, _isRedelivery: boolean, stop: AbortSignal): Promise<Handled> {
    const { correlationId, actor, effectiveAt } = event.metadata;
    // What follows was true from the batch's own moment on.
    const context: CommandContext = { commandId: event.id, correlationId, actor, at: effectiveAt };
    return event.type === 'BalancesImported'
      ? this.imports.carryOut(event, context, stop)
      : this.exports.carryOut(event, context, stop);
  }
}
