import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

/** A customer without what is personal. */
export interface CustomerRow extends Row {
  readonly connectionId: string;
  /** Their number in the accounting system. */
  readonly reference: string | null;
  /** The collector's round. */
  readonly round: string | null;
  readonly forgotten: boolean;
}

export const customers = tableOf<CustomerRow>()({
  name: 'customers',
  columns: { connectionId: 'text', reference: 'text', round: 'text', forgotten: 'boolean' },
  keeps: 'history',
  indexes: [['reference'], ['round']],
  handles: ['CustomerRegistered', 'CustomerDetailsChanged', 'CustomerForgotten'],
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    if (event.type === 'CustomerRegistered') {
      const { connectionId, reference, round } = event.data;
      return { id, connectionId, reference, round, forgotten: false };
    }
    if (row === null) return null;
    switch (event.type) {
      case 'CustomerDetailsChanged': {
        const { reference = row.reference, round = row.round } = event.data;
        return { ...row, reference, round };
      }
      case 'CustomerForgotten':
        return { ...row, forgotten: true };
      default:
        return row;
    }
  },
});

export const customersReadModel: ReadModel = { name: 'customers', version: 1, tables: [customers] };
