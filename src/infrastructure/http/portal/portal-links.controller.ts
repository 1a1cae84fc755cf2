import { Controller, Delete, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { MakePortalLink } from '../../../application/portal-links/make-portal-link';
import { PortalLinks } from '../../../application/portal-links/portal-links';
import { RevokePortalLink } from '../../../application/portal-links/revoke-portal-link';
import { type Position } from '../../../application/ports/event-store';
import { derivedId } from '../../../domain/shared/identity';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { CustomersInScope } from '../customers/customers-in-scope';
import { notFound } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { AnswerNotKept } from '../idempotency/command-interceptor';
import { PublicOrigin } from '../sessions/public-origin';
import { PortalDoor } from './portal-door';
import { MadePortalLink } from './portal-fields';

/** Links by which a customer sees their own payments and receipts. Staff make them and send them on. */
@ApiTags('Customers')
@Controller('api/customers/:id/portal-links')
export class PortalLinksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly door: PortalDoor,
    private readonly portalLinks: PortalLinks,
    private readonly customersInScope: CustomersInScope,
    private readonly publicOrigin: PublicOrigin,
  ) {}

  @Post()
  @Operation('makePortalLink', 'Make a link by which a customer sees what is theirs')
  @Refuses('public_url_needed', 'customer_forgotten')
  @Roles(...MAY.keepBooks)
  @Answers(201, MadePortalLink)
  @AnswerNotKept()
  async make(
    @Param('id') customerId: string,
    @Req() request: FastifyRequest,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<MadePortalLink & { readonly position: Position }> {
    const origin = this.publicOrigin.required(request);
    await this.customersInScope.require(customerId, access);
    const portalLinkId = derivedId('plk', context.commandId);
    const made = unlessRefused(await this.commands.execute(new MakePortalLink(portalLinkId, customerId, context)));
    const token = await this.door.tokenFor(portalLinkId);
    return { ...made, url: `${origin}/portal#${token}` };
  }

  @Delete(':linkId')
  @Operation('revokePortalLink', 'Revoke such a link')
  @Roles(...MAY.keepBooks)
  @Answers(200)
  async revoke(
    @Param('id') customerId: string,
    @Param('linkId') portalLinkId: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<{ readonly position: Position }> {
    await this.customersInScope.require(customerId, access);
    if (!(await this.portalLinks.isOf(customerId, portalLinkId))) throw notFound('There is no such link.');
    return unlessRefused(await this.commands.execute(new RevokePortalLink(portalLinkId, context)));
  }
}
