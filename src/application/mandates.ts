import { Inject, Injectable } from '@nestjs/common';
import { type MandateState, mandateDecider } from '../domain/mandate/mandate';
import { mandateView, type MandateView } from '../domain/mandate/mandate-status';
import { currencyOfScheme } from '../domain/mandate/scheme';
import { streams } from '../domain/shared/streams';
import { Aggregates, type CommandContext } from './aggregates';
import { EVENT_STORE, type EventStore } from './ports/event-store';
import { READ_MODELS, type ReadModels } from './ports/queries';

/** A mandate as it is to be used: the end of the replacement chain, with the way there. */
export interface EffectiveMandate {
  readonly mandateId: string;
  readonly view: MandateView;
  /** From the mandate that was asked for to the effective one, both included. */
  readonly chain: readonly string[];
}

@Injectable()
export class Mandates {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async load(connectionId: string, mandateId: string): Promise<MandateState> {
    return (await this.aggregates.load(mandateDecider, streams.mandate(connectionId, mandateId))).state;
  }

  /** Follows the replacements; nothing is ever moved from one mandate to another. */
  async effective(connectionId: string, mandateId: string): Promise<EffectiveMandate> {
    const chain = [mandateId];
    for (let current = mandateId; ;) {
      const view = mandateView(await this.load(connectionId, current));
      if (view.newMandateId === null || chain.includes(view.newMandateId)) return { mandateId: current, view, chain };
      current = view.newMandateId;
      chain.push(current);
    }
  }

  /** Records what a refusal said: GoCardless has put another mandate in this one's place. */
  async learnReplacement(connectionId: string, mandateId: string, newMandateId: string, context: CommandContext) {
    const { commandId, at } = context;
    const causationId = `${commandId}:replaced`;
    const command = { type: 'LearnReplacement', connectionId, mandateId, newMandateId, causationId, at } as const;
    await this.aggregates.execute(mandateDecider, streams.mandate(connectionId, mandateId), command, context);
  }

  /** Whose mandate it is, looked for along the chain; null while nobody is linked to it. */
  async customerOf(connectionId: string, mandateId: string): Promise<string | null> {
    const { chain } = await this.effective(connectionId, mandateId);
    for (const link of chain) {
      const { link: linked } = await this.load(connectionId, link);
      if (linked !== null) return linked.customerId;
    }
    return null;
  }

  /** The customer's usable mandate for a currency: an active one before others, then the newest link; null when there is none. */
  async usableFor(customerId: string, currency: string): Promise<EffectiveMandate | null> {
    await this.readModels.caughtUp(await this.store.head());
    const linked = await this.readModels.mandatesOf(customerId);
    const fitting = linked.filter(({ scheme }) => (currencyOfScheme(scheme) ?? currency) === currency);
    const effective = await Promise.all(fitting.map((one) => this.effective(one.connectionId, one.mandateId)));
    const usable = effective.filter(({ view }) => view.usable);
    return usable.find(({ view }) => view.status === 'active') ?? usable[0] ?? null;
  }
}
