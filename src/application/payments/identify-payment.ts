import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { bookRules, Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { type Position } from '../ports/event-store';

/** Says whose payment it is that nobody knew. Its documents become the customer's, each with its own effective time. */
export class IdentifyPayment extends Command<
  { readonly paymentId: string; readonly customerId: string; readonly position: Position } | Refusal
> {
  constructor(
    readonly paymentId: string,
    readonly customerId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(IdentifyPayment)
export class IdentifyPaymentHandler implements ICommandHandler<IdentifyPayment> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly customers: Customers,
  ) {}

  async execute({ paymentId, customerId, context }: IdentifyPayment) {
    const { facts } = (await this.aggregates.load(paymentDecider, paymentId)).state;
    if (facts === null) return refuse('not_found', 'There is no such payment.');
    const customer = await this.customers.find(customerId);
    if (customer?.connectionId !== facts.connectionId) {
      return refuse('unknown_customer', 'There is no such customer.', 'customerId');
    }
    const rules = bookRules(await this.connections.get(facts.connectionId));
    const command = { type: 'IdentifyPayment', customerId, rules } as const;
    const identified = await this.aggregates.execute(paymentDecider, paymentId, command, context);
    return isRefusal(identified) ? identified : { paymentId, customerId, position: identified.position };
  }
}
