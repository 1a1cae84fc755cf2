import type { GoCardlessClient } from 'gocardless-nodejs';
import { type Environment } from '../../domain/connections/events';
import { type Agents } from './agents';
import { isObject } from '../../fields/is-object';
import { isLoopback } from './loopback';

/**
 * Makes GoCardless's client. `apiUrl` is for the simulator and tests: loopback only, and never with a live account, whose token must not
 * be sent anywhere else.
 */
export function officialClient(
  environment: Environment,
  accessToken: string,
  apiUrl: string | null,
  agents: Agents,
): GoCardlessClient {
  if (apiUrl !== null) refuseUnlessHarmless(apiUrl, environment);
  // Loaded on first use, since loading takes about 400 ms; by `require`, since Jest can not load it by a dynamic import.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const gocardless = require('gocardless-nodejs') as typeof import('gocardless-nodejs');
  const client = new gocardless.GoCardlessClient(
    accessToken,
    environment === 'live' ? gocardless.Environments.Live : gocardless.Environments.Sandbox,
    // Without this option the client returns what the key made before as if it had been created now, and crashes on a 409 for an action.
    { raiseOnIdempotencyConflict: true, proxy: agents },
  );
  if (apiUrl !== null) redirect(client, apiUrl);
  return client;
}

/** The client has no option for its base URL; it reads this private field with every request. */
function redirect(client: GoCardlessClient, apiUrl: string): void {
  const api: unknown = Reflect.get(client, '_api');
  if (!isObject(api) || typeof api['_baseUrl'] !== 'string') {
    throw new Error(
      'This version of gocardless-nodejs can not be pointed at GOCARDLESS_API_URL: its private field was renamed.',
    );
  }
  Reflect.set(api, '_baseUrl', apiUrl.replace(/\/+$/, ''));
}

function refuseUnlessHarmless(apiUrl: string, environment: Environment): void {
  if (!isLoopback(apiUrl))
    throw new Error('GOCARDLESS_API_URL must be an http address of this machine (127.0.0.1, ::1 or localhost).');
  if (environment === 'live') throw new Error('GOCARDLESS_API_URL can not be used with a live connection.');
}
