import { type MandateFoundBy } from '../../domain/mandate/events';
import { type MandateState, mandateDecider } from '../../domain/mandate/mandate';
import { deadMark, mandateView, type MandateView } from '../../domain/mandate/mandate-status';
import { ordinalOf } from '../../application/ports/event-store';
import { type ReadModel, type Row, type Table } from '../engine/read-model';
import { happenedOf, thingOf } from '../happened';

/** A mandate that GoCardless spoke of or that somebody linked. Its id is `<connection>.<mandate>`. */
export interface MandateRow extends Row {
  readonly connectionId: string;
  readonly mandateId: string;
  /** Whose it is, or was last; null while nobody has ever linked it. */
  readonly customerId: string | null;
  /** False also after it was unlinked. */
  readonly linked: boolean;
  /** Ordinal of its last link. */
  readonly linkedAt: bigint | null;
  readonly gocardlessCustomerId: string | null;
  readonly scheme: string | null;
  readonly status: MandateView['status'];
  readonly usable: boolean;
  /** The mark of open scheduled payments on it, for example `mandate_cancelled`; null while it lives. */
  readonly deadMark: string | null;
  /** GoCardless's cause of the status. */
  readonly cause: string | null;
  readonly newMandateId: string | null;
  /** As GoCardless showed it when the mandate was linked. */
  readonly nextPossibleChargeDate: string | null;
  readonly foundBy: MandateFoundBy | null;
  /** What most of the rest follows from. */
  readonly state: MandateState;
}

export type VisibleMandate = Omit<MandateRow, 'state'>;

export const mandates: Table<MandateRow> = {
  name: 'mandates',
  columns: {
    connectionId: 'text',
    mandateId: 'text',
    customerId: 'text',
    linked: 'boolean',
    linkedAt: 'ordinal',
    gocardlessCustomerId: 'text',
    scheme: 'text',
    status: 'text',
    usable: 'boolean',
    deadMark: 'text',
    cause: 'text',
    newMandateId: 'text',
    nextPossibleChargeDate: 'date',
    foundBy: 'text',
    state: 'kept',
  },
  keeps: 'history',
  internal: ['state'],
  indexes: [['customerId']],
  handles: [
    'MandateLinked',
    'MandateUnlinked',
    'MandateStatusChanged',
    'MandateReplaced',
    'MandateTransferred',
    'MandateResubmissionRequested',
  ],
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    switch (event.type) {
      case 'MandateLinked':
      case 'MandateUnlinked':
      case 'MandateStatusChanged':
      case 'MandateReplaced':
      case 'MandateTransferred':
      case 'MandateResubmissionRequested': {
        const before = row?.state ?? mandateDecider.initial;
        const state = mandateDecider.evolve(before, happenedOf(event));
        const linkedAt = event.type === 'MandateLinked' ? ordinalOf(event.position) : (row?.linkedAt ?? null);
        return { ...visibleMandate(id, row, state, linkedAt), state };
      }
      default:
        return row;
    }
  },
};

function visibleMandate(
  id: string,
  row: MandateRow | null,
  { connectionId, mandateId, customerId, link, snapshot, observed }: MandateState,
  linkedAt: bigint | null,
): VisibleMandate {
  if (connectionId === null || mandateId === null) throw new Error('A mandate without a link or a fact has no event.');
  const view = mandateView({ snapshot, observed });
  return {
    id,
    connectionId,
    mandateId,
    customerId,
    linked: link !== null,
    linkedAt,
    // After unlinking they are as they were last.
    gocardlessCustomerId: link?.gocardlessCustomerId ?? row?.gocardlessCustomerId ?? null,
    scheme: link?.scheme ?? row?.scheme ?? null,
    status: view.status,
    usable: view.usable,
    deadMark: deadMark(view),
    cause: view.cause,
    newMandateId: view.newMandateId,
    nextPossibleChargeDate: link === null ? (row?.nextPossibleChargeDate ?? null) : link.nextPossibleChargeDate,
    foundBy: link?.foundBy ?? row?.foundBy ?? null,
  };
}

export const mandatesListReadModel: ReadModel = { name: 'mandates-list', version: 1, tables: [mandates] };
