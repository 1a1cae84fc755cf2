import { Inject, Injectable } from '@nestjs/common';
import { customerDecider } from '../../domain/customers/customer';
import { type MandateState, mandateDecider } from '../../domain/mandates/mandate';
import { mandateView, type MandateView } from '../../domain/mandates/mandate-status';
import { currencyOfScheme } from '../../domain/mandates/scheme';
import { compareText } from '../../domain/shared/fact-order';
import { Aggregates, type CommandContext, inStep } from '../aggregates';
import { EVENT_STORE, type EventStore } from '../ports/event-store';
import { READ_MODELS, type ReadModels } from '../ports/queries';

/** A mandate as it is to be used: the end of the replacement chain, with the way there. */
export interface EffectiveMandate {
  readonly mandateId: string;
  readonly view: MandateView;
  /** Only what is linked was looked at; what took a linked one's place is linked a moment later, when it may be used. */
  readonly linked: boolean;
  /** From the mandate that was asked for to the effective one, both included. */
  readonly chain: readonly string[];
  /** Whose it is: the customer whom the first linked mandate of the chain is linked to; null while nobody is. */
  readonly customerId: string | null;
}

interface ChainLink {
  readonly mandateId: string;
  readonly state: MandateState;
}

@Injectable()
export class Mandates {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async load(connectionId: string, mandateId: string): Promise<MandateState> {
    return (await this.aggregates.load(mandateDecider, { connectionId, mandateId })).state;
  }

  /** Follows the replacements; nothing is ever moved from one mandate to another. */
  async effective(connectionId: string, mandateId: string): Promise<EffectiveMandate> {
    const chain = await this.chainFrom(connectionId, mandateId);
    const { mandateId: last, state } = chain.at(-1) ?? { mandateId, state: mandateDecider.initial };
    return {
      mandateId: last,
      view: mandateView(state),
      linked: state.link !== null,
      chain: chain.map((link) => link.mandateId),
      customerId: chain.find((link) => link.state.link !== null)?.state.link?.customerId ?? null,
    };
  }

  /** A mandate and all that took its place, in order; a chain that runs in a circle ends before the first that would come twice. */
  private async chainFrom(connectionId: string, mandateId: string): Promise<readonly ChainLink[]> {
    const chain: ChainLink[] = [];
    for (let next: string | null = mandateId; next !== null;) {
      const state: MandateState = await this.load(connectionId, next);
      chain.push({ mandateId: next, state });
      const { newMandateId } = mandateView(state);
      next = chain.some((link) => link.mandateId === newMandateId) ? null : newMandateId;
    }
    return chain;
  }

  /** Records what a refusal said: GoCardless has put another mandate in this one's place. */
  async learnReplacement(connectionId: string, mandateId: string, newMandateId: string, context: CommandContext) {
    const command = { type: 'LearnReplacement', connectionId, mandateId, newMandateId } as const;
    await this.aggregates.execute(mandateDecider, { connectionId, mandateId }, command, inStep(context, 'replaced'));
  }

  /** Whose mandate it is, looked for along the chain; null while nobody is linked to it. */
  async customerOf(connectionId: string, mandateId: string): Promise<string | null> {
    return (await this.effective(connectionId, mandateId)).customerId;
  }

  /** All mandates of a replacement chain, whichever of them is given. */
  async wholeChain(connectionId: string, mandateId: string): Promise<readonly string[]> {
    await this.readModels.caughtUp(await this.store.head());
    const before = await this.readModels.mandatesBefore(connectionId, mandateId);
    return [...new Set([...before, ...(await this.effective(connectionId, mandateId)).chain])];
  }

  /** To whom a mandate of a chain was linked first; null when none of them ever was. */
  async firstLinkedCustomer(connectionId: string, chain: readonly string[]): Promise<string | null> {
    const states = await Promise.all(chain.map((mandateId) => this.load(connectionId, mandateId)));
    const links = states.flatMap(({ firstLink }) => firstLink ?? []);
    return links.sort((a, b) => compareText(a.at, b.at))[0]?.customerId ?? null;
  }

  /**
   * The customer's usable mandate for a currency: the one that staff chose, else an active one before others, then the newest link; null
   * when there is none. What took the place of the chosen one is chosen, too.
   */
  async usableFor(customerId: string, currency: string): Promise<EffectiveMandate | null> {
    const effective = await this.fitting(customerId, currency);
    const usable = effective.filter(({ view }) => view.usable).sort((a, b) => Number(b.linked) - Number(a.linked));
    const chosen = await this.chosenFor(customerId, currency);
    return (
      usable.find(({ chain }) => chosen !== null && chain.includes(chosen)) ??
      usable.find(({ view }) => view.status === 'active') ??
      usable[0] ??
      null
    );
  }

  /** What the customer's linked mandates that collect a currency have become, usable or not; the newest link first. */
  async fitting(customerId: string, currency: string): Promise<readonly EffectiveMandate[]> {
    await this.readModels.caughtUp(await this.store.head());
    const linked = await this.readModels.mandatesOf(customerId);
    const fitting = linked.filter(({ scheme }) => (currencyOfScheme(scheme) ?? currency) === currency);
    return Promise.all(fitting.map((one) => this.effective(one.connectionId, one.mandateId)));
  }

  /** The default mandate that the customer's stream names. */
  private async chosenFor(customerId: string, currency: string): Promise<string | null> {
    const { state } = await this.aggregates.load(customerDecider, customerId);
    return state.status === 'none' ? null : (state.defaultMandates.get(currency) ?? null);
  }
}
