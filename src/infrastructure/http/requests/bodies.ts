import multipart from '@fastify/multipart';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { MAX_TABLE_BYTES } from '../../../application/ports/table-files';
import { MAX_PICTURE_BYTES } from '../../../fields/picture';
import { problem, type ProblemError } from '../errors/problem';
import { cleanTexts } from './clean-text';
import { Upload } from './upload';

const MAX_JSON_BYTES = 1024 * 1024;
const MAX_WEBHOOK_BYTES = 512 * 1024;
/** From whoever has shown nothing yet: a key or a link. */
const MAX_OPEN_BYTES = 4 * 1024;

/** In base64, with some other fields beside it. */
const MAX_PICTURE_BODY_BYTES = Math.ceil(MAX_PICTURE_BYTES / 3) * 4 + 64 * 1024;

/** The method takes a picture in its JSON, which is larger than any other. */
export function TakesPicture(): MethodDecorator {
  return RouteConfig({ picture: true });
}

/** How bodies are read: bytes for doors, tables where they are taken, JSON everywhere else. Must be called before any route is added. */
export async function readBodies(instance: FastifyInstance): Promise<void> {
  instance.removeAllContentTypeParsers();
  instance.addHook('onRoute', (route) => {
    if (route.config?.picture === true) route.bodyLimit = MAX_PICTURE_BODY_BYTES;
    if (route.config?.open !== true) return;
    route.bodyLimit = route.config.rawBody === true ? MAX_WEBHOOK_BYTES : MAX_OPEN_BYTES;
  });
  instance.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_JSON_BYTES },
    (request, body, done) => {
      settle(() => (isDoor(request) ? bytes(body) : parseJson(bytes(body))), done);
    },
  );
  instance.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: MAX_TABLE_BYTES },
    (request, body, done) => {
      settle(() => (isDoor(request) ? bytes(body) : new Upload('text/csv', null, bytes(body))), done);
    },
  );
  instance.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_JSON_BYTES }, (request, body, done) => {
    settle(() => {
      if (!isDoor(request)) throw unsupported();
      return bytes(body);
    }, done);
  });
  await instance.register(multipart, {
    limits: { files: 1, fields: 20, fileSize: MAX_TABLE_BYTES, fieldSize: 10_000 },
  });
  instance.addHook('preValidation', async (request, reply) => {
    if (!takesTable(request)) return;
    if (request.isMultipart()) request.body = await readForm(request);
    if (request.body instanceof Upload) request.body = request.body.until(goneSignal(reply));
  });
}

/** Refuses a body that the address does not take before a byte of it is read. */
export function refuseForeignBody(request: FastifyRequest): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const isTable = type === 'text/csv' || type === 'multipart/form-data';
  if (isTable && !takesTable(request) && !isDoor(request) && !request.is404) throw unsupported();
}

async function readForm(request: FastifyRequest): Promise<Upload> {
  let upload: Upload | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') upload = new Upload(part.mimetype, part.filename, await part.toBuffer());
  }
  if (upload === null) throw problem('validation_failed', 'The form has no file.');
  return upload;
}

function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** An empty body is no body: commands without fields are often sent with a content type and nothing else. */
function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  return cleanTexts(decodeJson(body));
}

function decodeJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw problem('invalid_json', 'The body is not JSON in UTF-8.');
  }
}

function settle(read: () => unknown, done: (error: Error | null, body?: unknown) => void): void {
  try {
    done(null, read());
  } catch (error) {
    done(error instanceof Error ? error : new Error('The body can not be read.'));
  }
}

function bytes(body: string | Buffer): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function isDoor({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.rawBody === true;
}

function takesTable({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.table === true;
}

function unsupported(): ProblemError {
  return problem('unsupported_media_type', 'This address does not take a body of this type.');
}
