import { Body, Controller, Delete, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../../../application/ports/event-store';
import { type Summary } from '../../../read-models/lists/list';
import { memoryList } from '../../../read-models/lists/memory-list';
import { derivedId } from '../../../domain/shared/identity';
import { Access, Caller, type Scope } from '../access/access';
import { type ApiKey, ApiKeys, BOOTSTRAP_ID, type NewApiKey } from '../access/api-keys';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, ListOf, SummaryOf } from '../answers/describe-address';
import { type Listed } from '../answers/listed';
import { Operation } from '../answers/operation';
import { invalid, notFound, problem } from '../errors/problem';
import { AnswerNotKept } from '../idempotency/command-interceptor';
import { CommandContext } from '../idempotency/command-context';
import { Named } from '../lists/list-controller';
import { ListRequest } from '../requests/query-parameters';
import { Sessions } from '../sessions/sessions';
import { momentIn, Views } from '../views/views';
import { KeyItem, MadeKey, MakeKeyBody } from './key-fields';

type ReadKeys = () => Promise<readonly ApiKey[]>;

const keysList = memoryList<KeyItem, ReadKeys>({
  name: 'keys',
  item: KeyItem,
  filters: ['role'],
  sorts: ['createdAt', 'lastUsedAt', 'revokedAt'],
  searched: ['name', 'id'],
  groups: ['role'],
  all: async (read) => (await read()).map(toItem),
});

/** API keys: who may come in, and how far. A key that is limited to connections hands out nothing beyond them. */
@ApiTags('Keys')
@Controller('api/keys')
export class KeysController {
  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly sessions: Sessions,
    private readonly views: Views,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
  ) {}

  @Post()
  @Operation('makeKey', 'Make an API key', 'The key itself is in this answer only.')
  @Roles(...MAY.administer)
  @Answers(201, MadeKey)
  @AnswerNotKept()
  async make(
    @Body() body: MakeKeyBody,
    @Req() { session }: FastifyRequest,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<MadeKey & { position: string }> {
    const connectionIds: Scope = body.connectionIds ?? 'all';
    if (!isSubset(connectionIds, access.connectionIds)) {
      throw problem('forbidden', 'A key can not be given connections that the key which makes it does not have.');
    }
    if (body.rounds !== undefined && body.role !== 'collector') {
      throw invalid([{ field: 'rounds', code: 'not_for_this_role', message: 'are for keys of collectors only' }]);
    }
    // Read first: once the key is made, nothing may come between it and its only answer.
    const position = await this.eventStore.head();
    const created: NewApiKey = {
      id: derivedId('key', context.commandId),
      name: body.name,
      role: body.role,
      connectionIds,
      rounds: body.rounds ?? 'all',
      createdAt: context.at,
      createdBy: context.actor,
    };
    const key = await this.apiKeys.createFor(access.keyId, created);
    if (key === null) throw problem('unauthorized', 'The key that asked for this was revoked meanwhile.');
    if (session !== null && access.keyId === BOOTSTRAP_ID && body.role === 'admin') {
      // The key is what counts: without the exchange, whoever holds it signs in anew.
      await this.sessions.exchange(session.sessionId, key).catch(() => undefined);
    }
    return { ...toItem({ ...created, lastUsedAt: null, revokedAt: null }), key, position };
  }

  @Get()
  @Roles(...MAY.readKeys)
  @ListOf(keysList)
  @Named('list', keysList.name)
  list(@ListRequest() request: ListRequest, @Caller() access: Access): Listed {
    return this.views.listFrom(this.readerOf(request, access), keysList, request, access);
  }

  @Get('summary')
  @Roles(...MAY.readKeys)
  @SummaryOf(keysList)
  @Named('summarize', keysList.name)
  summarize(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<Summary>> {
    return this.views.summaryFrom(this.readerOf(request, access), keysList, request, access);
  }

  @Delete(':id')
  @Operation('revokeKey', 'Revoke an API key')
  @Roles(...MAY.administer)
  @Answers(200, KeyItem)
  async revoke(
    @Param('id') id: string,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<KeyItem> {
    const key = await this.apiKeys.revoke(id, access.connectionIds, context.at, context.actor);
    if (key === null) throw notFound('There is no such key.');
    return toItem(key);
  }

  private readerOf(request: ListRequest, access: Access): ReadKeys {
    const asOf = timeOf(request);
    return () => this.apiKeys.list(access.connectionIds, asOf);
  }
}

/** Keys are not made from the log, and are of no connection: they can be asked for by time, or by a day in UTC, not by position. */
function timeOf({ asOf }: ListRequest): string | null {
  if (asOf === undefined) return null;
  if (!('position' in asOf)) return momentIn('UTC', asOf);
  throw invalid([
    { field: 'asOf', code: 'not_by_position', message: 'must be a time here: keys are not part of the log' },
  ]);
}

function isSubset(wanted: Scope, own: Scope): boolean {
  if (own === 'all') return true;
  return wanted !== 'all' && wanted.every((id) => own.includes(id));
}

function toItem({ connectionIds, rounds, ...key }: ApiKey) {
  return { ...key, connectionIds: toList(connectionIds), rounds: toList(rounds) };
}

function toList(scope: Scope): readonly string[] | null {
  return scope === 'all' ? null : scope;
}
