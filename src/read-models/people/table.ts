import { type Personal } from '../../domain/customers/events';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';
import { folded } from './folded';

export interface MandatePersonalData {
  readonly reference: Personal;
  readonly bankName: Personal;
  readonly accountNumberEnding: Personal;
}

/**
 * All that stands in clear about a person. One row for each, whatever it is about: so forgetting a person is deleting a row, and
 * nothing of theirs can be left behind in another. An incident of nobody known stands for a person of its own.
 */
export interface PersonRow extends Row {
  readonly name: Personal;
  readonly company: Personal;
  readonly email: Personal;
  /** Name, company and e-mail address as they are looked for. */
  readonly search: string;
  /** By `<connection>.<mandate>`. */
  readonly mandates: Readonly<Record<string, MandatePersonalData>>;
  /** The items of an order's lines, by the order's id. */
  readonly orders: Readonly<Record<string, readonly Personal[]>>;
  /** What staff wrote of incidents, by the incident's id. */
  readonly notes: Readonly<Record<string, Personal>>;
}

const NOTHING_KNOWN = { name: null, company: null, email: null, search: '', mandates: {}, orders: {}, notes: {} };

export const people = tableOf<PersonRow>()({
  name: 'people',
  columns: {
    name: 'text',
    company: 'text',
    email: 'text',
    search: 'text',
    mandates: 'json',
    orders: 'json',
    notes: 'json',
  },
  keeps: 'present',
  indexes: [],
  unlisted: true,
  handles: [
    'CustomerRegistered',
    'CustomerDetailsChanged',
    'CustomerForgotten',
    'MandateLinked',
    'SalesOrderPlaced',
    'IncidentResolved',
  ],
  touches: (event) => {
    switch (event.type) {
      case 'MandateLinked':
      case 'SalesOrderPlaced':
        return [event.data.customerId];
      case 'IncidentResolved':
        return [event.data.notedFor];
      default:
        return [thingOf(event)];
    }
  },
  fold: (row, event, id) => {
    if (event.type === 'CustomerRegistered') {
      const { name, company, email } = event.data;
      return { ...NOTHING_KNOWN, id, ...called(name, company, email) };
    }
    if (event.type === 'IncidentResolved') {
      const { incidentId, note } = event.data;
      const person = row ?? (id === incidentId ? { ...NOTHING_KNOWN, id } : null);
      return person === null ? null : { ...person, notes: { ...person.notes, [incidentId]: note } };
    }
    // Whoever was forgotten stays forgotten.
    if (row === null) return null;
    switch (event.type) {
      case 'CustomerDetailsChanged': {
        const { name = row.name, company = row.company, email = row.email } = event.data;
        return { ...row, ...called(name, company, email) };
      }
      case 'CustomerForgotten':
        return null;
      case 'MandateLinked': {
        const { connectionId, mandateId, reference, bankName, accountNumberEnding } = event.data;
        const mandate = { reference, bankName, accountNumberEnding };
        return { ...row, mandates: { ...row.mandates, [`${connectionId}.${mandateId}`]: mandate } };
      }
      case 'SalesOrderPlaced': {
        const { salesOrderId, lines } = event.data;
        return { ...row, orders: { ...row.orders, [salesOrderId]: lines.map(({ item }) => item) } };
      }
      default:
        return row;
    }
  },
});

function called(name: Personal, company: Personal, email: Personal) {
  const search = [name, company, email].filter((text) => text !== null).map(folded);
  return { name, company, email, search: search.join('\n') };
}

export const peopleReadModel: ReadModel = { name: 'people', version: 2, tables: [people] };
