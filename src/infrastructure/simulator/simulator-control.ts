import { isObject } from '../../fields/is-object';
import { Fields } from '../gocardless/json';
import { isLoopback } from '../gocardless/loopback';

export interface SimulatorAddress {
  /** Loopback only. */
  readonly url: string;
  readonly controlToken: string;
}

/** A payer as the simulated GoCardless made them. */
export interface SimulatedPayer {
  readonly customer: string;
  readonly mandate: string;
}

const TIMEOUT_MS = 30_000;

/** Steers the simulated GoCardless beside this service: its clock, its payers, and what their banks do. */
export class SimulatorControl {
  constructor(private readonly address: SimulatorAddress) {
    if (!isLoopback(address.url)) throw new Error('The simulator must have an http address of this machine.');
  }

  async passDay(): Promise<void> {
    await this.ask('/clock', { advanceDays: 1 });
  }

  /** `manual`: webhooks go out when they are flushed, so that each day ends before the next one begins. */
  async deliver(mode: 'automatic' | 'manual'): Promise<void> {
    await this.ask('/deliveries', { mode });
  }

  /** Sends what waits, and returns when it was answered. */
  async flush(): Promise<void> {
    await this.ask('/webhooks/flush', {});
  }

  async addPayer(companyName: string, email: string): Promise<SimulatedPayer> {
    const { customers } = await this.ask('/customers', { companyName, email });
    const made = new Fields(Array.isArray(customers) ? customers[0] : null, 'customers.0');
    return { customer: made.text('customer'), mandate: made.text('mandate') };
  }

  /** What the bank makes of a payment: now, or when its day comes. */
  async decide(gocardlessPaymentId: string, outcome: Readonly<Record<string, string | boolean>>): Promise<void> {
    await this.ask(`/payments/${encodeURIComponent(gocardlessPaymentId)}/outcomes`, outcome);
  }

  private async ask(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const response = await fetch(new URL(`/control${path}`, this.address.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${this.address.controlToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The simulator refused ${path.split('/')[1] ?? ''}: HTTP ${response.status}.`);
    const json: unknown = await response.json();
    return isObject(json) ? json : {};
  }
}
