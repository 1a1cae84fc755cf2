import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AccessTokens,
  type GoCardless,
  GoCardlessAccessRefused,
  type GoCardlessAccounts,
} from '../../application/ports/gocardless';
import { type Environment } from '../../domain/connections/events';
import { agents, type Agents } from './agents';
import { attempts, Calls, type CallSurroundings } from './calls';
import { GoCardlessAccount } from './gocardless-account';
import { officialClient } from './official-client';

export const SURROUNDINGS: CallSurroundings = {
  deadlineMs: 30_000,
  writeSchedule: attempts(4),
  wallClock: () => Date.now(),
  wait: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal });
  },
  random: () => Math.random(),
};

/**
 * The GoCardless accounts of all connections. `apiUrl` (loopback only, never with a live account) points them at the simulator; null is
 * GoCardless itself.
 */
export class OfficialGoCardlessAccounts implements GoCardlessAccounts {
  readonly #tokens: AccessTokens;
  /** One account for each connection, so that all its calls share one rate budget. */
  readonly #accounts = new Map<string, { environment: Environment; accessToken: string; account: GoCardless }>();
  readonly #agents: Agents;
  readonly #ending = new AbortController();

  constructor(
    tokens: AccessTokens,
    private readonly apiUrl: string | null,
    private readonly surroundings: CallSurroundings = SURROUNDINGS,
  ) {
    this.#tokens = tokens;
    this.#agents = agents(surroundings.deadlineMs);
    // Every call under way adds a listener, and Node warns of a leak above ten.
    setMaxListeners(0, this.#ending.signal);
  }

  async of(connectionId: string): Promise<GoCardless> {
    const token = await this.#tokens.find(connectionId);
    if (token === null) throw new GoCardlessAccessRefused(401, 'no_access_token', null);
    const known = this.#accounts.get(connectionId);
    if (known?.accessToken === token.accessToken && known.environment === token.environment) return known.account;
    const account = this.withToken(token.environment, token.accessToken);
    this.#accounts.set(connectionId, { ...token, account });
    return account;
  }

  withToken(environment: Environment, accessToken: string): GoCardless {
    const client = officialClient(environment, accessToken, this.apiUrl, this.#agents);
    return new GoCardlessAccount(client, new Calls(accessToken, this.surroundings, this.#ending.signal));
  }

  /** Makes calls that wait or are under way fail with `GoCardlessUnavailable`, and closes the sockets. */
  end(): void {
    this.#ending.abort();
    this.#agents.http.destroy();
    this.#agents.https.destroy();
  }
}
