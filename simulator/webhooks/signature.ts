import { createHmac } from 'node:crypto';

/** Lower-case hex HMAC-SHA256 over the raw body, keyed with the endpoint's secret as text. */
export function sign(body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
