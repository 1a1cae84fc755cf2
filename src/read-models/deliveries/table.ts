import { typesOf } from '../../domain/catalogue';
import { never } from '../../domain/shared/decider';
import { type LogEvent, type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

/** A GoCardless event as one webhook, or one fetched page, brought it. Its id is `<connection>.<body>/<place>`, in the order of the list. */
export interface DeliveryRow extends Row {
  readonly connectionId: string;
  readonly eventId: string;
  /** Null when we fetched it. */
  readonly webhookId: string | null;
  readonly resourceType: string;
  readonly action: string;
  readonly receivedAt: string;
}

export const deliveries = tableOf<DeliveryRow>()({
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
  handles: ['DeliveryReceived'],
  touches: (event) => {
    const delivery = thingOf(event);
    return event.data.events.map((_, place) => `${delivery}/${String(place).padStart(4, '0')}`);
  },
  fold: (row, event, id) => {
    const brought = event.data.events[Number(id.slice(id.lastIndexOf('/') + 1))];
    if (brought === undefined) return row;
    const { connectionId, webhookId } = event.data;
    const { id: eventId, resourceType, action } = brought;
    return { id, connectionId, eventId, webhookId, resourceType, action, receivedAt: event.metadata.recordedAt };
  },
});

/**
 * Facts that a GoCardless event became. What a refund moves on its payment stands there before the refund's own fact, which says that the
 * event is done; documents follow from facts and are not looked at.
 */
export const GOCARDLESS_FACTS = typesOf(['mandate', 'payment', 'payout', 'refund', 'plan', 'resource'], 'gocardless');

/** A GoCardless event that became a fact. Its id is `<connection>.<event>`. */
export type AppliedRow = Row;

export const applied = tableOf<AppliedRow>()({
  name: 'applied_gocardless_events',
  columns: {},
  keeps: 'grows',
  indexes: [],
  unlisted: true,
  handles: GOCARDLESS_FACTS,
  touches: gocardlessEventOf,
  fold: (_, _event, id) => ({ id }),
});

/** Why nothing came of a GoCardless event until now. Its id is `<connection>.<event>`; one that became a fact at once has no row. */
export interface OutcomeRow extends Row {
  readonly connectionId: string;
  readonly eventId: string;
  readonly status: 'ignored' | 'parked' | 'foreign';
  readonly reason: string | null;
  /** Where it was parked, if it was. */
  readonly parkedStream: string | null;
}

export const outcomes = tableOf<OutcomeRow>()({
  name: 'gocardless_events',
  columns: { connectionId: 'text', eventId: 'text', status: 'text', reason: 'text', parkedStream: 'text' },
  keeps: 'history',
  indexes: [['eventId']],
  unlisted: true,
  handles: ['GoCardlessEventIgnored', ...typesOf('waiting')],
  touches: gocardlessEventOf,
  fold: (row, event, id) => {
    const { connectionId = '', gocardlessEventId: eventId = '' } = event.metadata;
    const parkedStream = row?.parkedStream ?? null;
    switch (event.type) {
      case 'GoCardlessEventIgnored':
        return { id, connectionId, eventId, status: 'ignored', reason: event.data.reason, parkedStream };
      case 'GoCardlessEventParked':
        return { id, connectionId, eventId, status: 'parked', reason: event.data.reason, parkedStream: event.stream };
      case 'GoCardlessEventForeign':
        return { id, connectionId, eventId, status: 'foreign', reason: event.data.reason, parkedStream };
      case 'RedriveRequested':
        return { id, connectionId, eventId, status: 'parked', reason: 'redrive_requested', parkedStream };
      default:
        return never(event);
    }
  },
});

function gocardlessEventOf({ metadata: { connectionId, gocardlessEventId } }: LogEvent): readonly string[] {
  return connectionId === undefined || gocardlessEventId === undefined ? [] : [`${connectionId}.${gocardlessEventId}`];
}

export const deliveriesReadModel: ReadModel = {
  name: 'deliveries',
  version: 3,
  tables: [deliveries, applied, outcomes],
};
