import { Readable } from 'node:stream';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { LOGO_FILES, type LogoFiles } from '../../../application/ports/logo-files';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { findSettings } from '../../../read-models/connections/settings';
import { findReceipt, type ReceiptFields } from '../../../read-models/receipts/list';
import { type CallerView } from '../../../read-models/view';
import { contentOf, type Reader } from '../../pdf/receipt-content';
import { writeArchive } from '../../files/archive/write-archive';
import { ReceiptPrinter } from '../../pdf/receipt-printer';
import { Views } from '../views/views';

/** Receipts as PDF, for whoever may see them. */
@Injectable()
export class PrintedReceipts {
  constructor(
    private readonly views: Views,
    private readonly printer: ReceiptPrinter,
    @Inject(LOGO_FILES) private readonly logoFiles: LogoFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async print(receipt: ReceiptFields, view: CallerView, reader: Reader): Promise<StreamableFile> {
    const content = await this.bytesOf(receipt, view, reader);
    return new StreamableFile(content, {
      type: 'application/pdf',
      length: content.length,
      disposition: `inline; filename="${nameOf(receipt)}"`,
    });
  }

  /** Many of them, packed: each is printed when the one before was taken. */
  pack(receipts: readonly ReceiptFields[], view: CallerView): StreamableFile {
    const files = receipts.map((receipt) => ({
      name: nameOf(receipt),
      content: once(() => this.bytesOf(receipt, view, 'bookkeeper')),
    }));
    return new StreamableFile(Readable.from(writeArchive(files), { objectMode: false }), {
      type: ARCHIVE_MEDIA_TYPE,
      disposition: 'attachment; filename="receipts.zip"',
    });
  }

  private async bytesOf(receipt: ReceiptFields, view: CallerView, reader: Reader): Promise<Buffer> {
    const { source } = this.views;
    const settings = await findSettings(source.database, view, receipt.connectionId, this.clock.now());
    if (settings === null) throw new Error(`Receipt ${receipt.id} belongs to a connection that is not there.`);
    const earlierId = receipt.reversesId ?? receipt.correctsId;
    const earlier = earlierId === null ? null : await findReceipt(source, view, earlierId);
    const logo = settings.logo === null ? null : await this.logoFiles.read(settings.logo.sha256);
    return this.printer.print(contentOf(receipt, settings, earlier, reader, logo));
  }
}

export const ARCHIVE_MEDIA_TYPE = 'application/zip';

function nameOf({ id, number }: ReceiptFields): string {
  return `${number ?? id}.pdf`;
}

async function* once<T>(make: () => Promise<T>): AsyncGenerator<T> {
  yield await make();
}
