import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { customerDecider, type RegisteredCustomer } from '../../domain/customers/customer';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
import { ReferenceClaims } from '../references/reference-claims';
import { Customers } from './customers';
import { type CustomerFields } from './register-customer';

/** Changes the fields that are given; null empties one. */
export class ChangeCustomer extends Command<{ readonly id: string; readonly position: Position } | Refusal> {
  constructor(
    readonly customerId: string,
    readonly fields: Partial<CustomerFields>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeCustomer)
export class ChangeCustomerHandler implements ICommandHandler<ChangeCustomer> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly referenceClaims: ReferenceClaims,
    private readonly customers: Customers,
  ) {}

  async execute({ customerId, fields, context }: ChangeCustomer) {
    const change = () =>
      this.aggregates.execute(customerDecider, customerId, { type: 'ChangeCustomerDetails', details: fields }, context);
    const customer = fields.reference === undefined ? null : await this.customers.find(customerId);
    const changed = await (customer === null
      ? change()
      : this.withReference(customer, fields.reference ?? null, context, change));
    return isRefusal(changed) ? changed : { id: customerId, position: changed.position };
  }

  private withReference<T extends object>(
    { customerId: id, connectionId, details }: RegisteredCustomer,
    reference: string | null,
    context: CommandContext,
    change: () => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const wanted = { connectionId, of: 'customer', id, reference } as const;
    return this.referenceClaims.exchanging(details.reference, wanted, context, change);
  }
}
