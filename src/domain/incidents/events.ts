import { type Personal } from '../customers/events';
import { type Fact } from '../shared/event';

/** A person has looked at it. The incident itself follows from the facts; only this is written down. */
export type IncidentResolved = Fact<
  'IncidentResolved',
  {
    readonly incidentId: string;
    readonly connectionId: string;
    /** The payment that it is about; null when it is about something else. */
    readonly paymentId: string | null;
    readonly note: Personal;
    /** The person that the note is sealed for: the customer it is about, or else the incident itself. */
    readonly notedFor: string;
  }
>;
