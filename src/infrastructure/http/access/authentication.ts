import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DELAY, type Delay } from '../../../application/ports/delay';
import { problem, type ProblemError } from '../errors/problem';
import { PublicOrigin } from '../sessions/public-origin';
import { SessionCookie } from '../sessions/session-cookie';
import { Sessions } from '../sessions/sessions';
import { ApiKeys } from './api-keys';

/** Slows down who tries keys, without a counter that would lock out the honest. */
export const FAILED_KEY_DELAY_MS = 500;

/**
 * The first thing that happens to a request, before its body is read: every address that is not marked open needs a key, or the session of
 * one, also one that does not exist, so that nobody without a key can find out which do.
 */
@Injectable()
export class Authentication {
  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly sessions: Sessions,
    private readonly publicOrigin: PublicOrigin,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  async admit(request: FastifyRequest): Promise<void> {
    if (request.routeOptions.config.open === true) return;
    const token = request.headers.authorization === undefined ? this.cookieOf(request) : null;
    if (token === null) await this.admitByKey(request);
    else await this.admitBySession(request, token);
  }

  /**
   * Asks once more when the body of a command has come, which may be a minute after its headers: what was revoked meanwhile opens nothing.
   */
  async confirm(request: FastifyRequest): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') await this.admit(request);
  }

  private async admitByKey(request: FastifyRequest): Promise<void> {
    const key = bearerOf(request.headers.authorization);
    if (key === null) throw unauthorized('An API key is needed: "Authorization: Bearer <key>".');
    request.access = await this.apiKeys.authenticate(key);
    if (request.access !== null) return;
    await this.delay(FAILED_KEY_DELAY_MS, new AbortController().signal);
    throw unauthorized('This API key is unknown or was revoked.');
  }

  /** A browser sends the cookie by itself, also when the page of another site asks it to. */
  private async admitBySession(request: FastifyRequest, token: string): Promise<void> {
    this.publicOrigin.refuseCrossSite(request);
    request.session = await this.sessions.find(token);
    if (request.session === null) throw unauthorized('This session has ended.');
    request.access = request.session.holder.access;
  }

  private cookieOf(request: FastifyRequest): string | null {
    const origin = this.publicOrigin.of(request);
    return origin === null ? null : new SessionCookie(origin).read(request.headers.cookie);
  }
}

function bearerOf(header: string | undefined): string | null {
  return /^Bearer +([!-~]{1,256}) *$/i.exec(header ?? '')?.[1] ?? null;
}

function unauthorized(detail: string): ProblemError {
  return problem('unauthorized', detail, { headers: { 'www-authenticate': 'Bearer' } });
}
