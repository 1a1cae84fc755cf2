import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Readable } from 'node:stream';
import { lastValueFrom, type Observable, of } from 'rxjs';
import {
  comparePositions,
  EVENT_STORE,
  type EventStore,
  type Position,
  tagOf,
} from '../../../application/ports/event-store';
import { acknowledge } from '../views/acknowledged';
import { encodeCursor } from '../requests/cursor';
import { MAX_LIMIT } from '../requests/query-parameters';
import { isObject } from '../../../fields/is-object';
import { Answer, answered } from './answer';
import { listAsTable, type TableKind, tableOf, thingAsTable } from './list-as-table';
import { Listed } from './listed';
import { negotiated, producedBy } from './negotiation';

export const POSITION_HEADER = 'x-position';

/**
 * Makes the answer out of what a controller returns: reads lists, sets status and `x-position`, and adds `position` to the answers of
 * commands. A controller that names no position answers for the log as it is now.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(EVENT_STORE) private readonly eventStore: EventStore,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const mediaType = isQuery(request) && isOfTheApi(request) ? this.mediaTypeOf(request, context) : '';
    const returned: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    if (!isOfTheApi(request) && !isAnswer(returned)) return of(returned);
    if (isListed(returned)) return of(await this.list(returned, mediaType, request, reply));
    return of(await this.answer(returned, mediaType, request, reply));
  }

  private async answer(
    returned: unknown,
    mediaType: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { body, options } = isAnswer(returned) ? returned : answered(returned, {});
    if (options.status !== undefined) void reply.status(options.status);
    const named = options.position ?? positionIn(body);
    if (named !== undefined && !isQuery(request)) acknowledge(this.eventStore, named);
    const position = named ?? (await this.eventStore.head());
    sayPosition(position, request, reply);
    sayTimeZone(options.timeZone, reply);
    const table = options.table === undefined ? null : tableOf(mediaType, options.table.format);
    if (options.table !== undefined) void reply.header('vary', 'Accept');
    if (options.table !== undefined && table !== null && isObject(body)) {
      const { item } = options.table;
      return fileOf(table, request, (name) => thingAsTable(table, name, item, body));
    }
    if (isQuery(request) || reply.statusCode === 204 || body instanceof StreamableFile) return body;
    return body === undefined ? { position } : isObject(body) ? { ...body, position } : body;
  }

  /** Before any work: 406 for who takes nothing that the address has. `format` is what a link has instead of `Accept`, and wins over it. */
  private mediaTypeOf({ headers, query }: FastifyRequest, context: ExecutionContext): string {
    const accept = isObject(query) && 'format' in query ? undefined : headers.accept;
    return negotiated(accept, producedBy(this.reflector, context.getHandler()));
  }

  private async list(list: Listed, mediaType: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const table = tableOf(mediaType, list.request.format);
    const page = await list.read(table === null ? list.request : { ...list.request, limit: MAX_LIMIT });
    sayPosition(page.position ?? (await this.eventStore.head()), request, reply);
    sayTimeZone(page.timeZone, reply);
    void reply.header('vary', 'Accept');
    const address = request.routeOptions.url ?? '';
    if (table === null) {
      const cursor = (place: string | null) => (place === null ? null : encodeCursor(address, place));
      return { items: page.items, nextCursor: cursor(page.next), prevCursor: cursor(page.previous) };
    }
    return fileOf(table, request, (name) => listAsTable(table, name, list, page));
  }
}

function fileOf(
  { mediaType, extension }: TableKind,
  { routeOptions }: FastifyRequest,
  write: (name: string) => Readable,
): StreamableFile {
  const name = fileNameOf(routeOptions.url ?? '');
  return new StreamableFile(write(name), {
    type: mediaType,
    disposition: `attachment; filename="${name}.${extension}"`,
  });
}

/** How far the answer goes, and whether that is as far as was asked for: the names of positions are opaque to clients. */
function sayPosition(position: Position, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header(POSITION_HEADER, position);
  const after = isQuery(request) && isObject(request.query) ? request.query['after'] : undefined;
  if (typeof after !== 'string' || tagOf(after) !== tagOf(position)) return;
  void reply.header('x-after-reached', String(comparePositions(position, after) >= 0));
}

/** Whoever asks for a day is told where it ends. */
function sayTimeZone(timeZone: string | undefined, reply: FastifyReply): void {
  if (timeZone !== undefined) void reply.header('x-time-zone', timeZone);
}

/** With these two the type parameters are unknown, not `any`. */
function isListed(returned: unknown): returned is Listed {
  return returned instanceof Listed;
}

function isAnswer(returned: unknown): returned is Answer {
  return returned instanceof Answer;
}

export function isQuery({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isOfTheApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/api/') === true;
}

function positionIn(body: unknown): Position | undefined {
  return isObject(body) && typeof body['position'] === 'string' ? body['position'] : undefined;
}

/** `/api/ledger/transactions` → `transactions` */
function fileNameOf(address: string): string {
  return address.split('/').findLast((word) => /^[a-z-]+$/.test(word)) ?? 'list';
}
