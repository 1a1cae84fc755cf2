import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { findReceipt, ReceiptFields, receiptsList } from '../../../read-models/receipts/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Reads } from '../answers/describe-address';
import { Operation } from '../answers/operation';
import { notFound } from '../errors/problem';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { PrintedReceipts } from './printed-receipts';

const MISSING = 'There is no such receipt.';

/** Receipts and what takes them back or corrects them, as they were posted. */
@ApiTags('Receipts')
@Controller('api/receipts')
@Roles(...MAY.readBooks)
export class ReceiptsController {
  constructor(
    private readonly views: Views,
    private readonly printed: PrintedReceipts,
  ) {}

  @Get(':numberOrId')
  @Operation('readReceipt', 'Get a receipt')
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
  @Operation('printReceipt', 'Get a receipt as PDF')
  @Reads(ReceiptFields, { effectiveAt: true })
  @ApiProduces('application/pdf')
  async print(
    @Param('numberOrId') numberOrId: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<StreamableFile>> {
    const { view, position } = await this.views.of(reading, access, receiptsList.readModels);
    const receipt = await findReceipt(this.views.source, view, numberOrId);
    if (receipt === null) throw notFound(MISSING);
    const file = await this.printed.print(receipt, view, 'bookkeeper');
    return answered(file, { position });
  }
}
