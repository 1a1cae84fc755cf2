import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ResolveIncident } from '../../../application/incidents/resolve-incident';
import { type Clock, CLOCK } from '../../../application/ports/clock';
import { EVENT_STORE, type EventStore } from '../../../application/ports/event-store';
import { type Position } from '../../../application/ports/event-store';
import { listIncidents } from '../../../read-models/incidents/reader';
import { incidentsReadModel } from '../../../read-models/incidents/table';
import { peopleReadModel } from '../../../read-models/people/table';
import { recordedTimesReadModel } from '../../../read-models/recorded-times/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { Answers, ListOf } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { unlessRefused } from '../errors/refusals';
import { CommandContext } from '../idempotency/command-context';
import { Views } from '../views/views';
import { ListQuery } from '../requests/query-parameters';
import { IncidentFields, IncidentFilters, IncidentResolved, ResolutionBody } from './incident-fields';

const MODELS = [incidentsReadModel, peopleReadModel, recordedTimesReadModel];

/** What needs a person. It follows from the facts; staff say what came of it. */
@ApiTags('Incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(IncidentFields, { filters: IncidentFilters })
  list(
    @ListQuery() query: ListQuery<IncidentFilters>,
    @Caller() access: Access,
  ): Listed<IncidentFields, IncidentFilters> {
    const { asOf } = query;
    const clock = this.clock.now();
    const now = asOf !== undefined && 'time' in asOf && asOf.time < clock ? asOf.time : clock;
    return listed(query, (page) =>
      this.views.page(page, access, MODELS, (database, seen) => listIncidents(database, this.store, { ...seen, now })),
    );
  }

  @Post(':id/resolution')
  @Roles(...MAY.keepBooks)
  @Answers(200, IncidentResolved)
  async resolve(
    @Param('id') id: string,
    @Body() { note }: ResolutionBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<IncidentResolved & { readonly position: Position }> {
    return unlessRefused(await this.commands.execute(new ResolveIncident(id, note, access.connectionIds, context)));
  }
}
