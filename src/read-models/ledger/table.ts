import { typesOf } from '../../domain/catalogue';
import { type DocumentKind, type Entry } from '../../domain/accounting/document';
import { type LogEventOf } from '../../application/ports/log-event';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';

/** A balanced transaction, as a document carried it. Its posting date follows from the closings before it, when it is read. */
export interface TransactionRow extends Row {
  readonly connectionId: string;
  readonly kind: DocumentKind | 'correction';
  readonly customerId: string | null;
  readonly paymentId: string | null;
  readonly payoutId: string | null;
  /** Of a refund and what takes it back. */
  readonly refundId: string | null;
  readonly reversesId: string | null;
  readonly correctsId: string | null;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly entries: readonly Entry[];
}

type Posting = LogEventOf<'DocumentPosted' | 'CorrectionPosted'>;

export const transactions = tableOf<TransactionRow>()({
  name: 'ledger_transactions',
  columns: {
    connectionId: 'text',
    kind: 'text',
    customerId: 'text',
    paymentId: 'text',
    payoutId: 'text',
    refundId: 'text',
    reversesId: 'text',
    correctsId: 'text',
    effectiveAt: 'instant',
    recordedAt: 'instant',
    entries: 'json',
  },
  keeps: 'grows',
  indexes: [['paymentId'], ['payoutId']],
  handles: typesOf('document'),
  touches: (event) => [event.data.documentId],
  fold: (_, event, id) => {
    const { customerId, paymentId, payoutId, effectiveAt, recordedAt } = event.metadata;
    return {
      id,
      connectionId: connectionOf(event),
      kind: event.type === 'DocumentPosted' ? event.data.kind : 'correction',
      customerId: customerId ?? null,
      paymentId: paymentId ?? null,
      payoutId: payoutId ?? null,
      refundId: event.data.concerns.refundId,
      reversesId: event.type === 'DocumentPosted' ? event.data.reversesId : null,
      correctsId: event.type === 'CorrectionPosted' ? event.data.correctsId : null,
      effectiveAt,
      recordedAt,
      entries: event.data.entries,
    };
  },
});

/** One entry of a transaction, for sums by account. Its id is `<document>.<index>`. */
export interface EntryRow extends Row {
  readonly connectionId: string;
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
  readonly currency: string;
  /** Of sales and their tax, else null. */
  readonly taxRate: string | null;
  readonly effectiveAt: string;
}

export const entries = tableOf<EntryRow>()({
  name: 'ledger_entries',
  columns: {
    connectionId: 'text',
    account: 'text',
    debit: 'amount',
    credit: 'amount',
    currency: 'text',
    taxRate: 'text',
    effectiveAt: 'instant',
  },
  keeps: 'grows',
  indexes: [],
  unlisted: true,
  handles: typesOf('document'),
  touches: ({ data }) => data.entries.map((_, index) => `${data.documentId}.${index}`),
  fold: (_, event, id) => {
    const entry = event.data.entries[Number(id.slice(id.lastIndexOf('.') + 1))];
    if (entry === undefined) throw new Error('A document touches only its own entries.');
    const { account, debit, credit, currency, taxRate = null } = entry;
    const { effectiveAt } = event.metadata;
    return { id, connectionId: connectionOf(event), account, debit, credit, currency, taxRate, effectiveAt };
  },
});

/** A day up to which a connection's books were closed. Its id is `<connection>.<day>`. */
export interface ClosingRow extends Row {
  readonly connectionId: string;
  readonly through: string;
}

export const closings = tableOf<ClosingRow>()({
  name: 'period_closings',
  columns: { connectionId: 'text', through: 'date' },
  keeps: 'grows',
  indexes: [],
  unlisted: true,
  handles: ['PeriodClosed'],
  touches: (event) => [`${connectionOf(event)}.${event.data.through}`],
  fold: (_, event, id) => ({ id, connectionId: connectionOf(event), through: event.data.through }),
});

function connectionOf({ metadata }: Posting | LogEventOf<'PeriodClosed'>): string {
  if (metadata.connectionId === undefined)
    throw new Error('Without a connection in its metadata it belongs to no books.');
  return metadata.connectionId;
}

export const ledgerReadModel: ReadModel = {
  name: 'ledger',
  version: 3,
  tables: [transactions, entries, closings],
};
