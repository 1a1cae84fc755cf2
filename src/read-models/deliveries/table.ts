import { type EventType } from '../../domain/catalogue';
import { type LogEvent, type ReadModel, type Row, type Table } from '../engine/read-model';
import { thingOf } from '../happened';

/** A GoCardless event as one webhook, or one fetched page, brought it. Its id is `<connection>.<event>.<webhook or page>`. */
export interface DeliveryRow extends Row {
  readonly connectionId: string;
  readonly eventId: string;
  /** Null when we fetched it. */
  readonly webhookId: string | null;
  readonly resourceType: string;
  readonly action: string;
  readonly receivedAt: string;
}

export const deliveries: Table<DeliveryRow> = {
  name: 'deliveries',
  columns: {
    connectionId: 'text',
    eventId: 'text',
    webhookId: 'text',
    resourceType: 'text',
    action: 'text',
    receivedAt: 'instant',
  },
  keeps: 'grows',
  indexes: [['eventId']],
  handles: ['GoCardlessEventReceived'],
  touches: (event) => (event.type === 'GoCardlessEventReceived' ? [deliveryId(event)] : []),
  fold: (row, event, id) => {
    if (event.type !== 'GoCardlessEventReceived') return row;
    const { connectionId, webhookId, event: brought } = event.data;
    const { id: eventId, resourceType, action } = brought;
    return { id, connectionId, eventId, webhookId, resourceType, action, receivedAt: event.metadata.recordedAt };
  },
};

function deliveryId({ stream, data }: Extract<LogEvent, { type: 'GoCardlessEventReceived' }>): string {
  const page = thingOf({ stream }).slice(data.connectionId.length + 1);
  return `${data.connectionId}.${data.event.id}.${data.webhookId ?? page}`;
}

/** What became of a GoCardless event, however often it was brought. Its id is `<connection>.<event>`. */
export interface OutcomeRow extends Row {
  readonly connectionId: string;
  readonly eventId: string;
  readonly status: 'received' | 'applied' | 'ignored' | 'parked' | 'foreign';
  readonly reason: string | null;
  /** The delivery that brought it first; null for a fact that was recorded without any. */
  readonly firstDelivery: string | null;
  /** Where it was parked, if it was. */
  readonly parkedStream: string | null;
}

/** Facts that a GoCardless event became. Documents follow from them and are not looked at. */
export const GOCARDLESS_FACTS = [
  'MandateStatusChanged',
  'MandateReplaced',
  'MandateTransferred',
  'MandateResubmissionRequested',
  'PaymentCreated',
  'PaymentApprovalGranted',
  'PaymentApprovalDenied',
  'PaymentSubmittedToBank',
  'PaymentConfirmed',
  'PaymentPaidOut',
  'PaymentFailed',
  'PaymentChargedBack',
  'ChargebackCancelled',
  'PaymentResubmissionRequested',
  'PaymentCancelled',
  'LateFailureSettled',
  'ChargebackSettled',
  'SurchargeFeeDebited',
  'PayoutPaid',
  'PayoutFxRateConfirmed',
  'PayoutTaxRatesConfirmed',
  'PayoutBounced',
  'RefundStatusChanged',
] as const satisfies readonly EventType[];

export const outcomes: Table<OutcomeRow> = {
  name: 'gocardless_events',
  columns: {
    connectionId: 'text',
    eventId: 'text',
    status: 'text',
    reason: 'text',
    firstDelivery: 'text',
    parkedStream: 'text',
  },
  keeps: 'history',
  indexes: [['eventId']],
  handles: [
    'GoCardlessEventReceived',
    'GoCardlessEventIgnored',
    'GoCardlessEventParked',
    'GoCardlessEventForeign',
    'RedriveRequested',
    ...GOCARDLESS_FACTS,
  ],
  touches: (event) => {
    const { connectionId, gocardlessEventId } = event.metadata;
    return connectionId === undefined || gocardlessEventId === undefined
      ? []
      : [`${connectionId}.${gocardlessEventId}`];
  },
  fold: (row, event, id) => {
    const before = row ?? newOutcome(id, event);
    if (event.type === 'GoCardlessEventReceived') {
      return before.firstDelivery === null ? { ...before, firstDelivery: deliveryId(event) } : before;
    }
    // What stands as a fact stays applied, whatever is noted of another delivery of it.
    if (before.status === 'applied') return before;
    switch (event.type) {
      case 'GoCardlessEventIgnored':
        return { ...before, status: 'ignored', reason: event.data.reason };
      case 'GoCardlessEventParked':
        return { ...before, status: 'parked', reason: event.data.reason, parkedStream: event.stream };
      case 'GoCardlessEventForeign':
        return { ...before, status: 'foreign', reason: event.data.reason };
      case 'RedriveRequested':
        return { ...before, status: 'parked', reason: 'redrive_requested' };
      default:
        return { ...before, status: 'applied', reason: null };
    }
  },
};

function newOutcome(id: string, { metadata }: LogEvent): OutcomeRow {
  const { connectionId = '', gocardlessEventId = '' } = metadata;
  const nothingYet = { reason: null, firstDelivery: null, parkedStream: null };
  return { id, connectionId, eventId: gocardlessEventId, status: 'received', ...nothingYet };
}

export const deliveriesReadModel: ReadModel = { name: 'deliveries', version: 1, tables: [deliveries, outcomes] };
