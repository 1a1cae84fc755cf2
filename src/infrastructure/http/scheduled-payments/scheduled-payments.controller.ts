import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CancelInstalment } from '../../../application/sales-orders/cancel-instalment';
import { ChangeInstalments } from '../../../application/sales-orders/change-instalments';
import { ImportInstalmentChanges } from '../../../application/sales-orders/import-instalment-changes';
import { PreviewInstalmentChanges } from '../../../application/sales-orders/preview-instalment-changes';
import { RetryInstalment } from '../../../application/sales-orders/retry-instalment';
import {
  SubmitScheduledPayment,
  type SubmissionAnswer,
} from '../../../application/sales-orders/submit-scheduled-payment';
import { SalesOrders } from '../../../application/sales-orders/sales-orders';
import { ScheduledPaymentItem, scheduledPaymentsList } from '../../../read-models/scheduled-payments/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { notFound } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { requestedOfGoCardless } from '../payments/requested-of-gocardless';
import { RequestedPayment } from '../payments/payment-fields';
import { Views } from '../views/views';
import { listFile } from '../answers/table-columns';
import { flagParameter, TakesFlag } from '../requests/flag-parameter';
import { type ImportForm, ImportsTable, readImportOptions } from '../requests/import-options';
import { Reading } from '../requests/query-parameters';
import { Upload } from '../requests/upload';
import {
  CancelledScheduledPayment,
  ChangedScheduledPayment,
  ChangeScheduledPaymentBody,
  ImportedChanges,
  Submitted,
} from './scheduled-payment-fields';

const MISSING = 'There is no such scheduled payment.';
/** A submission names no mandate: it is the mandate that has changed. */
const AS_CONFLICT = { mandate_not_usable: 409 } as const;

/** The list of scheduled payments may come back with what was changed in it. */
const CHANGES_FORM: ImportForm = {
  lists: [
    listFile(
      ScheduledPaymentItem,
      { id: 'scheduledPaymentId', dueDate: 'dueDate', amount: 'amount', mandateId: 'mandateId' },
      ['id'],
    ),
  ],
};

/** The instalments of sales orders, from the plan to their newest attempt at GoCardless. */
@ApiTags('Scheduled payments')
@Controller('api/scheduled-payments')
export class ScheduledPaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly salesOrders: SalesOrders,
    private readonly views: Views,
  ) {}

  @Get(':id')
  @Operation('readScheduledPayment', 'Get a scheduled payment')
  @Roles(...MAY.readBooks)
  @Reads(ScheduledPaymentItem)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<ScheduledPaymentItem>> {
    return this.views.one(
      reading,
      access,
      scheduledPaymentsList.readModels,
      (source, view) => scheduledPaymentsList.find(source, view, [id]),
      MISSING,
    );
  }

  /** A dry run answers what would change, also where the difference would go, and changes nothing. */
  @Patch(':id')
  @Operation('changeScheduledPayment', 'Change a scheduled payment')
  @Refuses(
    'already_submitted',
    'instalment_cancelled',
    'unknown_mandate',
    'mandate_not_usable',
    'due_date_too_early',
    'plan_does_not_add_up',
  )
  @Roles(...MAY.keepBooks)
  @Answers(200, ChangedScheduledPayment)
  @TakesFlag('dryRun', 'Only say what would change.')
  async change(
    @Param('id') id: string,
    @Body() { ...fields }: ChangeScheduledPaymentBody,
    @Query() query: unknown,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<ChangedScheduledPayment> {
    const isDryRun = flagParameter(query, 'dryRun');
    await this.requireWithin(access, id);
    const changes = [{ ...fields, scheduledPaymentId: id }];
    if (isDryRun) {
      return {
        id,
        changed: unlessRefused(await this.commands.execute(new PreviewInstalmentChanges(changes, context))),
      };
    }
    return { id, ...unlessRefused(await this.commands.execute(new ChangeInstalments(changes, context))) };
  }

  @Post('import')
  @Operation(
    'importScheduledPaymentChanges',
    'Change the scheduled payments of a file',
    'Checked as a whole before anything is changed: 422 `wrong_lines` says what is wrong, by line and column. Then each order is changed as a whole; sent again, the file changes nothing twice.',
  )
  @Refuses('too_many_lines')
  @Roles(...MAY.keepBooks)
  @Answers(200, ImportedChanges)
  @ImportsTable(CHANGES_FORM)
  async import(
    @Body() upload: Upload,
    @Query() query: unknown,
    @Caller() { connectionIds }: Access,
    @CommandContext() context: CommandContext,
  ): Promise<ImportedChanges> {
    const { reading, dryRun } = readImportOptions(query, CHANGES_FORM);
    const command = new ImportInstalmentChanges(upload, reading, connectionIds, dryRun, context);
    return unlessRefused(await this.commands.execute(command));
  }

  @Post(':id/submission')
  @Operation(
    'submitScheduledPayment',
    'Send a scheduled payment now',
    '202 when there is no outcome within ten seconds. A refusal by GoCardless is an outcome: 200 with `rejected`.',
  )
  @Refuses(
    'already_submitted',
    'instalment_cancelled',
    'no_mandate',
    AS_CONFLICT,
    'payment_in_doubt',
    'read_only_access_token',
  )
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(200, Submitted, { or: { 202: Submitted } })
  async submit(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<Submitted>> {
    const outcome = await this.commands.execute(new SubmitScheduledPayment(id, access.connectionIds, context));
    const submission = unlessRefused(outcome, AS_CONFLICT);
    return answered(submitted(submission), { status: submission.settled ? 200 : 202 });
  }

  @Post(':id/retry')
  @Operation(
    'retryScheduledPayment',
    'Retry the failed payment of an instalment',
    '202 when GoCardless has not answered within ten seconds.',
  )
  @Refuses('retry_not_allowed', 'retry_limit_reached', 'read_only_access_token')
  @Roles(...MAY.keepBooks)
  @Answers(200, RequestedPayment, { or: { 202: RequestedPayment } })
  async retry(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<RequestedPayment>> {
    await this.requireWithin(access, id);
    return requestedOfGoCardless(await this.commands.execute(new RetryInstalment(id, context)));
  }

  @Post(':id/cancellation')
  @Operation('cancelScheduledPayment', 'Cancel a scheduled payment')
  @Refuses('cancellation_too_late', 'read_only_access_token')
  @Roles(...MAY.keepBooks)
  @Answers(200, CancelledScheduledPayment)
  async cancel(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<CancelledScheduledPayment & { readonly position: string }> {
    await this.requireWithin(access, id);
    const { position } = unlessRefused(await this.commands.execute(new CancelInstalment(id, context)));
    return { id, position };
  }

  private async requireWithin(access: Access, id: string): Promise<void> {
    const order = await this.salesOrders.ofScheduledPayment(id);
    if (order === null || !access.mayConnection(order.connectionId)) throw notFound(MISSING);
  }
}

/** A refusal of GoCardless is an outcome, not an error of the request. */
function submitted({ paymentId, rejected, position }: SubmissionAnswer) {
  if (rejected === null) return { paymentId, position };
  const { errorType, reason, errors } = rejected;
  return { paymentId, rejected: { type: errorType, reason, errors }, position };
}
