import { type BinaryEventData, type RecordedEvent } from '@eventstore/db-client';
import { type EncodedEvent } from '../journal';

/** An event of the server as ours; its name in the log still has the prefix, its place in `$all` is a bigint. */
export interface StoredEvent extends EncodedEvent {
  readonly streamId: string;
  readonly revision: number;
  /** Byte offset in the server's log. Every event has its own: appends that use no transaction commit where they are written. */
  readonly ordinal: bigint;
}

const encoder = new TextEncoder();

/**
 * Bytes, not JSON, as far as the server is concerned: it gives them back as they were. Of metadata the client makes an object when it
 * can, so they must be JSON that survives this.
 */
export function toEventData({ id, type, data, metadata }: EncodedEvent): BinaryEventData {
  if (metadataText(JSON.parse(metadata)) !== metadata) {
    throw new Error(`The metadata of event ${id} would not read back byte for byte: they are no canonical JSON.`);
  }
  return {
    id,
    contentType: 'application/octet-stream',
    type,
    data: encoder.encode(data),
    metadata: encoder.encode(metadata),
  };
}

export function toStoredEvent(event: RecordedEvent): StoredEvent {
  if (event.position === undefined)
    throw new Error('The server does not say where its events stand: it is older than 22.6.');
  return {
    streamId: event.streamId,
    revision: Number(event.revision),
    ordinal: event.position.commit,
    id: event.id,
    type: event.type,
    data: event.data instanceof Uint8Array ? textOf(event.data) : JSON.stringify(event.data),
    metadata: event.metadata instanceof Uint8Array ? textOf(event.metadata) : metadataText(event.metadata),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Canonical JSON is what `JSON.stringify` writes of an object whose names stand in order, as the parser leaves them. */
function metadataText(metadata: unknown): string {
  return metadata === undefined ? '' : JSON.stringify(metadata);
}
