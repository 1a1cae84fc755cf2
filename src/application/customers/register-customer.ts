import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { Aggregates, type CommandContext } from '../aggregates';
import { ChosenConnection } from '../connections/chosen-connection';
import { type Position } from '../ports/event-store';
import { ReferenceClaims } from '../references/reference-claims';

export interface CustomerFields {
  readonly name: string;
  readonly company?: string | null;
  readonly email?: string | null;
  readonly reference?: string | null;
  readonly round?: string | null;
}

export class RegisterCustomer extends Command<{ readonly id: string; readonly position: Position } | Refusal> {
  constructor(
    readonly fields: CustomerFields,
    /** Null = the only connection there is. */
    readonly connectionId: string | null,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterCustomer)
export class RegisterCustomerHandler implements ICommandHandler<RegisterCustomer> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly referenceClaims: ReferenceClaims,
    private readonly chosenConnection: ChosenConnection,
  ) {}

  async execute({ fields, connectionId, allowed, context }: RegisterCustomer) {
    const connection = await this.chosenConnection.of(connectionId, allowed);
    if (isRefusal(connection)) return connection;
    const customerId = derivedId('cus', context.commandId);
    const { name, company = null, email = null, reference = null, round = null } = fields;
    const { connectionId: of } = connection;
    const details = { name, company, email, reference, round };
    const command = { type: 'RegisterCustomer', customerId, connectionId: of, details } as const;
    const wanted = { connectionId: of, of: 'customer', id: customerId, reference } as const;
    const registered = await this.referenceClaims.holding(wanted, context, () =>
      this.aggregates.execute(customerDecider, customerId, command, context),
    );
    return isRefusal(registered) ? registered : { id: customerId, position: registered.position };
  }
}
