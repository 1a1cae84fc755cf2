import { Injectable } from '@nestjs/common';
import { type SealedBalanceExport } from '../../domain/balance-exports/balance-export';
import { type ExportRow } from '../../domain/balance-exports/events';
import { isIn } from '../../domain/balance-exports/ranges';
import { type MandateObstacle } from '../../domain/mandates/obstacle';
import { awaitedPayment } from '../../domain/balance-exports/row-payment';
import { placeOfRow, type RowPlace, rowPaymentId } from '../../domain/balance-exports/rows';
import { paymentDecider } from '../../domain/payments/payment';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { BalanceExports } from '../balances/balance-exports';
import { PaymentBinding, readingOf } from '../payments/payment-binding';
import { type GoCardlessPayment } from '../ports/gocardless';

/** Ties what comes of an uploaded file to the row that it comes from, also when nobody has added the batch as payments. */
@Injectable()
export class RowAdoption {
  /** Reads of rows that are under way: an uploaded file comes all at once, and each read unseals 500 rows. */
  private readonly reading = new Map<string, Promise<readonly ExportRow[]>>();

  constructor(
    private readonly aggregates: Aggregates,
    private readonly exports: BalanceExports,
    private readonly binding: PaymentBinding,
  ) {}

  /**
   * `no_row`: the tag means nothing here. It counts only within its connection, currency and mandate chain, and only once its batch is
   * sealed: anybody may write anything into the metadata of a payment.
   */
  async tie(
    rowId: string,
    connectionId: string,
    payment: GoCardlessPayment,
    obstacle: MandateObstacle | null,
    context: CommandContext,
  ): Promise<{ readonly paymentId: string } | 'taken' | 'no_row'> {
    const found = await this.find(rowId, connectionId);
    if (found === null) return 'no_row';
    const { batch, row } = found;
    const fits =
      payment.currency === batch.opened.currency &&
      (await this.binding.isOfChain(connectionId, row.mandateId, payment.mandateId));
    if (!fits) return 'no_row';
    await this.wait(batch, row, context);
    const paymentId = rowPaymentId(rowId);
    const bound = await this.binding.bind(paymentId, connectionId, readingOf(payment, obstacle), context);
    return bound === 'bound' ? { paymentId } : 'taken';
  }

  private async find(
    rowId: string,
    connectionId: string,
  ): Promise<{ readonly batch: SealedBalanceExport; readonly row: ExportRow } | null> {
    const place = placeOfRow(rowId);
    if (place === null) return null;
    const batch = await this.sealedBatch(place.balanceExportId, connectionId);
    if (batch === null) return null;
    const row = (await this.sealedRows(place)).find((one) => one.rowId === rowId);
    return row === undefined ? null : { batch, row };
  }

  /** What is sealed never changes: who looks for other rows of the same event meanwhile shares the read. */
  private sealedRows(place: RowPlace): Promise<readonly ExportRow[]> {
    const event = `${place.balanceExportId} ${place.revision}`;
    const underWay = this.reading.get(event);
    if (underWay !== undefined) return underWay;
    const begun = this.exports.chunk(place).finally(() => this.reading.delete(event));
    this.reading.set(event, begun);
    return begun;
  }

  private async sealedBatch(balanceExportId: string, connectionId: string): Promise<SealedBalanceExport | null> {
    const batch = await this.exports.within({ connectionIds: [connectionId] }, balanceExportId);
    return batch?.state.status === 'exported' ? batch.state : null;
  }

  /** The row's payment as it would be without GoCardless: added by its batch or by this, and given up if the row was. */
  private async wait({ opened }: SealedBalanceExport, row: ExportRow, context: CommandContext): Promise<void> {
    const awaited = awaitedPayment(opened, row);
    const { paymentId } = awaited;
    await this.aggregates.execute(paymentDecider, paymentId, { type: 'AwaitPayment', awaited }, context);
    // Only now: a cancellation that comes after this look finds the payment there, and gives it up itself.
    const batch = await this.sealedBatch(opened.balanceExportId, opened.connectionId);
    if (batch === null || !isIn(batch.released, row.number)) return;
    const step = inStep(context, 'released');
    await this.aggregates.execute(paymentDecider, paymentId, { type: 'ReleaseAwaited' }, step);
  }
}
