import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCustomer } from '../../../application/commands/change-customer';
import { RegisterCustomer } from '../../../application/commands/register-customer';
import { type Position } from '../../../application/ports/event-store';
import { balancesReadModel } from '../../../projections/balances/table';
import { findCustomer, listCustomers } from '../../../projections/customers/reader';
import { customersReadModel } from '../../../projections/customers/table';
import { ePaymentsReadModel } from '../../../projections/e-payments/table';
import { mandatesListReadModel } from '../../../projections/mandates-list/table';
import { peopleReadModel } from '../../../projections/people/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, ListOf, Reads } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { unlessRefused } from '../errors/refusals';
import { type FieldsOf } from '../fields/field';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../reading-view/views';
import { ListQuery, Reading } from '../requests/reading';
import {
  ChangeCustomerBody,
  CustomerFilters,
  CustomerId,
  CustomerItem,
  CustomerWithMandates,
  RegisterCustomerBody,
} from './customer-fields';
import { CustomersInReach, NO_CUSTOMER } from './customers-in-reach';

const LIST_MODELS = [customersReadModel, peopleReadModel];

@ApiTags('Customers')
@Controller('api/customers')
export class CustomersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly customersInReach: CustomersInReach,
  ) {}

  @Post()
  @Roles(...MAY.keepBooks)
  @Answers(201, CustomerId)
  async register(
    @Body() { connectionId, ...fields }: RegisterCustomerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<FieldsOf<CustomerId> & { readonly position: Position }> {
    const command = new RegisterCustomer(fields, connectionId ?? null, access.connectionIds, context);
    return unlessRefused(await this.commands.execute(command));
  }

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(CustomerItem, { filters: CustomerFilters })
  list(
    @ListQuery() query: ListQuery<CustomerFilters>,
    @Caller() access: Access,
  ): Listed<FieldsOf<CustomerItem>, CustomerFilters> {
    return listed(query, (page) => this.views.page(page, access, LIST_MODELS, listCustomers));
  }

  @Get(':id')
  @Roles(...MAY.readBooks)
  @Reads(CustomerWithMandates)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<FieldsOf<CustomerWithMandates>>> {
    const models = [...LIST_MODELS, mandatesListReadModel, ePaymentsReadModel, balancesReadModel];
    return this.views.one(reading, access, models, (...view) => findCustomer(...view, id), NO_CUSTOMER);
  }

  @Patch(':id')
  @Roles(...MAY.keepBooks)
  @Answers(200, CustomerId)
  async change(
    @Param('id') id: string,
    @Body() body: ChangeCustomerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<FieldsOf<CustomerId> & { readonly position: Position }> {
    await this.customersInReach.require(id, access);
    return unlessRefused(await this.commands.execute(new ChangeCustomer(id, body, context)));
  }
}
