import { Body, Controller, Delete, Param, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChooseDefaultMandate } from '../../../application/mandates/choose-default-mandate';
import { LinkMandate, type LinkedAnswer } from '../../../application/mandates/link-mandate';
import { UnlinkMandate } from '../../../application/mandates/unlink-mandate';
import { type AmbiguousRefusal } from '../../../application/gocardless-reads/look-up';
import { type Position } from '../../../application/ports/event-store';
import { type Refusal } from '../../../domain/shared/decider';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { flagParameter, TakesFlag } from '../requests/flag-parameter';
import { foundCustomer, LookUpKeyBody, lookUpKeyOf } from '../lookups/look-up-fields';
import { DefaultMandate, LinkedMandate, UnlinkedMandate } from './customer-fields';
import { CustomersInScope } from './customers-in-scope';

/** A mandate that was named in the address has changed since; in a body it would be the request that is wrong. */
const AS_CONFLICT = { mandate_not_usable: 409 } as const;

/** Links GoCardless mandates to a customer and takes them off again. */
@ApiTags('Customers')
@Controller('api/customers/:id/mandates')
export class CustomerMandatesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly customersInScope: CustomersInScope,
  ) {}

  /** 201; 200 when the mandate was this customer's already. Several people with one e-mail address: 409 with `choices`. */
  @Post()
  @Operation(
    'linkMandate',
    'Link a mandate to a customer',
    '200 when it was this customer’s already. Several people with one e-mail address: 409 with `choices`.',
  )
  @Refuses('ambiguous', 'no_usable_mandate', 'mandate_linked_elsewhere', 'other_creditor', 'direct_settlement')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(201, LinkedMandate, { or: { 200: LinkedMandate } })
  async link(
    @Param('id') id: string,
    @Body() body: LookUpKeyBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<Answer<LinkedMandate>> {
    const key = lookUpKeyOf(body);
    await this.customersInScope.require(id, access);
    const outcome = await this.commands.execute(new LinkMandate(id, key, context));
    const { isNew, position, ...linked } = unlessRefused(withChoices(outcome));
    return answered(linked, { status: isNew ? 201 : 200, position });
  }

  /** Which of several usable mandates of one currency is charged, where an order or a payment names none. */
  @Put(':mandateId/default')
  @Operation('chooseDefaultMandate', 'Choose the mandate that is charged for its currency')
  @Refuses('not_linked', AS_CONFLICT, 'unknown_scheme')
  @Roles(...MAY.keepBooks)
  @Answers(200, DefaultMandate)
  async chooseDefault(
    @Param('id') id: string,
    @Param('mandateId') mandateId: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<DefaultMandate & { readonly position: Position }> {
    await this.customersInScope.require(id, access);
    const chosen = await this.commands.execute(new ChooseDefaultMandate(id, mandateId, context));
    return unlessRefused(chosen, AS_CONFLICT);
  }

  @Delete(':mandateId')
  @Operation('unlinkMandate', 'Take a mandate off a customer')
  @Refuses('unsent_instalments')
  @Roles(...MAY.keepBooks)
  @Answers(200, UnlinkedMandate)
  @TakesFlag('force', 'Also while instalments wait for it.')
  async unlink(
    @Param('id') id: string,
    @Param('mandateId') mandateId: string,
    @Query() query: unknown,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<UnlinkedMandate & { readonly position: Position }> {
    const isForced = flagParameter(query, 'force');
    await this.customersInScope.require(id, access);
    return unlessRefused(await this.commands.execute(new UnlinkMandate(id, mandateId, isForced, context)));
  }
}

/** Those who fit, as a look-up shows them. */
function withChoices(outcome: LinkedAnswer | Refusal | AmbiguousRefusal): LinkedAnswer | Refusal {
  return 'choices' in outcome ? { ...outcome, ...{ choices: outcome.choices.map(foundCustomer) } } : outcome;
}
