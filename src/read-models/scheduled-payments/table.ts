import { typesOf } from '../../domain/catalogue';
import { type PlannedInstalment } from '../../domain/sales-orders/events';
import { never } from '../../domain/shared/decider';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';

/** An instalment of a sales order. What became of its attempts stands with their e-payments and is joined when it is read. */
export interface ScheduledPaymentRow extends Row {
  readonly connectionId: string;
  readonly salesOrderId: string;
  readonly customerId: string;
  /** Its place in the plan as it was placed, from 0. */
  readonly planIndex: number;
  /** The mandate chosen for it, or the one that it was released with; null for the customer's default when it is sent. */
  readonly mandateId: string | null;
  readonly dueDate: string;
  readonly amount: number;
  readonly currency: string;
  /** The e-payment of the newest attempt; null while it was never released. */
  readonly paymentId: string | null;
  /** How often it was released. */
  readonly attempt: number;
  /** When it was last released. */
  readonly sentAt: string | null;
  readonly cancelled: boolean;
}

export const scheduledPayments = tableOf<ScheduledPaymentRow>()({
  name: 'scheduled_payments',
  columns: {
    connectionId: 'text',
    salesOrderId: 'text',
    customerId: 'text',
    planIndex: 'integer',
    mandateId: 'text',
    dueDate: 'date',
    amount: 'amount',
    currency: 'text',
    paymentId: 'text',
    attempt: 'integer',
    sentAt: 'instant',
    cancelled: 'boolean',
  },
  keeps: 'history',
  indexes: [['salesOrderId'], ['customerId'], ['dueDate'], ['sentAt']],
  handles: typesOf('salesOrder'),
  touches: (event) => {
    switch (event.type) {
      case 'SalesOrderPlaced':
      case 'InstalmentsChanged':
        return event.data.instalments.map(({ scheduledPaymentId }) => scheduledPaymentId);
      case 'InstalmentReleased':
      case 'InstalmentCancelled':
        return [event.data.scheduledPaymentId];
      default:
        return never(event);
    }
  },
  fold: (row, event, id) => {
    if (event.type === 'SalesOrderPlaced') {
      const { connectionId, salesOrderId, customerId, currency, instalments } = event.data;
      const sent = { paymentId: null, attempt: 0, sentAt: null, cancelled: false };
      const planIndex = instalments.findIndex(({ scheduledPaymentId }) => scheduledPaymentId === id);
      const order = { connectionId, salesOrderId, customerId, currency };
      return { id, ...order, planIndex, ...plannedOf(instalments, id), ...sent };
    }
    if (row === null) return null;
    switch (event.type) {
      case 'InstalmentsChanged':
        return { ...row, ...plannedOf(event.data.instalments, id) };
      case 'InstalmentReleased': {
        const { paymentId, attempt, amount, mandateId } = event.data;
        return { ...row, paymentId, attempt, amount, mandateId, sentAt: event.metadata.effectiveAt };
      }
      case 'InstalmentCancelled':
        return { ...row, cancelled: true };
      default:
        return never(event);
    }
  },
});

function plannedOf(
  instalments: readonly PlannedInstalment[],
  id: string,
): Pick<ScheduledPaymentRow, 'mandateId' | 'dueDate' | 'amount'> {
  const planned = instalments.find(({ scheduledPaymentId }) => scheduledPaymentId === id);
  if (planned === undefined) throw new Error('An event touches only the instalments that it names.');
  const { mandateId, dueDate, amount } = planned;
  return { mandateId, dueDate, amount };
}

export const scheduledPaymentsReadModel: ReadModel = {
  name: 'scheduled-payments',
  version: 2,
  tables: [scheduledPayments],
};
