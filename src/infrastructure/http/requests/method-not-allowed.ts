import { type FastifyInstance, type HTTPMethods } from 'fastify';
import { problem } from '../errors/problem';

const METHODS: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface KnownAddress {
  readonly methods: Set<string>;
  open: boolean;
}

/** Collects the addresses as they are added; the answer then gives those that exist a 405 for every other method. */
export function collectAddresses(instance: FastifyInstance): () => void {
  const addresses = new Map<string, KnownAddress>();
  instance.addHook('onRoute', ({ url, method, config }) => {
    const known = addresses.get(url) ?? { methods: new Set<string>(), open: false };
    for (const one of [method].flat()) known.methods.add(one);
    known.open ||= config?.open === true;
    addresses.set(url, known);
  });
  return () => {
    // Copied first: the routes that are added here are themselves collected.
    for (const [url, { methods, open }] of [...addresses]) refuseOthers(instance, url, [...methods], open);
  };
}

function refuseOthers(instance: FastifyInstance, url: string, known: readonly string[], open: boolean): void {
  const others = METHODS.filter((method) => !known.includes(method));
  if (others.length === 0) return;
  instance.route({
    method: [...others],
    url,
    config: { open },
    handler: () => {
      throw problem('method_not_allowed', `This address takes ${known.join(', ')}.`, {
        headers: { allow: known.join(', ') },
      });
    },
  });
}
