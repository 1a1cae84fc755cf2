import { typesOf } from '../../domain/catalogue';
import { type MandateFoundBy } from '../../domain/mandates/events';
import { type MandateState, mandateDecider } from '../../domain/mandates/mandate';
import { deadMark, mandateView, type MandateView } from '../../domain/mandates/mandate-status';
import { ordinalOf } from '../../application/ports/event-store';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
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
  /** `mandate_replaced`, `mandate_cancelled`, …, or `mandate_unknown` while GoCardless has said nothing; null while it is usable. */
  readonly unusableReason: string | null;
  /** The mark of open scheduled payments on it, for example `mandate_cancelled`; null while it lives. */
  readonly deadMark: string | null;
  /** GoCardless's cause of the status. */
  readonly cause: string | null;
  readonly newMandateId: string | null;
  /** As GoCardless showed it when the mandate was linked. */
  readonly nextPossibleChargeDate: string | null;
  readonly foundBy: MandateFoundBy | null;
  /** Who linked it last: `user:<key>`, or `gocardless` for one that linked itself. */
  readonly linkedBy: string | null;
  /** What most of the rest follows from. */
  readonly state: MandateState;
}

export type VisibleMandate = Omit<MandateRow, 'state'>;

export const mandates = tableOf<MandateRow>()({
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
    unusableReason: 'text',
    deadMark: 'text',
    cause: 'text',
    newMandateId: 'text',
    nextPossibleChargeDate: 'date',
    foundBy: 'text',
    linkedBy: 'text',
    state: 'kept',
  },
  keeps: 'history',
  internal: ['state'],
  indexes: [['customerId'], ['gocardlessCustomerId'], ['newMandateId']],
  handles: typesOf('mandate'),
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    const state = mandateDecider.evolve(row?.state ?? mandateDecider.initial, happenedOf(event));
    const { linkedAt = null, linkedBy = null } =
      event.type === 'MandateLinked'
        ? { linkedAt: ordinalOf(event.position), linkedBy: event.metadata.actor }
        : (row ?? {});
    return { ...visibleMandate(id, row, state), linkedAt, linkedBy, state };
  },
});

function visibleMandate(
  id: string,
  row: MandateRow | null,
  { connectionId, mandateId, customerId, link, snapshot, observed, obstacle }: MandateState,
): Omit<VisibleMandate, 'linkedAt' | 'linkedBy'> {
  if (connectionId === null || mandateId === null) throw new Error('A mandate without a link or a fact has no event.');
  const view = mandateView({ snapshot, observed, obstacle });
  return {
    id,
    connectionId,
    mandateId,
    customerId,
    linked: link !== null,
    // After unlinking they are as they were last.
    gocardlessCustomerId: link?.gocardlessCustomerId ?? row?.gocardlessCustomerId ?? null,
    scheme: link?.scheme ?? row?.scheme ?? null,
    status: view.status,
    usable: view.usable,
    unusableReason: unusableReason(view),
    deadMark: deadMark(view),
    cause: view.cause,
    newMandateId: view.newMandateId,
    nextPossibleChargeDate: link === null ? (row?.nextPossibleChargeDate ?? null) : link.nextPossibleChargeDate,
    foundBy: link?.foundBy ?? row?.foundBy ?? null,
  };
}

function unusableReason(view: MandateView): string | null {
  if (view.usable) return null;
  return view.newMandateId === null ? (deadMark(view) ?? 'mandate_unknown') : 'mandate_replaced';
}

export const mandatesReadModel: ReadModel = { name: 'mandates', version: 4, tables: [mandates] };
