import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCustomer } from '../../../application/customers/change-customer';
import { RegisterCustomer } from '../../../application/customers/register-customer';
import { type Position } from '../../../application/ports/event-store';
import { customersList, CustomerWithMandates, findCustomer } from '../../../read-models/customers/list';
import { mandatesList } from '../../../read-models/mandates/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { ChangeCustomerBody, CustomerId, RegisterCustomerBody } from './customer-fields';
import { CustomersInScope, NO_CUSTOMER } from './customers-in-scope';

@ApiTags('Customers')
@Controller('api/customers')
export class CustomersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly customersInScope: CustomersInScope,
  ) {}

  @Post()
  @Operation('registerCustomer', 'Register a customer')
  @Refuses('connection_needed', 'unknown_connection', 'reference_taken')
  @Roles(...MAY.keepBooks)
  @Answers(201, CustomerId)
  async register(
    @Body() { connectionId, ...fields }: RegisterCustomerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<CustomerId & { readonly position: Position }> {
    const command = new RegisterCustomer(fields, connectionId ?? null, access.connectionIds, context);
    return unlessRefused(await this.commands.execute(command));
  }

  @Get(':id')
  @Operation('readCustomer', 'Get a customer')
  @Roles(...MAY.readBooks)
  @Reads(CustomerWithMandates)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<CustomerWithMandates>> {
    const readModels = [...customersList.readModels, ...mandatesList.readModels];
    return this.views.one(reading, access, readModels, (...view) => findCustomer(...view, id), NO_CUSTOMER);
  }

  @Patch(':id')
  @Operation('changeCustomer', 'Change a customer')
  @Refuses('customer_forgotten', 'reference_taken')
  @Roles(...MAY.keepBooks)
  @Answers(200, CustomerId)
  async change(
    @Param('id') id: string,
    @Body() body: ChangeCustomerBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<CustomerId & { readonly position: Position }> {
    await this.customersInScope.require(id, access);
    return unlessRefused(await this.commands.execute(new ChangeCustomer(id, body, context)));
  }
}
