import { type NewEvent } from '../../src/application/ports/event-store';
import { type AnyTable, type LogEvent, type ReadModel, type Table } from '../../src/read-models/engine/read-model';
import { derivedUuid } from '../../src/domain/shared/identity';
import { type AnyEvent } from '../../src/domain/catalogue';

/** Small read models over events of customers, receipt books and payments: one table of each sort, and every kind of column. */

export interface StreamCountRow {
  readonly id: string;
  readonly events: number;
  /** Kept for the fold only. */
  readonly seen: readonly string[];
}

/** A counter for each stream; each event changes it. */
export const streamCounts: Table<StreamCountRow> = {
  name: 'stream_counts',
  columns: { events: 'integer', seen: 'json' },
  keeps: 'history',
  internal: ['seen'],
  indexes: [['events']],
  handles: ['CustomerRegistered', 'CustomerDetailsChanged', 'CustomerForgotten', 'ReceiptNumbered'],
  touches: (event) => [event.stream],
  fold: (row, event, id) => ({ id, events: (row?.events ?? 0) + 1, seen: [...(row?.seen ?? []).slice(-2), event.id] }),
};

export interface CustomerRow {
  readonly id: string;
  readonly connectionId: string;
  readonly reference: string | null;
  readonly round: string | null;
  readonly balance: number;
  readonly active: boolean;
  readonly since: string;
  readonly sinceDate: string;
  readonly registeredAt: bigint;
  readonly tags: Readonly<Record<string, unknown>>;
  /** Kept for the fold only. */
  readonly changes: number;
}

/** Changes with most events, not with all; goes when the customer is forgotten and comes again when registered anew. */
export const customers: Table<CustomerRow> = {
  name: 'customers',
  columns: {
    connectionId: 'text',
    reference: 'text',
    round: 'text',
    balance: 'amount',
    active: 'boolean',
    since: 'instant',
    sinceDate: 'date',
    registeredAt: 'ordinal',
    tags: 'json',
    changes: 'integer',
  },
  keeps: 'history',
  internal: ['changes'],
  indexes: [['round'], ['connectionId', 'reference']],
  handles: ['CustomerRegistered', 'CustomerDetailsChanged', 'CustomerForgotten'],
  touches: (event) => [event.stream.slice('customer-'.length)],
  fold: foldCustomer,
};

function foldCustomer(row: CustomerRow | null, event: LogEvent, id: string): CustomerRow | null {
  switch (event.type) {
    case 'CustomerRegistered':
      if (row !== null) return { ...row, changes: row.changes + 1 };
      return {
        id,
        connectionId: event.data.connectionId,
        reference: event.data.reference,
        round: event.data.round,
        balance: -event.revision,
        active: true,
        since: event.metadata.recordedAt,
        sinceDate: event.metadata.recordedAt.slice(0, 10),
        registeredAt: BigInt(event.position.slice(event.position.lastIndexOf('.') + 1)),
        tags: { z: 1, a: [event.revision, { y: undefined, b: 'ü' }], 'k\u0000': '\ud800' },
        changes: 0,
      };
    case 'CustomerDetailsChanged':
      return row === null ? null : changedCustomer(row, event.data);
    case 'CustomerForgotten':
      return null;
    default:
      return row;
  }
}

function changedCustomer(
  row: CustomerRow,
  data: { readonly reference?: string | null; readonly round?: string | null },
): CustomerRow {
  const { reference = row.reference, round = row.round } = data;
  // The order of keys must not tell whether the row came from memory or from the database.
  const tags = { ...row.tags, order: Object.keys(row.tags).join() };
  return {
    ...row,
    reference,
    round,
    active: round !== null,
    balance: row.balance + 100,
    tags,
    changes: row.changes + 1,
  };
}

export interface ReceiptRow {
  readonly id: string;
  readonly number: string;
  readonly book: string;
}

/** Written once for each document; a second number for the same document is not listened to. */
export const receipts: Table<ReceiptRow> = {
  name: 'receipts',
  columns: { number: 'text', book: 'text' },
  keeps: 'grows',
  indexes: [['number']],
  handles: ['ReceiptNumbered'],
  touches: (event) => (event.type === 'ReceiptNumbered' ? [event.data.documentId] : []),
  fold: (_row, event, id) =>
    event.type === 'ReceiptNumbered' ? { id, number: event.data.number, book: event.stream } : null,
};

export interface PersonRow {
  readonly id: string;
  readonly name: string | null;
}

/** Personal data: only as it is now. */
export const people: Table<PersonRow> = {
  name: 'people',
  columns: { name: 'text' },
  keeps: 'present',
  indexes: [],
  handles: ['CustomerRegistered', 'CustomerDetailsChanged', 'CustomerForgotten'],
  touches: (event) => [event.stream.slice('customer-'.length)],
  fold: (row, event, id) => {
    if (event.type === 'CustomerRegistered') return { id, name: event.data.name };
    if (event.type === 'CustomerDetailsChanged') return row === null ? null : { id, name: event.data.name ?? row.name };
    return null;
  },
};

export const SAMPLE_TABLES: readonly AnyTable[] = [streamCounts, customers, receipts, people];

export const SAMPLE_READ_MODELS: readonly ReadModel[] = [
  { name: 'stream-counts', version: 1, tables: [streamCounts] },
  { name: 'customers', version: 1, tables: [customers, people] },
  { name: 'receipts', version: 1, tables: [receipts] },
];

/** What is appended in one go: a stream and a fact for it. */
export interface SampleFact {
  readonly stream: string;
  readonly fact: AnyEvent;
}

/** The fact as an event; `place` makes its id, and moves its time. */
export function sampleEvent({ stream, fact }: SampleFact, place: number): NewEvent {
  const at = new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString();
  return {
    id: derivedUuid('sample', stream, place),
    type: fact.type,
    data: fact.data,
    metadata: {
      v: 1,
      causationId: `cause-${place}`,
      correlationId: `cause-${place}`,
      actor: 'system',
      effectiveAt: at,
      recordedAt: at,
    },
  };
}

export const sampleFacts = {
  registered: (customer: string, round: string | null = null): SampleFact => ({
    stream: `customer-${customer}`,
    fact: {
      type: 'CustomerRegistered',
      data: {
        customerId: customer,
        connectionId: 'con_1',
        name: `Name of ${customer}`,
        company: null,
        email: null,
        reference: `ref "${customer}" \\ {,}`,
        round,
      },
    },
  }),
  changed: (customer: string, round: string | null): SampleFact => ({
    stream: `customer-${customer}`,
    fact: { type: 'CustomerDetailsChanged', data: { round, name: `${customer} of ${round ?? 'no round'}` } },
  }),
  forgotten: (customer: string): SampleFact => ({
    stream: `customer-${customer}`,
    fact: { type: 'CustomerForgotten', data: { customerId: customer } },
  }),
  numbered: (book: string, document: string): SampleFact => ({
    stream: `receiptBook-${book}`,
    fact: {
      type: 'ReceiptNumbered',
      data: {
        documentId: document,
        sequence: 1,
        number: `R-${document}`,
        documentStream: 'payment-pay_1',
        documentRevision: 1,
      },
    },
  }),
  /** None of the sample read models handles this. */
  claimed: (payment: string): SampleFact => ({
    stream: `gocardlessPayment-con_1.${payment}`,
    fact: {
      type: 'PaymentClaimed',
      data: { connectionId: 'con_1', gocardlessPaymentId: payment, paymentId: `pay_${payment}` },
    },
  }),
} as const;
