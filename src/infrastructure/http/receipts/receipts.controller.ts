import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { findReceipt, ReceiptFields, receiptsList } from '../../../read-models/receipts/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { FileOf, Reads } from '../answers/describe-address';
import { pagesOf } from '../answers/list-as-table';
import { Operation, Refuses } from '../answers/operation';
import { notFound, problem } from '../errors/problem';
import { Views } from '../views/views';
import { ListRequest, MAX_LIMIT, Reading } from '../requests/query-parameters';
import { ARCHIVE_MEDIA_TYPE, PrintedReceipts } from './printed-receipts';

/** So many are printed within a minute or two. */
const MAX_DOCUMENTS = 1000;
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

  @Get('documents.zip')
  @Operation('printReceipts', 'Get the receipts of a filter as PDFs in one archive')
  @Refuses('too_many_documents')
  @FileOf(receiptsList, ARCHIVE_MEDIA_TYPE)
  async printAll(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<StreamableFile>> {
    const { body, options } = await this.views.summary(receiptsList, request, access);
    if (body.count > MAX_DOCUMENTS) {
      throw problem('too_many_documents', `These are ${body.count} receipts: choose at most ${MAX_DOCUMENTS}.`);
    }
    const { view } = await this.views.of(request, access, receiptsList.readModels);
    const list = this.views.list(receiptsList, { ...request, limit: MAX_LIMIT }, access);
    const receipts: ReceiptFields[] = [];
    for await (const page of pagesOf(list, await list.read(list.request))) receipts.push(...page);
    // More may have come since they were counted.
    return answered(this.printed.pack(receipts.slice(0, MAX_DOCUMENTS), view), options);
  }

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
    const { view, ...seen } = await this.views.of(reading, access, receiptsList.readModels);
    const receipt = await findReceipt(this.views.source, view, numberOrId);
    if (receipt === null) throw notFound(MISSING);
    const file = await this.printed.print(receipt, view, 'bookkeeper');
    return answered(file, seen);
  }
}
