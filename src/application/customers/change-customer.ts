import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { type Position } from '../ports/event-store';
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
  constructor(private readonly aggregates: Aggregates) {}

  async execute({ customerId, fields, context }: ChangeCustomer) {
    const changed = await this.aggregates.execute(
      customerDecider,
      customerId,
      { type: 'ChangeCustomerDetails', details: fields },
      context,
    );
    return isRefusal(changed) ? changed : { id: customerId, position: changed.position };
  }
}
