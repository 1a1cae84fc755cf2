import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { mandateView } from '../../domain/mandates/mandate-status';
import { type CommandContext } from '../aggregates';
import { Customers } from '../customers/customers';
import { LinkedMandates } from './linked-mandates';
import { type AmbiguousRefusal, chosenMandate, foundBy, LookUp, type LookUpKey } from '../gocardless-reads/look-up';
import { type Position } from '../ports/event-store';

export interface LinkedAnswer {
  readonly mandateId: string;
  readonly status: ReturnType<typeof mandateView>['status'];
  readonly scheme: string;
  readonly usable: boolean;
  /** False when the mandate was this customer's already. */
  readonly isNew: boolean;
  readonly position: Position;
}

/** Links a customer to the mandate that an e-mail address, a GoCardless customer id or a mandate id leads to. */
export class LinkMandate extends Command<LinkedAnswer | Refusal | AmbiguousRefusal> {
  constructor(
    readonly customerId: string,
    readonly key: LookUpKey,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LinkMandate)
export class LinkMandateHandler implements ICommandHandler<LinkMandate> {
  constructor(
    private readonly customers: Customers,
    private readonly lookUp: LookUp,
    private readonly linkedMandates: LinkedMandates,
  ) {}

  async execute({ customerId, key, context }: LinkMandate): Promise<LinkedAnswer | Refusal | AmbiguousRefusal> {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('not_found', `There is no customer ${customerId}.`);
    const mandate = chosenMandate(await this.lookUp.find(customer.connectionId, key), key);
    if (isRefusal(mandate)) return mandate;
    const linked = await this.linkedMandates.link(customer.connectionId, mandate, customerId, foundBy(key), context);
    if (isRefusal(linked)) return linked;
    const { status, usable } = mandateView(linked.state);
    const isNew = linked.events.length > 0;
    return { mandateId: mandate.id, status, scheme: mandate.scheme, usable, isNew, position: linked.position };
  }
}
