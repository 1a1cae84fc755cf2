import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { findSettings } from '../../../read-models/connections/settings';
import { findReceipt, type ReceiptFields } from '../../../read-models/receipts/list';
import { type CallerView } from '../../../read-models/view';
import { contentOf, type Reader } from '../../pdf/receipt-content';
import { ReceiptPrinter } from '../../pdf/receipt-printer';
import { Views } from '../views/views';

/** Receipts as PDF, for whoever may see them. */
@Injectable()
export class PrintedReceipts {
  constructor(
    private readonly views: Views,
    private readonly printer: ReceiptPrinter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async print(receipt: ReceiptFields, view: CallerView, reader: Reader): Promise<StreamableFile> {
    const { source } = this.views;
    const settings = await findSettings(source.database, view, receipt.connectionId, this.clock.now());
    if (settings === null) throw new Error(`Receipt ${receipt.id} belongs to a connection that is not there.`);
    const earlierId = receipt.reversesId ?? receipt.correctsId;
    const earlier = earlierId === null ? null : await findReceipt(source, view, earlierId);
    const content = await this.printer.print(contentOf(receipt, settings, earlier, reader));
    return new StreamableFile(content, {
      type: 'application/pdf',
      length: content.length,
      disposition: `inline; filename="${receipt.number ?? receipt.id}.pdf"`,
    });
  }
}
