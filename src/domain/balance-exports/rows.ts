import { addWorkingDays } from '../shared/calendar';
import { derivedId } from '../shared/identity';

/** At most this many rows stand in one event, and in one chunk of their numbers. */
export const ROWS_PER_EVENT = 500;

/**
 * Id of a row, which is also its tag at GoCardless. It names batch and number, so that whoever meets the tag finds the row in the log
 * itself: no read model has to be asked whether it has caught up.
 */
export function exportRowId(balanceExportId: string, number: number): string {
  return `blr_${balanceExportId.slice(balanceExportId.indexOf('_') + 1)}_${number}`;
}

export interface RowPlace {
  readonly balanceExportId: string;
  /** From 1. */
  readonly number: number;
  /** Revision in the batch's stream of rows of the event that holds it. */
  readonly revision: number;
}

/** Where the row of a tag stands, or null for a text that is no tag of ours. */
export function placeOfRow(tag: string): RowPlace | null {
  const found = /^blr_([0-9a-f]{32})_([1-9][0-9]{0,8})$/.exec(tag);
  const [, batch, digits] = found ?? [];
  if (batch === undefined || digits === undefined) return null;
  const number = Number(digits);
  return { balanceExportId: `bex_${batch}`, number, revision: Math.floor((number - 1) / ROWS_PER_EVENT) };
}

/** The payment that a row becomes, whoever makes it one: the command, the collection or the adoption of what GoCardless shows. */
export function rowPaymentId(rowId: string): string {
  return derivedId('pay', 'row', rowId);
}

/** GoCardless shows an uploaded row within a working day; one that is not seen by the end of this day was probably never uploaded. */
export function rowExpectedBy(addedOn: string): string {
  return addWorkingDays(addedOn, 1, new Set());
}
