import { Controller, Get, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { findSettings } from '../../../read-models/connections/settings';
import { findReceipt, ReceiptFields, receiptsList } from '../../../read-models/receipts/list';
import { contentOf } from '../../pdf/receipt-content';
import { ReceiptPrinter } from '../../pdf/receipt-printer';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Reads } from '../answers/describe-address';
import { notFound } from '../errors/problem';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';

const MISSING = 'There is no such receipt.';

/** Receipts and what takes them back or corrects them, as they were posted. */
@ApiTags('Receipts')
@Controller('api/receipts')
@Roles(...MAY.readBooks)
export class ReceiptsController {
  constructor(
    private readonly views: Views,
    private readonly printer: ReceiptPrinter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':numberOrId')
  @Reads(ReceiptFields, { effectiveAt: true })
  read(
    @Param('numberOrId') numberOrId: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<ReceiptFields>> {
    return this.views.one(
      reading,
      access,
      receiptsList.readModels,
      (source, view) => findReceipt(source, view, numberOrId),
      MISSING,
    );
  }

  @Get(':numberOrId/document.pdf')
  @Reads(ReceiptFields, { effectiveAt: true })
  @ApiProduces('application/pdf')
  async print(
    @Param('numberOrId') numberOrId: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<StreamableFile>> {
    const { view, position } = await this.views.of(reading, access, receiptsList.readModels);
    const { source } = this.views;
    const receipt = await findReceipt(source, view, numberOrId);
    if (receipt === null) throw notFound(MISSING);
    const settings = await findSettings(source.database, view, receipt.connectionId, this.clock.now());
    if (settings === null) throw new Error(`Receipt ${receipt.id} belongs to a connection that is not there.`);
    const earlierId = receipt.reversesId ?? receipt.correctsId;
    const earlier = earlierId === null ? null : await findReceipt(source, view, earlierId);
    const content = await this.printer.print(contentOf(receipt, settings, earlier));
    const file = new StreamableFile(content, {
      type: 'application/pdf',
      length: content.length,
      disposition: `inline; filename="${receipt.number ?? receipt.id}.pdf"`,
    });
    return answered(file, { position });
  }
}
