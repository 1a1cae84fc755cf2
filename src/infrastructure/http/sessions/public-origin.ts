import { type FastifyRequest } from 'fastify';
import { isLoopback } from '../../gocardless/loopback';
import { problem } from '../errors/problem';

const QUERIES: readonly string[] = ['GET', 'HEAD'];

/**
 * Under which address browsers see this service: `PUBLIC_URL`, or without it the one that a browser on this machine asks for. A name that
 * only leads here (a foreign one that somebody has pointed at this machine) is not taken over.
 */
export class PublicOrigin {
  private readonly configured: string | null;

  constructor(publicUrl: string | null) {
    this.configured = publicUrl === null ? null : new URL(publicUrl).origin;
  }

  /** `https://books.example.com`; null when the screens may not be used: beyond this machine they need https. */
  of({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
    const origin = this.configured ?? `http://${headers.host ?? ''}`;
    return origin.startsWith('https:') || isLoopback(origin) ? origin : null;
  }

  required(request: FastifyRequest): string {
    const origin = this.of(request);
    if (origin !== null) return origin;
    const detail = 'Beyond the machine that it runs on the screens need an address with https: set PUBLIC_URL.';
    throw problem('public_url_needed', detail);
  }

  /**
   * Refuses a command that a page of another site may have sent with somebody's cookie: only our own pages can set the header, and the
   * browser says where the request came from.
   */
  refuseCrossSite(request: FastifyRequest): void {
    if (QUERIES.includes(request.method)) return;
    const { 'x-console': mark, 'sec-fetch-site': site, origin } = request.headers;
    const isOurs = site === undefined ? origin !== undefined && origin === this.of(request) : site === 'same-origin';
    if (mark === '1' && isOurs) return;
    throw problem('cross_site', 'A command with a cookie is taken from our own pages only.');
  }
}
