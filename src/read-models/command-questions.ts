import { comparePositions, type Position } from '../application/ports/event-store';
import {
  type CustomerToLink,
  type KnownConnection,
  type LinkedMandate,
  type ReadModels,
  type UnsentInstalment,
} from '../application/ports/queries';
import { groupBy } from '../domain/shared/grouping';
import { type ConnectionRow, connections, connectionsReadModel } from './connections/table';
import { type CustomerRow, customers, customersReadModel } from './customers/table';
import { deliveries, deliveriesReadModel, type DeliveryRow, type OutcomeRow, outcomes } from './deliveries/table';
import { paymentsTable, paymentsReadModel, type VisiblePayment } from './payments/table';
import { type ReadModelDatabase } from './engine/database';
import { type Progress } from './engine/progress';
import { RowReader } from './engine/reader';
import { findIncident, listOverdue } from './incidents/open-incidents';
import { mandates, mandatesReadModel, type VisibleMandate } from './mandates/table';
import { peopleOf } from './people/people-of';
import { peopleReadModel } from './people/table';
import { type RefundRow, refunds, refundsReadModel } from './refunds/table';
import { equalTo, withinConnections } from './view';
import { wouldLackMandate } from './scheduled-payments/mandate-marks';
import { type ScheduledPaymentRow, scheduledPayments, scheduledPaymentsReadModel } from './scheduled-payments/table';

const ASKED = [
  connectionsReadModel,
  mandatesReadModel,
  scheduledPaymentsReadModel,
  paymentsReadModel,
  deliveriesReadModel,
  refundsReadModel,
];
const TIMEOUT_MS = 2000;

/** What commands and processes ask of the read models. */
export function commandQuestions(database: ReadModelDatabase, progress: Progress): ReadModels {
  const reader = new RowReader(database);
  return {
    async caughtUp(position: Position): Promise<void> {
      await progress.waitUntil(
        ASKED.map(({ name }) => name),
        position,
        TIMEOUT_MS,
      );
    },

    async mandatesOf(customerId: string): Promise<readonly LinkedMandate[]> {
      const where = equalTo<VisibleMandate>({ customerId, linked: true });
      const rows = (await reader.readRows<VisibleMandate>(mandates, { where })).map(({ row }) => row);
      return rows
        .sort((a, b) => ((a.linkedAt ?? 0n) < (b.linkedAt ?? 0n) ? 1 : -1))
        .flatMap(({ connectionId, mandateId, scheme }) =>
          scheme === null ? [] : [{ connectionId, mandateId, scheme }],
        );
    },

    async mandatesOfPayer(connectionId: string, gocardlessCustomerId: string): Promise<readonly string[]> {
      const where = equalTo<VisibleMandate>({ connectionId, gocardlessCustomerId, linked: true });
      return (await reader.readRows<VisibleMandate>(mandates, { where })).map(({ row }) => row.mandateId);
    },

    async customersToLink(connectionId: string, position: Position): Promise<readonly CustomerToLink[]> {
      const compared = [customersReadModel, peopleReadModel, mandatesReadModel].map(({ name }) => name);
      await progress.waitUntil(compared, position, TIMEOUT_MS);
      const registered = equalTo<CustomerRow>({ connectionId, forgotten: false });
      const rows = await reader.readRows<CustomerRow>(customers, { where: registered });
      const ids = rows.map(({ row }) => row.id);
      const personal = await peopleOf(database, ids);
      const where = equalTo<VisibleMandate>({ connectionId, linked: true });
      const linked = groupBy(
        await reader.readRows<VisibleMandate>(mandates, { where }),
        ({ row }) => row.customerId ?? '',
      );
      return ids.map((customerId) => {
        const { name, company, email } = personal.get(customerId) ?? { name: null, company: null, email: null };
        const own = (linked.get(customerId) ?? []).map(({ row }) => row);
        const mandateIds = own.map(({ mandateId }) => mandateId);
        return { customerId, name, company, email, mandateIds, hasUsableMandate: own.some((row) => row.usable) };
      });
    },

    async unsentInstalments({ through, currencies }, connectionIds): Promise<readonly UnsentInstalment[]> {
      const unsent = equalTo<ScheduledPaymentRow>({ paymentId: null, cancelled: false });
      const where = {
        ...withinConnections({ connectionIds }),
        ...unsent,
        currency: { in: currencies },
        dueDate: { to: through },
      };
      const rows = await reader.readRows<ScheduledPaymentRow>(scheduledPayments, { where });
      return rows.map(({ row: { connectionId, salesOrderId, id, dueDate } }) => {
        return { connectionId, salesOrderId, scheduledPaymentId: id, dueDate };
      });
    },

    async instalmentsWaitFor(customerId: string, mandateId: string): Promise<boolean> {
      const where = equalTo<ScheduledPaymentRow>({ customerId, paymentId: null, cancelled: false });
      const rows = await reader.readRows<ScheduledPaymentRow>(scheduledPayments, { where });
      const unsent = rows.map(({ row }) => row);
      return wouldLackMandate(database, unsent, mandateId);
    },

    async receivedEvents(connectionId: string, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
      const where = { connectionId: { equals: connectionId }, eventId: { in: eventIds } };
      const rows = await reader.readRows<DeliveryRow>(deliveries, { where });
      return new Set(rows.map(({ row }) => row.eventId));
    },

    async parkedStream(eventId: string) {
      const rows = await reader.readRows<OutcomeRow>(outcomes, { where: { eventId: { equals: eventId } } });
      const parked = rows.find(({ row }) => row.parkedStream !== null)?.row;
      if (parked === undefined || parked.parkedStream === null) return null;
      return { connectionId: parked.connectionId, stream: parked.parkedStream };
    },

    async orderOf(scheduledPaymentId: string): Promise<string | null> {
      const [found] = await reader.readRows<ScheduledPaymentRow>(scheduledPayments, { ids: [scheduledPaymentId] });
      return found?.row.salesOrderId ?? null;
    },

    async statusesOf(
      connectionId: string,
      gocardlessPaymentIds: readonly string[],
    ): Promise<ReadonlyMap<string, string>> {
      const where = { connectionId: { equals: connectionId }, gocardlessPaymentId: { in: gocardlessPaymentIds } };
      const rows = await reader.readRows<VisiblePayment>(paymentsTable, { where });
      return new Map(rows.map(({ row }) => [row.gocardlessPaymentId ?? '', row.status]));
    },

    async unidentifiedPayments(connectionId: string, mandateId: string): Promise<readonly string[]> {
      const where = equalTo<VisiblePayment>({ connectionId, mandateId, customerId: null });
      return (await reader.readRows<VisiblePayment>(paymentsTable, { where })).map(({ row }) => row.id);
    },

    async unidentifiedRefunds(connectionId: string) {
      const where = equalTo<RefundRow>({ connectionId, customerId: null, gocardlessPaymentId: null, shown: false });
      const rows = await reader.readRows<RefundRow>(refunds, { where });
      return rows.flatMap(({ row: { refundId, mandateId } }) => (refundId === null ? [] : [{ refundId, mandateId }]));
    },

    async mandatesBefore(connectionId: string, mandateId: string): Promise<readonly string[]> {
      const before: string[] = [];
      for (let later: readonly string[] = [mandateId]; later.length > 0;) {
        const where = { connectionId: { equals: connectionId }, newMandateId: { in: later } };
        const rows = await reader.readRows<VisibleMandate>(mandates, { where });
        later = rows.map(({ row }) => row.mandateId).filter((id) => id !== mandateId && !before.includes(id));
        before.push(...later);
      }
      return before;
    },

    incident: (incidentId, at) => findIncident(database, incidentId, at),

    overduePayments: (connectionId, at) => listOverdue(database, connectionId, at),

    async connections(): Promise<readonly KnownConnection[]> {
      const rows = await reader.readRows<ConnectionRow>(connections);
      return rows.map(({ row: { id, creditorId, environment } }) => ({ connectionId: id, creditorId, environment }));
    },

    async hasReached(what: 'connections' | 'scheduled payments', position: Position): Promise<boolean> {
      const { name } = what === 'connections' ? connectionsReadModel : scheduledPaymentsReadModel;
      return comparePositions(await progress.positionReached([name]), position) >= 0;
    },
  };
}
