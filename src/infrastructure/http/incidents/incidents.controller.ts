import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ResolveIncident } from '../../../application/incidents/resolve-incident';
import { type Position } from '../../../application/ports/event-store';
import { fields } from '../../../fields/field';
import { id, text } from '../../../fields/kinds';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Answers, Reads } from '../answers/describe-address';
import { Operation, Refuses } from '../answers/operation';
import { unlessRefused } from '../errors/refusals';
import { incidentsList, IncidentFields } from '../../../read-models/incidents/list';
import { Reading } from '../requests/query-parameters';
import { Views } from '../views/views';
import { CommandContext } from '../idempotency/command-context';

class ResolutionBody extends fields({
  note: text({ max: 2000, description: 'What came of it; kept as personal data.' }),
}) {}

class IncidentResolved extends fields({ id: id() }) {}

/** What needs a person. It follows from the facts; staff say what came of it. */
@ApiTags('Incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: Views,
  ) {}

  @Get(':id')
  @Operation('readIncident', 'Get an incident')
  @Roles(...MAY.readBooks)
  @Reads(IncidentFields)
  read(
    @Param('id') id: string,
    @Reading() reading: Reading,
    @Caller() access: Access,
  ): Promise<Answer<IncidentFields>> {
    return this.views.one(
      reading,
      access,
      incidentsList.readModels,
      (source, view) => incidentsList.find(source, view, [id]),
      'There is no such incident.',
    );
  }

  @Post(':id/resolution')
  @Operation('resolveIncident', 'Say what came of an incident')
  @Refuses('not_allowed_now')
  @Roles(...MAY.keepBooks)
  @Answers(200, IncidentResolved)
  async resolve(
    @Param('id') incidentId: string,
    @Body() { note }: ResolutionBody,
    @Caller() access: Access,
    @CommandContext() context: CommandContext,
  ): Promise<IncidentResolved & { readonly position: Position }> {
    const command = new ResolveIncident(incidentId, note, access.connectionIds, context);
    return unlessRefused(await this.commands.execute(command));
  }
}
