import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AcceptPayments, type AcceptedAnswer } from '../../../application/payments/accept-payments';
import { CancelPayment } from '../../../application/payments/cancel-payment';
import { IdentifyPayment } from '../../../application/payments/identify-payment';
import { RequestRefund } from '../../../application/payments/request-refund';
import { RetryPayment } from '../../../application/payments/retry-payment';
import { Payments } from '../../../application/payments/payments';
import { findPaymentEffective } from '../../../read-models/payments/effective';
import { PaymentItem, paymentsList } from '../../../read-models/payments/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { notFound } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { requestedOfGoCardless } from './requested-of-gocardless';
import {
  AcceptedPayments,
  AcceptPaymentsBody,
  RequestedPayment,
  IdentifiedPayment,
  IdentifyPaymentBody,
  RefundBody,
} from './payment-fields';

const MISSING = 'There is no such payment.';

/** E-payments: what was asked of GoCardless or seen there, and how far its money is. */
@ApiTags('Payments')
@Controller('api')
export class PaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly payments: Payments,
    private readonly views: Views,
  ) {}

  @Get('payments/:id')
  @Operation('readPayment', 'Get a payment')
  @Roles(...MAY.readPayments)
  @Reads(PaymentItem, { effectiveAt: true })
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Promise<Answer<PaymentItem>> {
    return this.views.one(
      reading,
      access,
      paymentsList.readModels,
      (source, { effectiveAt, ...view }) =>
        effectiveAt === undefined
          ? paymentsList.find(source, view, [id])
          : findPaymentEffective(source, { ...view, effectiveAt }, id),
      MISSING,
    );
  }

  @Post('payments/:id/cancellation')
  @Operation('cancelPayment', 'Cancel a payment', '202 when GoCardless has not answered within ten seconds.')
  @Refuses('cancellation_too_late', 'read_only_access_token')
  @Roles(...MAY.keepBooks)
  @Answers(200, RequestedPayment, { or: { 202: RequestedPayment } })
  async cancel(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<RequestedPayment>> {
    await this.requireWithin(access, id);
    return requestedOfGoCardless(await this.commands.execute(new CancelPayment(id, context)));
  }

  @Post('payments/:id/retry')
  @Operation('retryPayment', 'Retry a failed payment', '202 when GoCardless has not answered within ten seconds.')
  @Refuses('retry_not_allowed', 'retry_limit_reached', 'read_only_access_token')
  @Roles(...MAY.keepBooks)
  @Answers(200, RequestedPayment, { or: { 202: RequestedPayment } })
  async retry(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<RequestedPayment>> {
    await this.requireWithin(access, id);
    return requestedOfGoCardless(await this.commands.execute(new RetryPayment(id, context)));
  }

  @Post('payments/:id/refunds')
  @Operation('refundPayment', 'Refund a payment', '202 when GoCardless has not answered within ten seconds.')
  @Refuses('refund_not_allowed', 'refund_too_large', 'read_only_access_token')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(200, RequestedPayment, { or: { 202: RequestedPayment } })
  async refund(
    @Param('id') id: string,
    @Body() { amount }: RefundBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<RequestedPayment>> {
    await this.requireWithin(access, id);
    return requestedOfGoCardless(await this.commands.execute(new RequestRefund(id, amount, context)));
  }

  @Post('payments/:id/acceptance')
  @Operation('acceptPayment', 'Accept a payment')
  @Roles(...MAY.acceptPayments)
  @Answers(200, AcceptedPayments)
  acceptOne(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<AcceptedAnswer> {
    return this.accept([id], access, context);
  }

  @Post('collections/acceptances')
  @Operation('acceptPayments', 'Accept payments')
  @Refuses('not_found')
  @Roles(...MAY.acceptPayments)
  @Answers(200, AcceptedPayments)
  acceptMany(
    @Body() { paymentIds }: AcceptPaymentsBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<AcceptedAnswer> {
    return this.accept(paymentIds, access, context);
  }

  @Post('payments/:id/identification')
  @Operation('identifyPayment', 'Say whose an adopted payment is')
  @Refuses('unknown_customer', 'already_identified')
  @Roles(...MAY.keepBooks)
  @Answers(200, IdentifiedPayment)
  async identify(
    @Param('id') id: string,
    @Body() { customerId }: IdentifyPaymentBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<IdentifiedPayment> {
    await this.requireWithin(access, id);
    return unlessRefused(await this.commands.execute(new IdentifyPayment(id, customerId, context)));
  }

  private async accept(ids: readonly string[], access: Access, context: CommandContext): Promise<AcceptedAnswer> {
    return unlessRefused(await this.commands.execute(new AcceptPayments(ids, access, context)));
  }

  private async requireWithin(access: Access, id: string): Promise<void> {
    if ((await this.payments.within(access, id)) === null) throw notFound(MISSING);
  }
}
