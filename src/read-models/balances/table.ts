import { type LogEvent } from '../../application/ports/log-event';
import { placeOfRow } from '../../domain/balance-exports/rows';
import { typesOf } from '../../domain/catalogue';
import { type Row, tableOf } from '../engine/read-model';

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

export const statedBalances = tableOf<StatedBalanceRow>()({
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
  handles: typesOf('balance'),
  touches: (event) => [balanceId(event.data.customerId, event.data.currency)],
  fold: (row, event, id) => {
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
  },
});

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

export const exportRows = tableOf<ExportRowRow>()({
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
});

/** The mandate that staff chose for a customer's currency. Its id is `<customer>.<currency>`. */
export interface DefaultMandateRow extends Row {
  readonly customerId: string;
  readonly currency: string;
  readonly mandateId: string;
}

export const defaultMandates = tableOf<DefaultMandateRow>()({
  name: 'default_mandates',
  columns: { customerId: 'text', currency: 'text', mandateId: 'text' },
  keeps: 'history',
  indexes: [['customerId']],
  unlisted: true,
  handles: ['DefaultMandateChosen'],
  touches: (event) => [balanceId(event.data.customerId, event.data.currency)],
  fold: (_, event, id) => ({ id, ...event.data }),
});

function numberOf(rowId: string): number {
  const place = placeOfRow(rowId);
  if (place === null) throw new Error('A reserved row has an id that names its place in its batch.');
  return place.number;
}

function connectionOf({ metadata }: LogEvent): string {
  if (metadata.connectionId === undefined) throw new Error('A balance belongs to a customer of a connection.');
  return metadata.connectionId;
}
