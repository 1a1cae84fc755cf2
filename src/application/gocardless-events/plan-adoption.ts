import { Inject, Injectable } from '@nestjs/common';
import { type PlanKind } from '../../domain/gocardless-plans/events';
import { planKindOf } from '../../domain/gocardless-plans/gocardless-facts';
import { gocardlessPlanDecider, planEventsParked } from '../../domain/gocardless-plans/gocardless-plan';
import { mandateDecider } from '../../domain/mandates/mandate';
import { Aggregates, causedBy, type CommandContext } from '../aggregates';
import { broughtByDeliveries } from '../deliveries/delivered-events';
import { BatchedReads } from '../gocardless-reads/batched-reads';
import { unlessNotFound } from '../gocardless-reads/unless-not-found';
import { GOCARDLESS_ACCOUNTS, type GoCardlessAccounts, type GoCardlessPlan } from '../ports/gocardless';
import { type LogEventOf } from '../ports/log-event';
import { markForeign } from './mark-foreign';

/** Finds out by which mandate a subscription or instalment schedule collects, and puts what GoCardless says of it on the mandate's stream. */
@Injectable()
export class PlanAdoption {
  constructor(
    private readonly aggregates: Aggregates,
    private readonly reads: BatchedReads,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async takeUp(connectionId: string, planId: string, context: CommandContext): Promise<void> {
    const id = { connectionId, planId };
    const { state } = await this.aggregates.load(gocardlessPlanDecider, id);
    const waiting = planEventsParked(state);
    const [first] = waiting;
    if (first === undefined) return;
    const kind = planKindOf(first.event) ?? 'subscription';
    const plan = state.plan ?? (await this.read(connectionId, kind, planId, context));
    if (plan === null) return markForeign(this.aggregates, gocardlessPlanDecider, id, waiting, 'not_found', context);
    const { mandateId } = plan;
    const events = waiting.map(({ event }) => event);
    const command = { type: 'ObservePlanEvents', connectionId, mandateId, plan: { kind, planId }, events } as const;
    const brought = broughtByDeliveries(context, waiting);
    await this.aggregates.execute(mandateDecider, { connectionId, mandateId }, command, brought);
  }

  /** What collects by a mandate already when it is linked is named then. */
  async afterLink({ data }: LogEventOf<'MandateLinked'>, context: CommandContext): Promise<void> {
    const { connectionId, mandateId, createdAt } = data;
    for (const plan of await this.reads.plansOf(connectionId, { id: mandateId, at: createdAt })) {
      await this.record(connectionId, plan, context);
    }
  }

  private async read(connectionId: string, kind: PlanKind, planId: string, context: CommandContext) {
    const plan = await unlessNotFound((await this.accounts.of(connectionId)).plan(kind, planId));
    return plan === null ? null : this.record(connectionId, plan, context);
  }

  private async record(connectionId: string, plan: GoCardlessPlan, context: CommandContext) {
    const { id: planId, kind, mandateId, status, createdAt } = plan;
    const read = { connectionId, mandateId, kind, planId, status };
    const made = { ...causedBy(context, planId), at: createdAt };
    await this.aggregates.execute(
      gocardlessPlanDecider,
      { connectionId, planId },
      { type: 'ReadPlan', plan: read },
      made,
    );
    return read;
  }
}
