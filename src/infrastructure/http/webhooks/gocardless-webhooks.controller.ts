import { createHash } from 'node:crypto';
import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { ReceiveDelivery } from '../../../application/deliveries/receive-delivery';
import { type Position } from '../../../application/ports/event-store';
import { expectedOrigin, verifySignature } from '../../gocardless/signature';
import { Door } from '../access/open';
import { type Answer, answered } from '../answers/answer';
import { Answers } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { problem, type ProblemError } from '../errors/problem';
import { readDeliveryBody } from './delivery-body';
import { type LiveConnection, LiveConnections } from './live-connections';

const DELIVERY = {
  schema: {
    type: 'object',
    required: ['events'],
    properties: { events: { type: 'array', items: { type: 'object' } } },
  },
};

/**
 * The door for GoCardless: checks the signature over the raw bytes, keeps what was delivered in one append, answers. What follows from
 * it is found out afterwards.
 */
@ApiTags('Webhooks')
@ApiHeader({ name: 'Webhook-Signature', required: true, description: 'HMAC-SHA256 of the body, lower-case hex.' })
@Controller('webhooks/gocardless')
export class GoCardlessWebhooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly liveConnections: LiveConnections,
  ) {}

  /** Whose delivery it is is found by its signature: no two connections share a secret. */
  @Post()
  @Operation('receiveWebhook', 'Take a webhook in', 'Whose delivery it is is found by its signature.')
  @Refuses('invalid_json', 'not_a_delivery', 'too_large', 'invalid_signature')
  @Door()
  @ApiBody(DELIVERY)
  @Answers(204)
  receive(
    @Body() body: Buffer | undefined,
    @Headers('webhook-signature') signature: string | undefined,
    @Headers('origin') origin: string | undefined,
  ): Promise<Answer<undefined>> {
    return this.admit({ body, signature, origin }, () => true);
  }

  @Post(':connectionId')
  @Operation('receiveWebhookFor', 'Take a webhook of a connection in')
  @Refuses('invalid_json', 'not_a_delivery', 'too_large', 'invalid_signature')
  @Door()
  @ApiBody(DELIVERY)
  @Answers(204)
  receiveFor(
    @Param('connectionId') connectionId: string,
    @Body() body: Buffer | undefined,
    @Headers('webhook-signature') signature: string | undefined,
    @Headers('origin') origin: string | undefined,
  ): Promise<Answer<undefined>> {
    return this.admit({ body, signature, origin }, (connection) => connection.connectionId === connectionId);
  }

  private async admit(
    { body = Buffer.alloc(0), signature, origin }: Delivered,
    isAddressed: (connection: LiveConnection) => boolean,
  ): Promise<Answer<undefined>> {
    const sender = await this.liveConnections.find(
      (connection) => isAddressed(connection) && verifySignature(body, signature, connection.webhookSecrets),
    );
    if (sender === null || (origin !== undefined && origin !== expectedOrigin(sender.environment))) throw refused();
    const { webhookId, events } = readDeliveryBody(body);
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const delivery = { source: 'webhook', webhookId, bodySha256, events } as const;
    return answered(undefined, { position: await this.keep(new ReceiveDelivery(sender.connectionId, delivery)) });
  }

  private async keep(delivery: ReceiveDelivery): Promise<Position> {
    const kept = await this.commands.execute(delivery);
    if (typeof kept !== 'string') throw problem('too_large', kept.detail);
    return kept;
  }
}

interface Delivered {
  readonly body: Buffer | undefined;
  readonly signature: string | undefined;
  readonly origin: string | undefined;
}

/** One answer for every reason, so that nobody learns which connections there are. */
function refused(): ProblemError {
  return problem('invalid_signature', 'This is not signed as a webhook of this address must be.');
}
