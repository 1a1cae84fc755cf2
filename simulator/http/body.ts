import { type IncomingMessage } from 'node:http';
import { invalidApiUsage } from '../api-errors/api-failure';
import { isJsonObject, type JsonObject } from './fields';

/** The bytes of a request; more than `most` are refused. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= most) chunks.push(bytes);
  }
  if (size > most) throw invalidApiUsage(413, 'request_entity_too_large', `A body may have ${most} bytes at most`);
  return Buffer.concat(chunks);
}

/** The JSON object in a body; an empty body is an empty object. */
export function parseJson(bytes: Buffer, contentType: string | undefined): JsonObject {
  if (bytes.length === 0) return {};
  if (contentType?.toLowerCase().startsWith('application/json') !== true) {
    throw invalidApiUsage(415, 'unsupported_media_type', 'The body must be application/json');
  }
  const parsed = parsedOrNothing(bytes.toString('utf8'));
  if (!isJsonObject(parsed)) throw invalidApiUsage(400, 'bad_request', 'The body is not a JSON object');
  return parsed;
}

function parsedOrNothing(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
