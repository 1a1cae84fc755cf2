import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Environment } from '../../domain/connections/events';

/**
 * Whether a webhook's raw bytes carry the signature of one of the secrets (two live ones during a rotation).
 * Constant time, whichever secret fits. GoCardless writes lower-case hex; anything else is refused.
 */
export function verifySignature(rawBody: Buffer, signature: string | undefined, secrets: readonly string[]): boolean {
  if (signature === undefined || !/^[0-9a-f]{64}$/.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  return (
    secrets
      // Anybody can sign with an empty secret.
      .filter((secret) => secret !== '')
      .map((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), given))
      .includes(true)
  );
}

/** The `Origin` header of GoCardless's webhooks: it tells the two environments apart. */
export function expectedOrigin(environment: Environment): string {
  return environment === 'live' ? 'https://api.gocardless.com' : 'https://api-sandbox.gocardless.com';
}
