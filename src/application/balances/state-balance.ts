import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { statementOf } from '../../domain/customers/balances';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { type Position } from '../ports/event-store';

export interface StatedAnswer {
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly asOf: string;
  readonly position: Position;
}

/** Says what a customer owes. `asOf` is an instant, or a day, which begins at midnight where the connection is. */
export class StateBalance extends Command<StatedAnswer | Refusal> {
  constructor(
    readonly customerId: string,
    readonly balance: { readonly amount: number; readonly currency: string; readonly asOf: string },
    /** Also when the standing balance is of a later time. */
    readonly older: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(StateBalance)
export class StateBalanceHandler implements ICommandHandler<StateBalance> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    private readonly customers: Customers,
  ) {}

  async execute({ customerId, balance, older, context }: StateBalance): Promise<StatedAnswer | Refusal> {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('not_found', `There is no customer ${customerId}.`);
    const { timeZone } = await this.connections.get(customer.connectionId);
    const statement = statementOf(balance, { timeZone, now: context.at });
    if (isRefusal(statement)) return statement;
    const stated = await this.aggregates.execute(
      customerDecider,
      customerId,
      { type: 'StateBalance', ...statement, older, balanceImportId: null },
      context,
    );
    return isRefusal(stated) ? stated : { customerId, ...statement, position: stated.position };
  }
}
