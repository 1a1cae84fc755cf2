import { type LogEvent } from '../../application/ports/log-event';
import { placeOfRow } from '../../domain/balance-exports/rows';
import { evolveFacts, isAtGoCardless, type PaymentFacts } from '../../domain/payments/facts';
import { type MoneyMovement } from '../../domain/payments/lateness';
import { type Lifecycle, lifecycleOf, type Phase } from '../../domain/payments/lifecycle';
import { never } from '../../domain/shared/decider';
import { isPaymentLogEvent, PAYMENT_EVENTS } from '../payments/table';
import { type ReadModel, type Row, type Table } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

/** What was last stated of a customer's balance in a currency. Its id is `<customer>.<currency>`. */
export interface StatedBalanceRow extends Row {
  readonly connectionId: string;
  readonly customerId: string;
  readonly currency: string;
  /** Null when a balance was only reserved or released. */
  readonly stated: number | null;
  readonly asOf: string | null;
  /** Counts the events of this balance as its aggregate does: a reservation holds only while it is still this. */
  readonly version: number;
}

export function balanceId(customerId: string, currency: string): string {
  return `${customerId}.${currency}`;
}

export const statedBalances: Table<StatedBalanceRow> = {
  name: 'stated_balances',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    currency: 'text',
    stated: 'amount',
    asOf: 'instant',
    version: 'integer',
  },
  keeps: 'history',
  indexes: [['connectionId', 'currency', 'customerId'], ['customerId']],
  handles: ['BalanceStated', 'BalanceReserved', 'BalanceReleased'],
  touches: (event) => {
    switch (event.type) {
      case 'BalanceStated':
      case 'BalanceReserved':
      case 'BalanceReleased':
        return [balanceId(event.data.customerId, event.data.currency)];
      default:
        return [];
    }
  },
  fold: (row, event, id) => {
    switch (event.type) {
      case 'BalanceStated':
      case 'BalanceReserved':
      case 'BalanceReleased': {
        const { customerId, currency } = event.data;
        const { stated, asOf, version } = row ?? { stated: null, asOf: null, version: 0 };
        const said = event.type === 'BalanceStated' ? { stated: event.data.amount, asOf: event.data.asOf } : null;
        return {
          id,
          connectionId: connectionOf(event),
          customerId,
          currency,
          ...(said ?? { stated, asOf }),
          version: version + 1,
        };
      }
      default:
        return row;
    }
  },
};

/** A row of a balance export, from its reservation on. What became of its payment stands with the payment. */
export interface ExportRowRow extends Row {
  readonly balanceExportId: string;
  readonly number: number;
  readonly connectionId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  /** Null until the row is listed in its batch. */
  readonly mandateId: string | null;
  /** It takes nothing of the balance any more. */
  readonly released: boolean;
  /** Null until the row is a payment: from then on the payment says what is in flight. */
  readonly paymentId: string | null;
}

export const exportRows: Table<ExportRowRow> = {
  name: 'balance_export_rows',
  columns: {
    balanceExportId: 'text',
    number: 'integer',
    connectionId: 'text',
    customerId: 'text',
    currency: 'text',
    amount: 'amount',
    mandateId: 'text',
    released: 'boolean',
    paymentId: 'text',
  },
  keeps: 'history',
  indexes: [['balanceExportId', 'number'], ['customerId']],
  handles: ['BalanceReserved', 'BalanceReleased', 'BalanceExportRowsListed', 'PaymentAwaited', 'PaymentRequested'],
  touches: (event) => {
    switch (event.type) {
      case 'BalanceReserved':
      case 'BalanceReleased':
        return [event.data.rowId];
      case 'BalanceExportRowsListed':
        return event.data.rows.map(({ rowId }) => rowId);
      case 'PaymentAwaited':
      case 'PaymentRequested':
        return event.data.origin.kind === 'balance_export' ? [event.data.origin.rowId] : [];
      default:
        return [];
    }
  },
  fold: (row, event, id) => {
    if (event.type === 'BalanceReserved') {
      const { balanceExportId, customerId, currency, amount } = event.data;
      return {
        id,
        balanceExportId,
        number: numberOf(id),
        connectionId: connectionOf(event),
        customerId,
        currency,
        amount,
        mandateId: null,
        released: false,
        paymentId: null,
      };
    }
    // A balance is reserved before its row is listed, and is a payment only after that.
    if (row === null) return null;
    switch (event.type) {
      case 'BalanceReleased':
        return { ...row, released: true };
      case 'BalanceExportRowsListed':
        return { ...row, mandateId: event.data.rows.find(({ rowId }) => rowId === id)?.mandateId ?? null };
      case 'PaymentAwaited':
      case 'PaymentRequested':
        return { ...row, paymentId: event.data.paymentId };
      default:
        return row;
    }
  },
};

/** When money of a payment came, or went again. */
export interface AccountMovement {
  readonly kind: 'paid' | 'lost';
  /** Effective time, ISO 8601 UTC. */
  readonly at: string;
}

/** A payment on account: one without an order, so that what it collects was part of a balance. */
export interface AccountPaymentRow extends Row {
  readonly connectionId: string;
  /** Null while nobody knows whose it is. */
  readonly customerId: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly mandateId: string;
  readonly origin: PaymentFacts['origin']['kind'];
  readonly exportRowId: string | null;
  readonly gocardlessPaymentId: string | null;
  readonly phase: Phase['kind'];
  /** It may still bring money. */
  readonly inFlight: boolean;
  /** GoCardless has it. */
  readonly seen: boolean;
  /** Its row was given up. */
  readonly released: boolean;
  /** The payment that was taken for this one. */
  readonly matchedTo: string | null;
  /** GoCardless's `created_at`. */
  readonly submittedAt: string | null;
  /** It carries the tag of a row or payment that another payment has. */
  readonly suspicious: boolean;
  readonly movements: readonly AccountMovement[];
  /** Of the last movement. */
  readonly lastMovedAt: string | null;
  /** What all the rest follows from. */
  readonly facts: PaymentFacts;
}

export type VisibleAccountPayment = Omit<AccountPaymentRow, 'facts'>;

export const accountPayments: Table<AccountPaymentRow> = {
  name: 'account_payments',
  columns: {
    connectionId: 'text',
    customerId: 'text',
    currency: 'text',
    amount: 'amount',
    mandateId: 'text',
    origin: 'text',
    exportRowId: 'text',
    gocardlessPaymentId: 'text',
    phase: 'text',
    inFlight: 'boolean',
    seen: 'boolean',
    released: 'boolean',
    matchedTo: 'text',
    submittedAt: 'instant',
    suspicious: 'boolean',
    movements: 'json',
    lastMovedAt: 'instant',
    facts: 'kept',
  },
  keeps: 'history',
  internal: ['facts'],
  indexes: [['customerId'], ['matchedTo'], ['connectionId', 'submittedAt']],
  handles: PAYMENT_EVENTS,
  touches: (event) => (event.metadata.salesOrderId === undefined ? [thingOf(event)] : []),
  fold: (row, event) => {
    if (!isPaymentLogEvent(event)) return row;
    const before = row?.facts ?? null;
    const facts = evolveFacts(before, happenedOf(event));
    if (facts === null || facts === before || facts.origin.kind === 'scheduled_payment') return row;
    const suspicious = event.type === 'PaymentAdopted' ? event.data.suspicion !== null : (row?.suspicious ?? false);
    return { ...visibleAccountPayment(facts, suspicious), facts };
  },
};

function visibleAccountPayment(facts: PaymentFacts, suspicious: boolean): VisibleAccountPayment {
  const { origin } = facts;
  const lifecycle = lifecycleOf(facts);
  const movements = lifecycle.movements.map(accountMovement).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    id: facts.paymentId,
    connectionId: facts.connectionId,
    customerId: facts.customerId,
    currency: facts.currency,
    amount: facts.amount,
    mandateId: facts.mandateId,
    origin: origin.kind,
    exportRowId: origin.kind === 'balance_export' ? origin.rowId : null,
    gocardlessPaymentId: facts.gocardlessPaymentId,
    phase: lifecycle.phase.kind,
    inFlight: mayBringMoney(facts, lifecycle),
    seen: isAtGoCardless(facts),
    released: facts.released,
    matchedTo: facts.matchedTo,
    submittedAt: facts.submittedAt,
    suspicious,
    movements,
    lastMovedAt: movements.at(-1)?.at ?? null,
  };
}

function accountMovement({ kind, fact }: MoneyMovement): AccountMovement {
  return { kind: kind === 'lost' ? 'lost' : 'paid', at: fact.effectiveAt };
}

/** What is paid out is no longer under way; what was lost is, when it is tried again. */
function mayBringMoney({ retryOf }: PaymentFacts, { phase, moneyStands }: Lifecycle): boolean {
  if (moneyStands) return false;
  switch (phase.kind) {
    case 'awaiting_gocardless':
    case 'requested':
    case 'pending_customer_approval':
    case 'pending_submission':
    case 'submitted':
    case 'confirmed':
      return true;
    case 'failed':
      return phase.willRetry || retryOf !== null;
    case 'rejected':
    case 'customer_approval_denied':
    case 'paid_out':
    case 'charged_back':
    case 'cancelled':
      return false;
    default:
      return never(phase);
  }
}

/** The mandate that staff chose for a customer's currency. Its id is `<customer>.<currency>`. */
export interface DefaultMandateRow extends Row {
  readonly customerId: string;
  readonly currency: string;
  readonly mandateId: string;
}

export const defaultMandates: Table<DefaultMandateRow> = {
  name: 'default_mandates',
  columns: { customerId: 'text', currency: 'text', mandateId: 'text' },
  keeps: 'history',
  indexes: [['customerId']],
  handles: ['DefaultMandateChosen'],
  touches: (event) =>
    event.type === 'DefaultMandateChosen' ? [balanceId(event.data.customerId, event.data.currency)] : [],
  fold: (row, event, id) => (event.type === 'DefaultMandateChosen' ? { id, ...event.data } : row),
};

function numberOf(rowId: string): number {
  const place = placeOfRow(rowId);
  if (place === null) throw new Error('A reserved row has an id that names its place in its batch.');
  return place.number;
}

function connectionOf({ metadata }: LogEvent): string {
  if (metadata.connectionId === undefined) throw new Error('A balance belongs to a customer of a connection.');
  return metadata.connectionId;
}

/** One checkpoint for all: what stops being a reserved row is a payment in the same moment, and no page shows neither. */
export const balancesReadModel: ReadModel = {
  name: 'balances',
  version: 1,
  tables: [statedBalances, exportRows, accountPayments, defaultMandates],
};
