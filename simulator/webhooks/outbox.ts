import { type EventResource } from '../resources/shapes';
import { known } from '../state/known';
import { type Organisation } from '../state/organisation';
import { type DeliverySettings, FAITHFUL, isDropped, isHeld } from './delivery-settings';

export interface Endpoint {
  readonly id: string;
  readonly organisation: Organisation;
  url: string;
  secret: string;
  enabled: boolean;
}

/** One try to deliver one webhook. */
export interface Attempt {
  readonly webhook: string;
  readonly url: string;
  readonly attempt: number;
  readonly at: string;
  readonly events: readonly string[];
  readonly responseCode: number | null;
  readonly error: string | null;
  readonly successful: boolean;
}

export interface Delivery {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly events: readonly EventResource[];
  attempts: number;
  /** Milliseconds of the simulator's clock. */
  dueAt: number;
}

export interface Addressed {
  readonly endpoint: Endpoint;
  readonly event: EventResource;
}

/** Endpoints, events and deliveries by id: each is kept once. */
export interface SavedOutbox {
  readonly settings: DeliverySettings;
  readonly endpoints: readonly (Omit<Endpoint, 'organisation'> & { readonly organisation: string })[];
  readonly attempts: readonly Attempt[];
  readonly sent: readonly (Omit<Delivery, 'endpoint' | 'events'> & {
    readonly endpoint: string;
    readonly events: readonly string[];
  })[];
  readonly queued: readonly SavedAddressed[];
  readonly held: readonly SavedAddressed[];
  readonly outgoing: readonly string[];
  readonly retries: readonly string[];
}

type SavedAddressed = readonly [endpoint: string, event: string];

/** What is to be sent to whom, and what was. */
export class Outbox {
  settings: DeliverySettings = FAITHFUL;
  readonly endpoints = new Map<string, Endpoint>();
  readonly attempts: Attempt[] = [];
  readonly sent = new Map<string, Delivery>();
  /** Not yet part of a delivery. */
  queued: Addressed[] = [];
  held: Addressed[] = [];
  /** Made or due, and not yet tried; a copy of a delivery stands here as often as it is to be sent. */
  outgoing: Delivery[] = [];
  /** Tried in vain, and to be tried again. */
  retries: Delivery[] = [];

  /** Takes over a new event for every endpoint of its organisation. */
  take(organisation: Organisation, event: EventResource): void {
    for (const endpoint of this.endpoints.values()) {
      if (endpoint.organisation !== organisation || !endpoint.enabled) continue;
      if (isDropped(this.settings, event)) continue;
      (isHeld(this.settings, event) ? this.held : this.queued).push({ endpoint, event });
    }
  }

  /** New settings; what is no longer held is queued. */
  configure(settings: DeliverySettings): void {
    this.settings = settings;
    this.queued.push(...this.held.filter(({ event }) => !isHeld(settings, event)));
    this.held = this.held.filter(({ event }) => isHeld(settings, event));
  }

  /** Who is removed hears nothing any more. */
  removeEndpoint(endpoint: Endpoint): void {
    const isForAnother = (addressed: { readonly endpoint: Endpoint }) => addressed.endpoint !== endpoint;
    this.endpoints.delete(endpoint.id);
    this.queued = this.queued.filter(isForAnother);
    this.held = this.held.filter(isForAnother);
    this.outgoing = this.outgoing.filter(isForAnother);
    this.retries = this.retries.filter(isForAnother);
    for (const delivery of this.sent.values()) if (!isForAnother(delivery)) this.sent.delete(delivery.id);
  }

  toJSON(): SavedOutbox {
    const saved = ({ endpoint, event }: Addressed): SavedAddressed => [endpoint.id, event.id];
    const idOf = ({ id }: { readonly id: string }) => id;
    return {
      settings: this.settings,
      endpoints: [...this.endpoints.values()].map((endpoint) => ({
        ...endpoint,
        organisation: endpoint.organisation.id,
      })),
      attempts: this.attempts,
      sent: [...this.sent.values()].map((delivery) => ({
        ...delivery,
        endpoint: delivery.endpoint.id,
        events: delivery.events.map(idOf),
      })),
      queued: this.queued.map(saved),
      held: this.held.map(saved),
      outgoing: this.outgoing.map(idOf),
      retries: this.retries.map(idOf),
    };
  }

  static restored(organisations: ReadonlyMap<string, Organisation>, saved: SavedOutbox): Outbox {
    const outbox = new Outbox();
    const endpoint = (id: string) => known(outbox.endpoints.get(id), id);
    const delivery = (id: string) => known(outbox.sent.get(id), id);
    const addressed = ([to, event]: SavedAddressed): Addressed => ({
      endpoint: endpoint(to),
      event: known(endpoint(to).organisation.events.get(event), event),
    });
    outbox.settings = saved.settings;
    for (const { organisation, ...rest } of saved.endpoints) {
      outbox.endpoints.set(rest.id, {
        ...rest,
        organisation: known(organisations.get(organisation), organisation),
      });
    }
    outbox.attempts.push(...saved.attempts);
    for (const { endpoint: to, events, ...rest } of saved.sent) {
      const of = events.map((event) => addressed([to, event]).event);
      outbox.sent.set(rest.id, { ...rest, endpoint: endpoint(to), events: of });
    }
    outbox.queued = saved.queued.map(addressed);
    outbox.held = saved.held.map(addressed);
    outbox.outgoing = saved.outgoing.map(delivery);
    outbox.retries = saved.retries.map(delivery);
    return outbox;
  }
}
