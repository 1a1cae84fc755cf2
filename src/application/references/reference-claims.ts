import { Injectable } from '@nestjs/common';
import { customerDecider } from '../../domain/customers/customer';
import {
  isReferenceTaken,
  type ReferenceClaim,
  type ReferenceClaimCommand,
  referenceClaimDecider,
  type ReferenceKey,
} from '../../domain/reference-claims/reference-claim';
import { type Referenced } from '../../domain/reference-claims/events';
import { salesOrderDecider } from '../../domain/sales-orders/sales-order-decider';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { Aggregates, type CommandContext, inStep, type Loaded } from '../aggregates';

/** Who wants a reference; null wants none. */
export interface WantedReference {
  readonly connectionId: string;
  readonly of: Referenced;
  readonly id: string;
  readonly reference: string | null;
}

/**
 * Keeps references unique in each connection. A reference is taken on a stream of its own before it stands on the stream of a customer or an order: of
 * two that want it at once the append of one fails. It is given back when nothing came of it. Whom a crash kept from that loses it to
 * the next one who wants it, after a while.
 */
@Injectable()
export class ReferenceClaims {
  constructor(private readonly aggregates: Aggregates) {}

  /** Takes the reference and does the work, or refuses with `reference_taken` and the id that has it. */
  async holding<T extends object>(
    { reference, connectionId, of, id }: WantedReference,
    context: CommandContext,
    work: () => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    if (reference === null) return work();
    const key = { connectionId, of, reference };
    const took = await this.take(key, id, context);
    if (isRefusal(took)) return took;
    const done = await work();
    if (isRefusal(done)) await this.release(key, took, context);
    return done;
  }

  /** The same for one who has another reference now, which is free once the work is done. */
  async exchanging<T extends object>(
    from: string | null,
    wanted: WantedReference,
    context: CommandContext,
    work: () => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    if (from === wanted.reference) return work();
    const left = from === null ? null : { connectionId: wanted.connectionId, of: wanted.of, reference: from };
    const before = left === null ? null : await this.aggregates.load(referenceClaimDecider, left);
    const done = await this.holding(wanted, context, work);
    if (left !== null && before !== null && !isRefusal(done)) await this.release(left, before, context);
    return done;
  }

  /** Refuses what another has, and takes nothing. */
  async refusalOf(
    { reference, connectionId, of, id }: WantedReference,
    { at }: CommandContext,
  ): Promise<Refusal | null> {
    if (reference === null) return null;
    const key = { connectionId, of, reference };
    const { state } = await this.aggregates.load(referenceClaimDecider, key);
    const command: ReferenceClaimCommand = { type: 'TakeReference', key, id };
    const decided = referenceClaimDecider.decide({ ...command, at, causationId: id }, state);
    if (!isRefusal(decided) || !isReferenceTaken(decided)) return null;
    return (await this.has(key, decided.id)) ? decided : null;
  }

  private async take(
    key: ReferenceKey,
    id: string,
    context: CommandContext,
  ): Promise<Loaded<ReferenceClaim> | Refusal> {
    const loaded = await this.aggregates.load(referenceClaimDecider, key);
    const took = await this.command(loaded, key, { type: 'TakeReference', key, id }, context);
    if (!isRefusal(took) || !isReferenceTaken(took)) return took;
    if (await this.has(key, took.id)) return took;
    return this.command(loaded, key, { type: 'TakeReference', key, id, insteadOf: took.id }, context);
  }

  private async release(key: ReferenceKey, { state }: Loaded<ReferenceClaim>, context: CommandContext): Promise<void> {
    if (state.claim === null) return;
    const loaded = await this.aggregates.load(referenceClaimDecider, key);
    await this.command(loaded, key, { type: 'ReleaseReference', takenBy: state.claim.takenBy }, context);
  }

  /** Each taking is an event of its own: its cause names what was known of the claim before. */
  private command(
    loaded: Loaded<ReferenceClaim>,
    key: ReferenceKey,
    command: ReferenceClaimCommand,
    context: CommandContext,
  ): Promise<Loaded<ReferenceClaim> | Refusal> {
    const step = inStep(context, `${command.type}:${loaded.revision}`);
    return this.aggregates.executeLoaded(loaded, referenceClaimDecider, key, command, step);
  }

  /** Whether the holder of a claim has the reference, as its own stream says. */
  private async has({ of, reference }: ReferenceKey, id: string): Promise<boolean> {
    switch (of) {
      case 'customer': {
        const { state } = await this.aggregates.load(customerDecider, id);
        return state.status === 'registered' && state.details.reference === reference;
      }
      case 'salesOrder':
        return (await this.aggregates.load(salesOrderDecider, id)).state.status === 'placed';
    }
  }
}
