import { type EventResource, type WebhookResource } from '../resources/shapes';
import { type Organisation } from '../state/organisation';
import { shuffled } from '../state/random';
import { type World } from '../state/world';
import { batch, compose } from './compose-delivery';
import { type DeliverySettings } from './delivery-settings';
import { type Attempt, type Delivery, type Endpoint, type Outbox } from './outbox';
import { type Received, send } from './send';

/** Minutes between a failure and the next try; after the last of them GoCardless gives up. */
const RETRY_GAPS_MINUTES = [1, 2, 10, 30, 60, 180, 360, 720] as const;

const REAL_DELAY_MS = 20;

/** Sends events to the endpoints: new ones, and again what was not taken, by the simulator's clock. */
export class WebhookService {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();
  private closed = false;

  /** `changed` is called when something was tried. */
  constructor(
    private readonly world: World,
    readonly outbox: Outbox,
    private readonly changed: () => void,
  ) {}

  addEndpoint(organisation: Organisation, url: string, secret: string): Endpoint {
    const endpoint = { id: this.world.ids.next('WE'), organisation, url, secret, enabled: true };
    this.outbox.endpoints.set(endpoint.id, endpoint);
    return endpoint;
  }

  /** Takes over a new event for every endpoint of its organisation. */
  take(organisation: Organisation, event: EventResource): void {
    this.outbox.take(organisation, event);
    this.wake();
  }

  /** New settings; what is no longer held goes out. */
  configure(settings: DeliverySettings): void {
    this.outbox.configure(settings);
    this.wake();
  }

  /** In automatic mode, sends shortly what is due; the pause lets the events of one moment travel together. */
  wake(): void {
    const { settings, queued, outgoing, retries } = this.outbox;
    if (settings.mode !== 'automatic' || this.closed || this.timer !== undefined) return;
    const now = this.world.clock.now();
    if (queued.length + outgoing.length === 0 && !retries.some(({ dueAt }) => dueAt <= now)) return;
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
    const delivery = this.outbox.sent.get(id);
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
    const { outbox } = this;
    const now = this.world.clock.now();
    const due = outbox.retries.filter(({ dueAt }) => dueAt <= now);
    outbox.retries = outbox.retries.filter(({ dueAt }) => dueAt > now);
    outbox.outgoing.push(...due, ...this.newDeliveries());
    const made: Attempt[] = [];
    for (;;) {
      const delivery = outbox.outgoing[0];
      if (delivery === undefined || this.closed) return made;
      if (delivery.endpoint.enabled) made.push(await this.attempt(delivery, true));
      // Only now: what was under way when the program ended is sent again, never lost.
      if (outbox.outgoing[0] === delivery) outbox.outgoing.shift();
    }
  }

  private newDeliveries(): Delivery[] {
    const { queued, settings, sent } = this.outbox;
    this.outbox.queued = [];
    const byEndpoint = new Map<Endpoint, EventResource[]>();
    for (const { endpoint, event } of queued) {
      const events = byEndpoint.get(endpoint);
      if (events === undefined) byEndpoint.set(endpoint, [event]);
      else events.push(event);
    }
    const deliveries: Delivery[] = [];
    for (const [endpoint, events] of byEndpoint) {
      for (const part of batch(events, settings, this.world.random)) {
        if (this.dropsNext()) continue;
        const delivery = { id: this.world.ids.next('WB'), endpoint, events: part, attempts: 0, dueAt: 0 };
        sent.set(delivery.id, delivery);
        for (let copy = 0; copy <= settings.duplicate; copy += 1) deliveries.push(delivery);
      }
    }
    return settings.shuffle ? shuffled(deliveries, this.world.random) : deliveries;
  }

  private dropsNext(): boolean {
    const { settings } = this.outbox;
    if (typeof settings.drop !== 'number' || settings.drop === 0) return false;
    this.outbox.settings = { ...settings, drop: settings.drop - 1 };
    return true;
  }

  private async attempt(delivery: Delivery, mayRetry: boolean): Promise<Attempt> {
    const { endpoint, events, id } = delivery;
    const { settings, endpoints, attempts } = this.outbox;
    const { body, headers } = compose(id, events, endpoint.secret, settings);
    delivery.attempts += 1;
    const number = delivery.attempts;
    const at = new Date(this.world.clock.now()).toISOString();
    const received = await send(endpoint.url, body, headers, settings.deadlineMs);
    const successful = received.code !== null && received.code >= 200 && received.code < 300;
    this.keepRecord(delivery, body, headers, received, successful);
    const gap = RETRY_GAPS_MINUTES[number - 1];
    if (!successful && mayRetry && gap !== undefined && endpoints.has(endpoint.id)) {
      delivery.dueAt = this.world.clock.now() + gap * 60_000;
      if (!this.outbox.retries.includes(delivery)) this.outbox.retries.push(delivery);
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
    attempts.push(attempt);
    this.changed();
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
