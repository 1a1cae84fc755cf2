import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { customerDecider } from '../../domain/customers/customer';
import { mandateView } from '../../domain/mandates/mandate-status';
import { currencyOfScheme } from '../../domain/mandates/scheme';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext } from '../aggregates';
import { Customers } from '../customers/customers';
import { Mandates } from './mandates';
import { type Position } from '../ports/event-store';

export interface ChosenAnswer {
  readonly mandateId: string;
  readonly currency: string;
  readonly position: Position;
}

/** Of a customer's usable mandates in one currency this is the one to charge. */
export class ChooseDefaultMandate extends Command<ChosenAnswer | Refusal> {
  constructor(
    readonly customerId: string,
    readonly mandateId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChooseDefaultMandate)
export class ChooseDefaultMandateHandler implements ICommandHandler<ChooseDefaultMandate> {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly customers: Customers,
    private readonly mandates: Mandates,
  ) {}

  async execute({ customerId, mandateId, context }: ChooseDefaultMandate): Promise<ChosenAnswer | Refusal> {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('not_found', `There is no customer ${customerId}.`);
    const mandate = await this.mandates.load(customer.connectionId, mandateId);
    if (mandate.link?.customerId !== customerId) {
      return refuse('not_linked', `The mandate ${mandateId} is not linked to this customer.`);
    }
    const { usable, status } = mandateView(mandate);
    if (!usable) return refuse('mandate_not_usable', `The mandate ${mandateId} is ${status}.`);
    const currency = currencyOfScheme(mandate.link.scheme);
    if (currency === null) {
      return refuse('unknown_scheme', `Which currency ${mandate.link.scheme} collects is not known.`);
    }
    const chosen = await this.aggregates.execute(
      customerDecider,
      customerId,
      { type: 'ChooseDefaultMandate', currency, mandateId },
      context,
    );
    return isRefusal(chosen) ? chosen : { mandateId, currency, position: chosen.position };
  }
}
