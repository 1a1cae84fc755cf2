import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { currencyOfScheme } from '../../domain/mandates/scheme';
import { type Refusal, refuse } from '../../domain/shared/decider';
import { CUSTOMER_TAG } from '../../domain/shared/gocardless-event';
import { type CommandContext } from '../aggregates';
import { Connections } from '../connections/connections';
import { Customers } from '../customers/customers';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts, type MandateSetup } from '../ports/gocardless';

/** Of a mandate for whose scheme and currency nobody said anything: what a bank account in the United Kingdom needs. */
const USUAL_CURRENCY = 'GBP';

export interface MandateSetUp {
  /** For the payer; valid for 7 days. Personal, as it may show who they are. */
  readonly url: string;
}

/** A page at GoCardless on which the customer sets up a mandate, which is then linked by itself. Nothing is collected by it. */
export class SetUpMandate extends Command<MandateSetUp | Refusal> {
  constructor(
    readonly customerId: string,
    readonly wish: { readonly scheme: string | null; readonly currency: string | null },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetUpMandate)
export class SetUpMandateHandler implements ICommandHandler<SetUpMandate> {
  constructor(
    private readonly customers: Customers,
    private readonly connections: Connections,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async execute({ customerId, wish: { scheme, currency }, context }: SetUpMandate): Promise<MandateSetUp | Refusal> {
    const customer = await this.customers.find(customerId);
    if (customer === null) return refuse('not_found', `There is no customer ${customerId}.`);
    const collected = scheme === null ? null : currencyOfScheme(scheme);
    if (scheme !== null && collected === null) return refuse('unknown_scheme', 'This scheme is not known.', 'scheme');
    if (currency !== null && collected !== null && currency !== collected) {
      return refuse('wrong_currency', `The scheme ${scheme ?? ''} collects ${collected}.`, 'currency');
    }
    const readOnly = await this.connections.readOnlyRefusal(customer.connectionId);
    if (readOnly !== null) return readOnly;
    const { name, company, email } = customer.details;
    const gocardless = await this.accounts.of(customer.connectionId);
    const { authorisationUrl } = await gocardless.createMandateSetup({
      scheme,
      currency: collected ?? currency ?? USUAL_CURRENCY,
      payer: { ...namesOf(name), company, email },
      metadata: { [CUSTOMER_TAG]: customerId },
      idempotencyKey: `mandate-setup:${context.commandId}`,
    });
    return { url: authorisationUrl };
  }
}

/** The last word is the family name: the payer sees the form and may put it right. */
function namesOf(name: string | null): Pick<MandateSetup['payer'], 'givenName' | 'familyName'> {
  const words = (name ?? '').trim().split(/\s+/);
  const familyName = words.length > 1 ? (words.pop() ?? null) : null;
  const givenName = words.join(' ');
  return { givenName: givenName === '' ? null : givenName, familyName };
}
