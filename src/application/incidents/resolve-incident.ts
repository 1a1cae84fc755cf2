import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentDecider } from '../../domain/incidents/incident';
import { paymentDecider } from '../../domain/payments/payment';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { type Clock, CLOCK } from '../ports/clock';
import { type Position } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** Staff have looked at an incident and say what came of it. The first word stays; resolving it again changes nothing. */
export class ResolveIncident extends Command<{ readonly id: string; readonly position: Position } | Refusal> {
  constructor(
    readonly incidentId: string,
    /** Personal: sealed for the customer that it is about, or else for the incident itself. */
    readonly note: string,
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResolveIncident)
export class ResolveIncidentHandler implements ICommandHandler<ResolveIncident> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ incidentId, note, allowed, context }: ResolveIncident) {
    const incident = await this.readModels.incident(incidentId, this.clock.now());
    if (incident === null || (allowed !== 'all' && !allowed.includes(incident.connectionId))) {
      return refuse('not_found', 'There is no such incident.');
    }
    const { connectionId, paymentId, customerId, resolvedBy } = incident;
    if (resolvedBy === 'facts') {
      return refuse('not_allowed_now', 'The incident is over: what has happened since has cleared it.');
    }
    if (incident.type === 'idempotency_conflict' && incident.paymentId !== null) {
      await this.endDoubt(incident.paymentId, context);
    }
    const resolution = { incidentId, connectionId, paymentId, note, notedFor: customerId ?? incidentId };
    const command = { type: 'ResolveIncident', resolution } as const;
    const resolved = await this.aggregates.execute(incidentDecider, incidentId, command, context);
    return isRefusal(resolved) ? resolved : { id: incidentId, position: resolved.position };
  }

  /** Before the incident is resolved, so that what a crash leaves between the two is resolved again: the release ends as by a rejection. */
  private async endDoubt(paymentId: string, context: CommandContext): Promise<void> {
    const errors = [{ field: null, message: 'GoCardless has another payment under the key of this one.' }];
    const conflict = { errorType: 'idempotency_conflict', reason: 'idempotency_conflict', errors, requestId: null };
    const command = { type: 'RejectSubmission', rejection: conflict } as const;
    await this.aggregates.execute(paymentDecider, paymentId, command, inStep(context, 'rejected'));
  }
}
