import { Inject, Injectable } from '@nestjs/common';
import { type DocumentKind, isReceiptKind } from '../../domain/accounting/document';
import { typesOf, type TypesOf } from '../../domain/catalogue';
import { type ReceiptBook, receiptBookDecider } from '../../domain/receipts/receipt-book';
import { groupBy } from '../../domain/shared/grouping';
import { Aggregates, happened, type Loaded } from '../aggregates';
import { Connections } from '../connections/connections';
import { type Clock, CLOCK } from '../ports/clock';
import { comparePositions, EVENT_STORE, type EventStore, type Position, VersionConflict } from '../ports/event-store';
import { type LogEventOf } from '../ports/log-event';
import { type PageProcess } from '../running/process';

type Document = LogEventOf<TypesOf<'document'>>;

/** Gives receipts and their kin their numbers, a moment after they were posted and in the order of the log. */
@Injectable()
export class ReceiptNumbering implements PageProcess<Document> {
  readonly kind = 'pages';
  readonly name = 'receipt-numbering';
  readonly handles = typesOf('document');
  readonly pageSize = 250;

  constructor(
    private readonly aggregates: Aggregates,
    private readonly connections: Connections,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async handle(page: readonly Document[]): Promise<void> {
    const numbered = page.filter((event) => isReceiptKind(kindOf(event)));
    for (const [connectionId, documents] of groupBy(numbered, ({ metadata }) => metadata.connectionId ?? '')) {
      const { receiptSeries } = await this.connections.get(connectionId);
      while (!(await this.number(connectionId, receiptSeries, documents)));
    }
  }

  /** False when another process has written in the book meanwhile. */
  private async number(connectionId: string, series: string, documents: readonly Document[]): Promise<boolean> {
    const { book, numberedTo } = await this.resume(connectionId);
    const waiting = documents.filter(({ position }) => comparePositions(position, numberedTo) > 0);
    if (waiting.length === 0) return true;
    const command = { type: 'NumberDocuments', documents: waiting.map(unnumbered), series } as const;
    const context = { commandId: this.name, correlationId: this.name, actor: 'system', at: this.clock.now() } as const;
    try {
      await this.aggregates.executeOn(book, receiptBookDecider, connectionId, command, context);
      return true;
    } catch (error) {
      if (error instanceof VersionConflict) return false;
      throw error;
    }
  }

  /** The book as its last event leaves it, and the position of the last document that has a number. */
  private async resume(
    connectionId: string,
  ): Promise<{ readonly book: Loaded<ReceiptBook>; readonly numberedTo: Position }> {
    const stream = receiptBookDecider.streamOf(connectionId);
    const last = await this.store.readLast(stream);
    const start = this.store.start();
    if (last === null) return { book: { state: null, revision: 'no_stream', position: start }, numberedTo: start };
    const state = receiptBookDecider.evolve(null, happened(last));
    if (state === null) throw new Error(`${stream} can not be taken up at its last event.`);
    const [document] = await this.store.read(state.documentStream, state.documentRevision);
    if (document === undefined) throw new Error(`${stream} numbers a document that is not in the log.`);
    return { book: { state, revision: last.revision, position: last.position }, numberedTo: document.position };
  }
}

function unnumbered({ id, data, metadata, stream, revision }: Document) {
  return {
    documentId: data.documentId,
    documentStream: stream,
    documentRevision: revision,
    causationId: id,
    effectiveAt: metadata.effectiveAt,
  };
}

function kindOf(event: Document): DocumentKind {
  return event.type === 'DocumentPosted' ? event.data.kind : event.data.correctedKind;
}
