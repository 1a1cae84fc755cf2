import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { DELAY, type Delay } from '../../../application/ports/delay';
import { type Summary } from '../../../read-models/lists/list';
import { memoryList } from '../../../read-models/lists/memory-list';
import { Access, Caller } from '../access/access';
import { ApiKeys, type KeyHolder } from '../access/api-keys';
import { FAILED_KEY_DELAY_MS } from '../access/authentication';
import { Open } from '../access/open';
import { MAY, Roles, ROLES } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, ListOf, SummaryOf } from '../answers/describe-address';
import { type Listed } from '../answers/listed';
import { Operation, Refuses } from '../answers/operation';
import { invalid, notFound, problem } from '../errors/problem';
import { type ProblemCode } from '../errors/problem-codes';
import { AnswerNotKept } from '../idempotency/command-interceptor';
import { Named } from '../lists/list-controller';
import { ListRequest } from '../requests/query-parameters';
import { Views } from '../views/views';
import { PublicOrigin } from './public-origin';
import { SessionCookie } from './session-cookie';
import { SessionFields, SessionItem, SignInBody, SignInLink } from './session-fields';
import { type ListedSession, MAX_SESSION_MS, type NewSession, Sessions } from './sessions';

const sessionsList = memoryList<SessionItem, () => Promise<readonly ListedSession[]>>({
  name: 'sessions',
  item: SessionItem,
  filters: ['keyId', 'role'],
  sorts: ['lastUsedAt', 'expiresAt'],
  searched: ['name', 'keyId', 'id'],
  groups: ['role', 'keyId'],
  all: (read) => read(),
});

/** Signing in to the screens: a key, or a link, is exchanged once for a cookie that no page can read. */
@ApiTags('Sessions')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly apiKeys: ApiKeys,
    private readonly publicOrigin: PublicOrigin,
    private readonly views: Views,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  @Post('sessions')
  @Operation('signIn', 'Exchange a key or a link for a session', 'The session is in a cookie that pages can not read.')
  @Refuses('unauthorized', 'link_used', 'public_url_needed', 'cross_site')
  @Open()
  @Answers(201, SessionFields)
  async signIn(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionFields> {
    const cookie = new SessionCookie(this.publicOrigin.required(request));
    this.publicOrigin.refuseCrossSite(request);
    const session = await this.open(body);
    const before = cookie.read(request.headers.cookie);
    if (before !== null) await this.sessions.endByToken(before);
    cookie.set(reply, session.token, MAX_SESSION_MS / 1000);
    return this.describe(session.holder, session.expiresAt);
  }

  @Get('session')
  @Operation('readSession', 'Get who is signed in')
  @Roles(...ROLES)
  @ApiResponse({ status: 200, type: SessionFields })
  async read(@Req() request: FastifyRequest, @Caller() access: Access): Promise<SessionFields> {
    const { session } = request;
    if (session !== null) return this.describe(session.holder, session.expiresAt);
    const key = await this.apiKeys.find(access.keyId, 'all');
    return this.describe({ access, name: key?.name ?? access.keyId }, null);
  }

  @Delete('session')
  @Operation('signOut', 'End one’s own session')
  @Refuses('not_found', 'public_url_needed')
  @Roles(...ROLES)
  @Answers(200)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.session === null) throw notFound('There is no session: the request came with a key.');
    await this.sessions.end(request.session.sessionId);
    new SessionCookie(this.publicOrigin.required(request)).clear(reply);
  }

  @Get('sessions')
  @Roles(...MAY.readKeys)
  @ListOf(sessionsList)
  @Named('list', sessionsList.name)
  list(@ListRequest() request: ListRequest, @Caller() access: Access): Listed {
    return this.views.listFrom(() => this.sessions.list(access.connectionIds), sessionsList, request, access);
  }

  @Get('sessions/summary')
  @Roles(...MAY.readKeys)
  @SummaryOf(sessionsList)
  @Named('summarize', sessionsList.name)
  summarize(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<Summary>> {
    return this.views.summaryFrom(() => this.sessions.list(access.connectionIds), sessionsList, request, access);
  }

  @Delete('sessions/:id')
  @Operation('endSession', 'End a session')
  @Roles(...MAY.administer)
  @Answers(200)
  async end(@Param('id') id: string, @Caller() access: Access): Promise<void> {
    if (!(await this.sessions.endWithin(id, access.connectionIds))) throw notFound('There is no such session.');
  }

  @Post('keys/:id/sign-in-links')
  @Operation('makeSignInLink', 'Make a link that signs in once')
  @Refuses('public_url_needed')
  @Roles(...ROLES)
  @Answers(201, SignInLink)
  @AnswerNotKept()
  async makeLink(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Caller() access: Access,
  ): Promise<SignInLink> {
    const origin = this.publicOrigin.required(request);
    if (id !== access.keyId) await this.requireCollector(id, access);
    const link = await this.sessions.makeLink(id, access.actor);
    if (link === null) throw notFound('There is no such key.');
    return { url: `${origin}/sign-in#${link.token}`, expiresAt: link.expiresAt };
  }

  private async open({ key, link }: SignInBody): Promise<NewSession> {
    if (key !== undefined && link === undefined) {
      return (await this.sessions.openByKey(key)) ?? this.fail('unauthorized', 'This key is unknown or was revoked.');
    }
    if (link !== undefined && key === undefined) {
      return (await this.sessions.openByLink(link)) ?? this.fail('link_used', 'This link was used, or is too old.');
    }
    throw invalid([{ field: 'key', code: 'exactly_one', message: 'must be given, or link, and not both' }]);
  }

  /** Late, so that nobody can try many. */
  private async fail(code: ProblemCode, detail: string): Promise<never> {
    await this.delay(FAILED_KEY_DELAY_MS, new AbortController().signal);
    throw problem(code, detail);
  }

  /** Links are for one's own key, or bring the phone of a collector in. */
  private async requireCollector(id: string, access: Access): Promise<void> {
    const key = access.role === 'admin' ? await this.apiKeys.find(id, access.connectionIds) : null;
    if (key === null) throw notFound('There is no such key.');
    if (key.role !== 'collector') throw problem('forbidden', 'A link is for one’s own key, or for a collector’s.');
  }

  private describe({ access, name }: KeyHolder, expiresAt: string | null): SessionFields {
    const { keyId, role, connectionIds, rounds } = access;
    return {
      keyId,
      name,
      role,
      connectionIds: connectionIds === 'all' ? null : connectionIds,
      rounds: rounds === 'all' ? null : rounds,
      expiresAt,
      now: this.clock.now(),
    };
  }
}
