import { type Appended, type ExpectedRevision, type Position } from '../../application/ports/event-store';

/** An event as bytes: data and metadata are canonical JSON (RFC 8785), so that a hash of them is the same on every store. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

export interface JournaledEvent extends EncodedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

export interface JournalPage {
  readonly events: readonly JournaledEvent[];
  readonly scannedTo: Position;
}

/**
 * What a store of events does with bytes: the `EventStore` port without the codec. Each adapter implements this one interface,
 * and one contract suite runs against all of them. The same closed set of errors as the port.
 */
export interface Journal {
  append(stream: string, expected: ExpectedRevision, events: readonly EncodedEvent[]): Promise<Appended>;
  read(stream: string, fromRevision: number, limit?: number): Promise<readonly JournaledEvent[]>;
  readLast(stream: string): Promise<JournaledEvent | null>;
  readAll(
    after: Position,
    options: { readonly types?: readonly string[]; readonly limit: number },
  ): Promise<JournalPage>;
  waitForMore(after: Position, signal: AbortSignal, types?: readonly string[]): Promise<void>;
  start(): Position;
  head(): Promise<Position>;
  readonly countsEvents: boolean;
}

/** The form of what is stored: raised when a log that was written before can not be read on. 2: a delivery is one event. */
export const LOG_FORM = 2;

/** The log was begun by a release whose form is another one. Neither the service nor a copy reads it. */
export class ForeignLogForm extends Error {
  constructor(form: number) {
    super(
      `This log was written in form ${form}, and this release reads form ${LOG_FORM} only: start with an empty database (or another schema ` +
        'or stream prefix), or go back to the release that wrote it.',
    );
    this.name = 'ForeignLogForm';
  }
}
