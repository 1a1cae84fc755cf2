import { type EventResource, type WebhookResource } from '../resources/shapes';
import { type Organisation } from '../state/organisation';
import { shuffled } from '../state/random';
import { type World } from '../state/world';
import { batch, compose } from './compose-delivery';
import { type DeliverySettings, FAITHFUL, isDropped, isHeld } from './delivery-settings';
import { type Received, send } from './send';

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

interface Delivery {
  readonly id: string;
  readonly endpoint: Endpoint;
  readonly events: readonly EventResource[];
  attempts: number;
  /** Milliseconds of the simulator's clock. */
  dueAt: number;
}

/** Minutes between a failure and the next try; after the last of them GoCardless gives up. */
export const RETRY_GAPS_MINUTES = [1, 2, 10, 30, 60, 180, 360, 720] as const;

const REAL_DELAY_MS = 20;

/** Sends events to the endpoints: new ones, and again what was not taken, by the simulator's clock. */
export class WebhookService {
  readonly endpoints = new Map<string, Endpoint>();
  readonly attempts: Attempt[] = [];
  settings: DeliverySettings = FAITHFUL;
  private queued: { readonly endpoint: Endpoint; readonly event: EventResource }[] = [];
  private held: { readonly endpoint: Endpoint; readonly event: EventResource }[] = [];
  private retries: Delivery[] = [];
  private readonly sent = new Map<string, Delivery>();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly world: World) {}

  addEndpoint(organisation: Organisation, url: string, secret: string): Endpoint {
    const endpoint = { id: this.world.ids.next('WE'), organisation, url, secret, enabled: true };
    this.endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  /** Takes over a new event for every endpoint of its organisation. */
  take(organisation: Organisation, event: EventResource): void {
    for (const endpoint of this.endpoints.values()) {
      if (endpoint.organisation !== organisation || !endpoint.enabled) continue;
      if (isDropped(this.settings, event)) continue;
      (isHeld(this.settings, event) ? this.held : this.queued).push({ endpoint, event });
    }
    this.wake();
  }

  /** New settings; what is no longer held goes out. */
  configure(settings: DeliverySettings): void {
    this.settings = settings;
    const released = this.held.filter(({ event }) => !isHeld(settings, event));
    this.held = this.held.filter(({ event }) => isHeld(settings, event));
    this.queued.push(...released);
    this.wake();
  }

  get heldCount(): number {
    return this.held.length;
  }

  /** Events not tried yet and deliveries that wait for their next try. */
  get waitingCount(): number {
    return this.queued.length + this.retries.length;
  }

  /** In automatic mode, sends shortly what is due; the pause lets the events of one moment travel together. */
  wake(): void {
    if (this.settings.mode !== 'automatic' || this.closed || this.timer !== undefined) return;
    if (this.queued.length === 0 && !this.retries.some(({ dueAt }) => dueAt <= this.world.clock.now())) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, REAL_DELAY_MS);
  }

  /** Sends all that is due now and waits for the answers. */
  flush(): Promise<Attempt[]> {
    const round = this.round.then(() => this.sendDue());
    this.round = round;
    return round;
  }

  /** Sends one webhook again at once, as the resend button does. */
  async resend(id: string): Promise<boolean> {
    const delivery = this.sent.get(id);
    if (delivery === undefined) return false;
    await this.attempt(delivery, false);
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async sendDue(): Promise<Attempt[]> {
    const now = this.world.clock.now();
    const due = this.retries.filter(({ dueAt }) => dueAt <= now);
    this.retries = this.retries.filter(({ dueAt }) => dueAt > now);
    const deliveries = [...due, ...this.newDeliveries()];
    const made: Attempt[] = [];
    for (const delivery of deliveries) {
      if (this.closed) break;
      // Who was removed or switched off meanwhile hears nothing any more.
      if (!this.endpoints.has(delivery.endpoint.id) || !delivery.endpoint.enabled) continue;
      made.push(await this.attempt(delivery, true));
    }
    return made;
  }

  private newDeliveries(): Delivery[] {
    const queued = this.queued;
    this.queued = [];
    const byEndpoint = new Map<Endpoint, EventResource[]>();
    for (const { endpoint, event } of queued) {
      const events = byEndpoint.get(endpoint);
      if (events === undefined) byEndpoint.set(endpoint, [event]);
      else events.push(event);
    }
    const deliveries: Delivery[] = [];
    for (const [endpoint, events] of byEndpoint) {
      for (const part of batch(events, this.settings, this.world.random)) {
        if (this.dropsNext()) continue;
        const delivery = { id: this.world.ids.next('WB'), endpoint, events: part, attempts: 0, dueAt: 0 };
        this.sent.set(delivery.id, delivery);
        for (let copy = 0; copy <= this.settings.duplicate; copy += 1) deliveries.push(delivery);
      }
    }
    return this.settings.shuffle ? shuffled(deliveries, this.world.random) : deliveries;
  }

  private dropsNext(): boolean {
    const { drop } = this.settings;
    if (typeof drop !== 'number' || drop === 0) return false;
    this.settings = { ...this.settings, drop: drop - 1 };
    return true;
  }

  private async attempt(delivery: Delivery, mayRetry: boolean): Promise<Attempt> {
    const { endpoint, events, id } = delivery;
    const { body, headers } = compose(id, events, endpoint.secret, this.settings);
    delivery.attempts += 1;
    const number = delivery.attempts;
    const at = new Date(this.world.clock.now()).toISOString();
    const received = await send(endpoint.url, body, headers, this.settings.deadlineMs);
    const successful = received.code !== null && received.code >= 200 && received.code < 300;
    this.keepRecord(delivery, body, headers, received, successful);
    const gap = RETRY_GAPS_MINUTES[number - 1];
    if (!successful && mayRetry && gap !== undefined) {
      delivery.dueAt = this.world.clock.now() + gap * 60_000;
      if (!this.retries.includes(delivery)) this.retries.push(delivery);
    }
    const attempt: Attempt = {
      webhook: id,
      url: endpoint.url,
      attempt: number,
      at,
      events: events.map((event) => event.id),
      responseCode: received.code,
      error: received.error,
      successful,
    };
    this.attempts.push(attempt);
    return attempt;
  }

  /** The record that `GET /webhooks` shows: made at the first try, later tries change its answer. */
  private keepRecord(
    { id, endpoint }: Delivery,
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    received: Received,
    successful: boolean,
  ): void {
    const { webhooks } = endpoint.organisation;
    const before = webhooks.get(id);
    const record: WebhookResource = {
      id,
      created_at: before?.created_at ?? new Date(this.world.clock.now()).toISOString(),
      is_test: false,
      url: endpoint.url,
      request_headers: headers,
      request_body: body.toString('utf8'),
      response_code: received.code,
      response_headers: received.headers,
      response_body: received.body,
      response_body_truncated: received.truncated,
      response_headers_content_truncated: false,
      response_headers_count_truncated: false,
      successful,
    };
    if (before === undefined) webhooks.add(record);
    else webhooks.replace(record);
  }
}
