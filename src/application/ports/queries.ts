import { type Environment } from '../../domain/connections/events';
import { type Position } from './event-store';

/** What commands and processes ask of the read models. Answers may trail the log; `caughtUp` waits until they do not. */
export interface ReadModels {
  /** Waits until the read models behind these questions have reached a position, 2 seconds at most. */
  caughtUp(position: Position): Promise<void>;
  /** Mandates linked to a customer, newest link first, unlinked ones left out. */
  mandatesOf(customerId: string): Promise<readonly LinkedMandate[]>;
  /** Mandates of a GoCardless customer that are linked to somebody. */
  mandatesOfPayer(connectionId: string, gocardlessCustomerId: string): Promise<readonly string[]>;
  /**
   * All customers of a connection who were not forgotten, as far as it takes to see who of GoCardless's payers they are. Waits for the
   * position, 2 seconds at most.
   */
  customersToLink(connectionId: string, position: Position): Promise<readonly CustomerToLink[]>;
  /** Instalments never released and not cancelled, due on a day or before, oldest first. */
  unsentInstalments(
    due: { readonly through: string; readonly currencies: readonly string[] },
    connectionIds: 'all' | readonly string[],
  ): Promise<readonly UnsentInstalment[]>;
  /** Whether unsent instalments of the customer would be without a mandate if this one were taken away. */
  instalmentsWaitFor(customerId: string, mandateId: string): Promise<boolean>;
  /** Which of these GoCardless events were received already. */
  receivedEvents(connectionId: string, eventIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Where a GoCardless event is parked, if it was. */
  parkedStream(eventId: string): Promise<{ readonly connectionId: string; readonly stream: string } | null>;
  /** The order that a scheduled payment belongs to. */
  orderOf(scheduledPaymentId: string): Promise<string | null>;
  /** Statuses of our payments by their GoCardless ids, as far as they are known here. */
  statusesOf(connectionId: string, gocardlessPaymentIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Adopted payments on a mandate whose customer nobody knew. */
  unidentifiedPayments(connectionId: string, mandateId: string): Promise<readonly string[]>;
  /** Refunds without a payment whose customer nobody knew, with their mandates; GoCardless's ids. */
  unidentifiedRefunds(
    connectionId: string,
  ): Promise<readonly { readonly refundId: string; readonly mandateId: string | null }[]>;
  /** Mandates whose place this one took, directly or through others. */
  mandatesBefore(connectionId: string, mandateId: string): Promise<readonly string[]>;
  /** An incident that counts at a time (ISO 8601 UTC), or null. */
  incident(incidentId: string, at: string): Promise<KnownIncident | null>;
  /** GoCardless's ids of the payments of which it says nothing although it should have by this time. */
  overduePayments(connectionId: string, at: string): Promise<readonly string[]>;
  /** All connections, oldest first. */
  connections(): Promise<readonly KnownConnection[]>;
  /** Whether all connections, or scheduled payments, that were there by a position are known now: only then is one not found not there. */
  hasReached(what: 'connections' | 'scheduled payments', position: Position): Promise<boolean>;
}

/** A read model did not get to where the log is: what it would answer could be wrong. It passes by itself, or somebody mends it. */
export class ReadModelBehind extends Error {
  constructor(readonly readModel: string) {
    super(`The read model ${readModel} is behind the log.`);
    this.name = 'ReadModelBehind';
  }
}

export interface LinkedMandate {
  readonly connectionId: string;
  readonly mandateId: string;
  readonly scheme: string;
}

/** Personal data: compared, never logged or kept. */
export interface CustomerToLink {
  readonly customerId: string;
  readonly name: string | null;
  readonly company: string | null;
  readonly email: string | null;
  /** All mandates that are linked to them, and whether one of these is usable. */
  readonly mandateIds: readonly string[];
  readonly hasUsableMandate: boolean;
}

export interface UnsentInstalment {
  readonly connectionId: string;
  readonly salesOrderId: string;
  readonly scheduledPaymentId: string;
  readonly dueDate: string;
}

export interface KnownIncident {
  readonly type: string;
  readonly connectionId: string;
  readonly paymentId: string | null;
  readonly customerId: string | null;
  readonly resolvedBy: 'facts' | 'staff' | null;
}

export interface KnownConnection {
  readonly connectionId: string;
  readonly creditorId: string;
  readonly environment: Environment;
}

export const READ_MODELS = Symbol('ReadModels');
