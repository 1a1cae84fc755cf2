import { createHash, randomUUID } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { CLOCK, type Clock } from '../../../application/ports/clock';
import { derivedUuid } from '../../../domain/shared/identity';
import { canonicalJson } from '../../../domain/shared/canonical-json';
import { LOGGER } from '../../logging/logger';
import { accessOf } from '../access/access';
import { hint } from '../answers/operation';
import { isQuery, POSITION_HEADER } from '../answers/answer-interceptor';
import { invalid, type Problem, problem, ProblemError } from '../errors/problem';
import { problemOf } from '../errors/problem-of';
import { Upload } from '../requests/upload';
import { isObject } from '../../../fields/is-object';
import { type KeptAnswer, KeptAnswers, type KeyedRequest } from './kept-answers';

/** Characters. */
const MAX_KEPT_REFUSAL = 8 * 1024;

const NOT_KEPT = Symbol('answer is not kept');

/** For a POST that changes nothing, or whose answer may be seen once only: `Idempotency-Key` means nothing to it. */
export function AnswerNotKept(): MethodDecorator {
  return applyDecorators(
    SetMetadata(NOT_KEPT, true),
    hint(() => ({ 'x-not-kept': true })),
  );
}

/** Gives every command its context, and answers a POST that is sent again with its `Idempotency-Key` as the first time. */
@Injectable()
export class CommandInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly keptAnswers: KeptAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isQuery(request) || request.access === null) return next.handle();
    const isKept =
      request.method === 'POST' && !this.reflector.get<boolean | undefined>(NOT_KEPT, context.getHandler());
    const keyed = isKept ? keyedRequest(request) : null;
    request.commandContext = {
      commandId: keyed === null ? randomUUID() : commandIdOf(keyed),
      correlationId: request.id,
      actor: accessOf(request).actor,
      at: this.clock.now(),
    };
    if (keyed === null) return next.handle();
    return of(await this.once(keyed, next, context.switchToHttp().getResponse<FastifyReply>()));
  }

  private async once(request: KeyedRequest, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    const begun = await this.keptAnswers.begin(request);
    switch (begun.outcome) {
      case 'begun':
        return this.work(request, begun.attempt, next, reply);
      case 'answered':
        return replay(begun.answer, reply);
      case 'in_progress':
        throw problem('in_progress', 'The first request with this Idempotency-Key is still being worked on.', {
          headers: { 'retry-after': '1' },
        });
      case 'reused':
        throw problem('idempotency_key_reused', 'This Idempotency-Key came before with another body.');
    }
  }

  private async work(request: KeyedRequest, attempt: string, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keep(request, attempt, { status: reply.statusCode, body });
      return body;
    } catch (error) {
      const answer = problemOf(error).problem;
      if (isWorthKeeping(answer)) await this.keep(request, attempt, { status: answer.status, body: answer });
      else await this.settle(this.keptAnswers.abandon(attempt));
      throw error;
    }
  }

  private keep(request: KeyedRequest, attempt: string, answer: KeptAnswer): Promise<void> {
    return this.settle(this.keptAnswers.keep(request, attempt, answer));
  }

  /** The command is done: that its mark could not be written must not turn its answer into an error. A repeat does no harm. */
  private async settle(writing: Promise<void>): Promise<void> {
    await writing.catch((error: unknown) => {
      this.logger.warn({ err: error }, 'the mark of an Idempotency-Key could not be written');
    });
  }
}

/** A refusal changed nothing: a long one, or one that says that time ran out, may be found out again when the request comes again. */
function isWorthKeeping(answer: Problem): boolean {
  const isFinal = answer.status < 500 && answer.status !== 408;
  return isFinal && JSON.stringify(answer).length <= MAX_KEPT_REFUSAL;
}

function replay({ status, body }: KeptAnswer, reply: FastifyReply): unknown {
  void reply.header('idempotency-replayed', 'true');
  if (status >= 400 && isProblem(body)) throw new ProblemError(body);
  void reply.status(status);
  if (isObject(body) && typeof body['position'] === 'string') void reply.header(POSITION_HEADER, body['position']);
  return body;
}

function isProblem(body: unknown): body is ProblemError['problem'] {
  return isObject(body) && typeof body['code'] === 'string' && typeof body['status'] === 'number';
}

function keyedRequest(request: FastifyRequest): KeyedRequest | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[ -~]{1,255}$/.test(key)) {
    const message = 'must be 1 to 255 printable characters';
    throw invalid([{ field: 'Idempotency-Key', code: 'invalid_idempotency_key', message }]);
  }
  const { keyId } = accessOf(request);
  const [path = '', query = ''] = request.url.split('?', 2);
  return { apiKeyId: keyId, method: request.method, path, idempotencyKey: key, sha256: hashOf(query, request.body) };
}

/** The query belongs to the body: a dry run is not the same request as the real one. */
function hashOf(query: string, body: unknown): string {
  const hash = createHash('sha256').update(query).update('\n');
  if (body instanceof Upload) hash.update(body.content);
  else if (body !== undefined) hash.update(canonicalJson(body));
  return hash.digest('hex');
}

function commandIdOf({ apiKeyId, method, path, idempotencyKey, sha256 }: KeyedRequest): string {
  return derivedUuid('command', apiKeyId, method, path, idempotencyKey, sha256);
}
