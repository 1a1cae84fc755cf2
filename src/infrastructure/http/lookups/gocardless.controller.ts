import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChosenConnection } from '../../../application/connections/chosen-connection';
import { LookUp } from '../../../application/gocardless-reads/look-up';
import { Backfill } from '../../../application/gocardless-reads/backfill';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers } from '../answers/describe-address';
import { AsksGoCardless, Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { AnswerNotKept } from '../idempotency/command-interceptor';
import { BackfillBody, Backfilled } from './backfill-fields';
import { foundCustomer, LookedUp, LookUpBody, lookUpKeyOf } from './look-up-fields';

/** Questions to GoCardless itself. */
@ApiTags('GoCardless')
@Controller('api/gocardless')
export class GoCardlessController {
  constructor(
    private readonly chosenConnection: ChosenConnection,
    private readonly lookUp: LookUp,
    private readonly backfill: Backfill,
  ) {}

  /** Who is found, with all mandates; nobody is an empty list. Nothing of it is kept. */
  @Post('lookups')
  @Operation('lookUp', 'Look somebody up at GoCardless')
  @Refuses('connection_needed', 'unknown_connection')
  @AsksGoCardless()
  @Roles(...MAY.lookUpAtGoCardless)
  @Answers(200, LookedUp)
  @AnswerNotKept()
  async find(@Body() { connectionId, ...body }: LookUpBody, @Caller() access: Access): Promise<LookedUp> {
    const key = lookUpKeyOf(body);
    const connection = unlessRefused(await this.chosenConnection.of(connectionId ?? null, access.connectionIds));
    const found = await this.lookUp.find(connection.connectionId, key);
    return { customers: found.map(foundCustomer) };
  }

  /** Fetches the events that no webhook brought, from a time on, or since the last sweep. */
  @Post('backfills')
  @Operation('backfill', 'Fetch the events that no webhook brought')
  @Refuses('connection_needed', 'unknown_connection')
  @AsksGoCardless()
  @Roles(...MAY.keepBooks)
  @Answers(200, Backfilled)
  async fill(@Body() { from, connectionId }: BackfillBody, @Caller() access: Access): Promise<Backfilled> {
    const connections =
      connectionId === undefined
        ? await this.chosenConnection.allOf(access.connectionIds)
        : [unlessRefused(await this.chosenConnection.of(connectionId, access.connectionIds))];
    let received = 0;
    for (const one of connections) received += await this.backfill.fill(one.connectionId, from ?? null);
    return { received };
  }
}
