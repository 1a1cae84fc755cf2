import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OpenPortalLink } from '../../../application/portal-links/open-portal-link';
import { PortalLinks } from '../../../application/portal-links/portal-links';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { DELAY, type Delay } from '../../../application/ports/delay';
import { portalLinkNotValid } from '../../../domain/portal-links/portal-link';
import { isRefusal } from '../../../domain/shared/decider';
import {
  findPayerReceipt,
  type Payer,
  PayerPage,
  readPayerPage,
  viewOf,
} from '../../../read-models/payer-page/payer-page';
import { FAILED_KEY_DELAY_MS } from '../access/authentication';
import { Open } from '../access/open';
import { Operation, Refuses } from '../answers/operation';
import { notFound, problem, type ProblemError } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { PrintedReceipts } from '../receipts/printed-receipts';
import { PublicOrigin } from '../sessions/public-origin';
import { SessionCookie } from '../sessions/session-cookie';
import { Views } from '../views/views';
import { PORTAL_SESSION_MS, PortalDoor } from './portal-door';
import { PortalSession, PortalSessionBody } from './portal-fields';

/**
 * The payer's own page: they come in by a link and see what is theirs. Whoever guesses learns nothing: the answer, and when it comes, are the
 * same for a link that never was, was revoked, or is too old.
 */
@ApiTags('Portal')
@Controller('portal')
export class PortalController {
  constructor(
    private readonly commands: CommandBus,
    private readonly door: PortalDoor,
    private readonly portalLinks: PortalLinks,
    private readonly publicOrigin: PublicOrigin,
    private readonly printed: PrintedReceipts,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  @Post('session')
  @Operation('openPortal', 'Exchange a link for a session of the payer’s page')
  @Refuses('portal_link_not_valid', 'public_url_needed')
  @Open()
  @HttpCode(201)
  @ApiResponse({ status: 201, type: PortalSession })
  @Header('cache-control', 'no-store')
  async comeIn(
    @Body() { token }: PortalSessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PortalSession> {
    const cookie = this.cookie(request);
    this.publicOrigin.refuseCrossSite(request);
    const opened = await this.atOneTime(this.openLink(token, request));
    const { portalLinkId } = unlessRefused(opened ?? portalLinkNotValid());
    const before = cookie.read(request.headers.cookie);
    if (before !== null) await this.door.end(before);
    const session = await this.door.open(portalLinkId);
    cookie.set(reply, session.token, PORTAL_SESSION_MS / 1000);
    return { expiresAt: session.expiresAt };
  }

  @Delete('session')
  @Operation('leavePortal', 'End the session of the payer’s page')
  @Refuses('public_url_needed')
  @Open()
  @HttpCode(204)
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const cookie = this.cookie(request);
    this.publicOrigin.refuseCrossSite(request);
    const token = cookie.read(request.headers.cookie);
    if (token !== null) await this.door.end(token);
    cookie.clear(reply);
  }

  @Get('data')
  @Operation('readPortal', 'Get what the payer may see')
  @Refuses('unauthorized', 'public_url_needed')
  @ApiSecurity('portal')
  @Open()
  @ApiResponse({ status: 200, type: PayerPage })
  @Header('cache-control', 'no-store')
  async read(@Req() request: FastifyRequest): Promise<PayerPage> {
    const page = await readPayerPage(this.views.source, await this.payerOf(request), this.clock.now());
    if (page === null) throw notSignedIn();
    return page;
  }

  @Get('receipts/:number/document.pdf')
  @Operation('printPortalReceipt', 'Get one of the payer’s receipts as PDF')
  @Refuses('unauthorized', 'public_url_needed')
  @ApiSecurity('portal')
  @Open()
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiProduces('application/pdf')
  @Header('cache-control', 'no-store')
  async print(@Param('number') number: string, @Req() request: FastifyRequest): Promise<StreamableFile> {
    const payer = await this.payerOf(request);
    const now = this.clock.now();
    const receipt = await findPayerReceipt(this.views.source, payer, number, now);
    if (receipt === null) throw notFound('There is no such receipt.');
    return this.printed.print(receipt, viewOf(payer, now), 'payer');
  }

  private async openLink(token: string, request: FastifyRequest): Promise<{ readonly portalLinkId: string } | null> {
    const portalLinkId = await this.door.linkOf(token);
    if (portalLinkId === null) return null;
    const context = {
      commandId: randomUUID(),
      correlationId: request.id,
      actor: `payer:${portalLinkId}`,
      at: this.clock.now(),
    } as const;
    const opened = await this.commands.execute(new OpenPortalLink(portalLinkId, context));
    return isRefusal(opened) ? null : opened;
  }

  /** Who is in; a link that has ended lets nobody stay. */
  private async payerOf(request: FastifyRequest): Promise<Payer> {
    const token = this.cookie(request).read(request.headers.cookie);
    if (token === null) throw notSignedIn();
    const payer = await this.atOneTime(this.find(token));
    if (payer === null) throw notSignedIn();
    return payer;
  }

  private async find(token: string): Promise<Payer | null> {
    const portalLinkId = await this.door.sessionOf(token);
    return portalLinkId === null ? null : this.portalLinks.findLive(portalLinkId);
  }

  /** Nothing is said of what was not found before a failed key would be answered, however fast it was looked for. */
  private async atOneTime<T>(looking: Promise<T | null>): Promise<T | null> {
    const over = new AbortController();
    const late = this.delay(FAILED_KEY_DELAY_MS, over.signal);
    try {
      const found = await looking;
      if (found === null) await late;
      return found;
    } finally {
      over.abort();
    }
  }

  private cookie(request: FastifyRequest): SessionCookie {
    return new SessionCookie(this.publicOrigin.required(request), 'portal', '/portal');
  }
}

function notSignedIn(): ProblemError {
  return problem('unauthorized', 'Nobody is signed in here, or no longer. Open the link again, or ask for a new one.');
}
