import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DELAY, type Delay } from '../../../application/ports/delay';
import { problem, type ProblemError } from '../errors/problem';
import { ApiKeys } from './api-keys';

/** Slows down who tries keys, without a counter that would lock out the honest. */
const FAILED_KEY_DELAY_MS = 500;

/**
 * The first thing that happens to a request, before its body is read: every address that is not marked open needs a key, also one that
 * does not exist, so that nobody without a key can find out which do.
 */
@Injectable()
export class Authentication {
  constructor(
    private readonly apiKeys: ApiKeys,
    @Inject(DELAY) private readonly delay: Delay,
  ) {}

  async admit(request: FastifyRequest): Promise<void> {
    if (request.routeOptions.config.open === true) return;
    const key = bearerOf(request.headers.authorization);
    if (key === null) throw unauthorized('An API key is needed: "Authorization: Bearer <key>".');
    request.access = await this.apiKeys.authenticate(key);
    if (request.access !== null) return;
    await this.delay(FAILED_KEY_DELAY_MS, new AbortController().signal);
    throw unauthorized('This API key is unknown or was revoked.');
  }
}

function bearerOf(header: string | undefined): string | null {
  return /^Bearer +([!-~]{1,256}) *$/i.exec(header ?? '')?.[1] ?? null;
}

function unauthorized(detail: string): ProblemError {
  return problem(401, 'unauthorized', detail, { headers: { 'www-authenticate': 'Bearer' } });
}
