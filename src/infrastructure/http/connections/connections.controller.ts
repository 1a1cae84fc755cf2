import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeAccessToken } from '../../../application/connections/change-access-token';
import { ChangeWebhookSecrets } from '../../../application/connections/change-webhook-secrets';
import { type ConnectionOpening, OpenConnection } from '../../../application/connections/open-connection';
import { TryAccessToken } from '../../../application/connections/try-access-token';
import { type Position } from '../../../application/ports/event-store';
import { ConnectionItem, connectionsList, OpenedConnection } from '../../../read-models/connections/list';
import { CONFIGURATION, type Configuration } from '../../config/configuration';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { invalid, notFound, problem } from '../errors/problem';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { Reading } from '../requests/query-parameters';
import { LiveConnections } from '../webhooks/live-connections';
import {
  AccessTokenBody,
  ChangedAccessToken,
  OpenConnectionBody,
  TriedAccessToken,
  WebhookSecretsBody,
} from './connection-fields';

const NO_CONNECTION = 'There is no such connection.';

/** GoCardless accounts. Tokens and webhook secrets come in here and are never answered. */
@ApiTags('Connections')
@Controller('api/connections')
export class ConnectionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    private readonly liveConnections: LiveConnections,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Post()
  @Operation(
    'openConnection',
    'Connect a GoCardless account',
    'With `dryRun` the token is tried and nothing kept, with 200.',
  )
  @Refuses(
    'invalid_access_token',
    'several_creditors',
    'other_creditor',
    'creditor_connected',
    'secret_in_use',
    'live_refused',
  )
  @AsksGoCardless()
  @Roles(...MAY.administer)
  @Answers(201, OpenedConnection, { or: { 200: TriedAccessToken } })
  async open(
    @Body() body: OpenConnectionBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<(OpenedConnection & { readonly position: Position }) | Answer<TriedAccessToken>> {
    if (access.connectionIds !== 'all') {
      throw problem('forbidden', 'A key that is limited to connections can not open another one.');
    }
    if (body.environment === 'live' && this.configuration.gocardlessApiUrl !== null) {
      const detail = 'This service works against a simulator, which must never be taken for a live account.';
      throw problem('live_refused', detail, {
        errors: [{ field: 'environment', code: 'live_refused', message: 'must be sandbox here' }],
      });
    }
    if (body.dryRun === true) return answered(await this.tryToken(body), { status: 200 });
    const opening = openingOf(body);
    const {
      id,
      creditorId,
      creditorName,
      access: tokenAccess,
      position,
    } = unlessRefused(await this.commands.execute(new OpenConnection(opening, context)));
    this.liveConnections.forget();
    const { name, environment } = opening;
    return { id, name, environment, creditorId, creditorName, access: tokenAccess, position };
  }

  @Get(':id')
  @Operation('readConnection', 'Get a connection')
  @Roles(...MAY.readBooks)
  @Reads(ConnectionItem)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<ConnectionItem>> {
    return this.views.one(
      reading,
      access,
      connectionsList.readModels,
      (source, view) => connectionsList.find(source, view, [id]),
      NO_CONNECTION,
    );
  }

  /** The token is tried at GoCardless before it takes the old one's place. */
  @Put(':id/access-token')
  @Operation('changeAccessToken', 'Give a connection another access token')
  @Refuses('invalid_access_token', 'other_creditor')
  @AsksGoCardless()
  @Roles(...MAY.administer)
  @Answers(200, ChangedAccessToken)
  async changeAccessToken(
    @Param('id') id: string,
    @Body() { accessToken }: AccessTokenBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<ChangedAccessToken & { readonly position: Position }> {
    if (!access.mayConnection(id)) throw notFound(NO_CONNECTION);
    return unlessRefused(await this.commands.execute(new ChangeAccessToken(id, accessToken, context)));
  }

  /** Two are live while a secret is being changed: the new one here first, then at GoCardless, then the old one is left out. */
  @Put(':id/webhook-secrets')
  @Operation('changeWebhookSecrets', 'Give a connection other webhook secrets')
  @Refuses('secret_in_use')
  @Roles(...MAY.administer)
  @Answers(200)
  async changeWebhookSecrets(
    @Param('id') id: string,
    @Body() { webhookSecrets }: WebhookSecretsBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<{ readonly position: Position }> {
    if (!access.mayConnection(id)) throw notFound(NO_CONNECTION);
    const changed = unlessRefused(await this.commands.execute(new ChangeWebhookSecrets(id, webhookSecrets, context)));
    this.liveConnections.forget();
    return changed;
  }

  private async tryToken({ environment, accessToken, creditorId }: OpenConnectionBody): Promise<TriedAccessToken> {
    const trying = new TryAccessToken(environment, accessToken, creditorId ?? null);
    const { creditor, access } = unlessRefused(await this.commands.execute(trying));
    return { creditorId: creditor.id, creditorName: creditor.name, access };
  }
}

/** What a connection can not be without. */
function openingOf(body: OpenConnectionBody): ConnectionOpening {
  const { name, webhookSecrets } = body;
  if (name !== undefined && webhookSecrets !== undefined) return { ...body, name, webhookSecrets };
  const missing = [
    ...(name === undefined ? ['name'] : []),
    ...(webhookSecrets === undefined ? ['webhookSecrets'] : []),
  ];
  throw invalid(missing.map((field) => ({ field, code: 'required', message: 'is missing' })));
}
