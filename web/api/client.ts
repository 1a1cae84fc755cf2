import createClient, { type Middleware } from 'openapi-fetch';
import { lastChange } from './after';
import { noConnection, problemOf } from './problem';
import { type paths } from './schema';

/** Told when an answer says that nobody is signed in. */
export const signedOut = new EventTarget();

/**
 * Every request of the console. An answer that is an error is thrown as a `Problem`. The header tells the server that a request by cookie
 * comes from this page: another site's page can not send it.
 */
const rules: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-console', '1');
  },
  async onResponse({ request, response }) {
    if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'));
    if (!response.ok) throw await problemOf(response);
    if (request.method !== 'GET') await rememberPosition(response.clone());
  },
  onError({ error }) {
    // `fetch` rejects with a TypeError when there is no answer; what these rules throw is passed on.
    return error instanceof TypeError ? noConnection() : undefined;
  },
};

async function rememberPosition(response: Response): Promise<void> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('position' in body)) return;
  if (typeof body.position === 'string') lastChange.remember(body.position);
}

export const client = createClient<paths>({
  baseUrl: globalThis.location.origin,
  credentials: 'same-origin',
  querySerializer: { array: { style: 'form', explode: true } },
});
client.use(rules);

/** The body of an answer. What is an error has been thrown by the rules. */
export async function bodyOf<Body>(answer: Promise<{ readonly data?: Body }>): Promise<Exclude<Body, undefined>> {
  const { data } = await answer;
  // An answer in the 200s: `data` is its body, or undefined when it has none, as its type then says.
  return data as Exclude<Body, undefined>;
}
