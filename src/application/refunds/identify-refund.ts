import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refundDecider } from '../../domain/refunds/refund';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { isGoCardlessId } from '../../domain/shared/identity';
import { isInScope } from '../access-scope';
import { Aggregates, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { type Position } from '../ports/event-store';

/** Says whose a refund without a payment is that nobody knew. Its documents become the customer's, each with its own effective time. */
export class IdentifyRefund extends Command<
  { readonly refundId: string; readonly customerId: string; readonly position: Position } | Refusal
> {
  constructor(
    /** GoCardless's. */
    readonly refundId: string,
    readonly customerId: string,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IdentifyRefund)
export class IdentifyRefundHandler implements ICommandHandler<IdentifyRefund> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly customers: Customers,
  ) {}

  /** The refund is looked for where the customer is: GoCardless's id alone names no account. */
  async execute({ refundId, customerId, allowed, context }: IdentifyRefund) {
    const customer = await this.customers.find(customerId);
    if (customer === null || !isInScope(allowed, customer.connectionId)) {
      return refuse('unknown_customer', 'There is no such customer.', 'customerId');
    }
    if (!isGoCardlessId(refundId)) return refuse('not_found', 'There is no such refund.');
    const rules = bookRules(await this.connections.get(customer.connectionId));
    const command = { type: 'IdentifyRefund', customerId, rules } as const;
    const id = { connectionId: customer.connectionId, refundId };
    const identified = await this.aggregates.execute(refundDecider, id, command, context);
    return isRefusal(identified) ? identified : { refundId, customerId, position: identified.position };
  }
}
