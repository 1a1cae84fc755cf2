import { type BankReason } from '../state/organisation';
import catalogue from './event-actions.json';

/** One documented way in which an event action comes about. */
export interface EventAction {
  readonly resource_type: string;
  readonly action: string;
  readonly origin: string;
  readonly cause: string;
  readonly scheme: string | null;
  readonly reason_codes: readonly string[];
}

export const EVENT_ACTIONS: readonly EventAction[] = catalogue;

const BY_ACTION = new Map<string, EventAction[]>();
for (const row of EVENT_ACTIONS) {
  const key = `${row.resource_type} ${row.action}`;
  const rows = BY_ACTION.get(key) ?? [];
  rows.push(row);
  BY_ACTION.set(key, rows);
}

export function eventActions(resourceType: string, action: string): readonly EventAction[] {
  return BY_ACTION.get(`${resourceType} ${action}`) ?? [];
}

/** What a bank says most often, tried in this order when nobody asked for another cause. */
const USUAL_CAUSES: Readonly<Record<string, readonly string[]>> = {
  'payments failed': ['refer_to_payer', 'insufficient_funds', 'other'],
  'payments charged_back': ['authorisation_disputed', 'refund_requested', 'other'],
  'payments cancelled': ['mandate_cancelled', 'bank_account_closed'],
  'mandates cancelled': ['mandate_cancelled', 'bank_account_closed'],
  'mandates failed': ['invalid_bank_details', 'bank_account_closed', 'other'],
};

/** A type, not an interface: it is read as a plain record of details too. */
export type BankDetails = {
  readonly origin: string;
  readonly cause: string;
  readonly scheme: string;
  readonly reason_code?: string;
};

/** The details of an event that a bank causes: what was asked for, the rest as that scheme usually reports it. */
export function bankDetails(resourceType: string, action: string, scheme: string, reason: BankReason): BankDetails {
  const rows = eventActions(resourceType, action).filter((row) => row.origin === 'bank' && row.scheme === scheme);
  const usual = USUAL_CAUSES[`${resourceType} ${action}`] ?? [];
  const byCode = rows.find((row) => reason.reasonCode !== undefined && row.reason_codes.includes(reason.reasonCode));
  const cause =
    reason.cause ??
    byCode?.cause ??
    usual.find((candidate) => rows.some((row) => row.cause === candidate)) ??
    rows[0]?.cause ??
    usual[0] ??
    'other';
  const code = reason.reasonCode ?? rows.find((row) => row.cause === cause)?.reason_codes[0];
  return { origin: reason.origin ?? 'bank', cause, scheme, ...(code !== undefined && { reason_code: code }) };
}
