import { fields, nullable, optional } from '../../../fields/field';
import { day, flag, id, oneOf, text } from '../../../fields/kinds';
const MANDATE_STATUSES = [
  'pending_customer_approval',
  'pending_submission',
  'submitted',
  'active',
  'suspended_by_payer',
  'failed',
  'cancelled',
  'expired',
  'consumed',
  'blocked',
  'unknown',
] as const;

const FOUND_BY = ['email', 'gocardless_customer_id', 'mandate_id', 'itself'] as const;

export class MandateItem extends fields({
  mandateId: id(),
  customerId: id(),
  customerName: nullable(text()),
  gocardlessCustomerId: nullable(id()),
  scheme: nullable(text()),
  status: oneOf(MANDATE_STATUSES),
  usable: flag(),
  reference: nullable(text()),
  nextPossibleChargeDate: nullable(day({ description: 'As GoCardless showed it when the mandate was linked.' })),
  connectionId: id(),
  linked: flag(),
  cause: nullable(text({ description: 'GoCardless’s cause of the status.' })),
  effectiveMandateId: id({ description: 'The mandate that took its place in the end; itself when there is none.' }),
  bankName: nullable(text()),
  accountNumberEnding: nullable(text()),
  company: nullable(text()),
  unusableReason: nullable(
    text({ description: 'For example mandate_cancelled or mandate_replaced; null while it is usable.' }),
  ),
  foundBy: nullable(oneOf(FOUND_BY, { description: 'What led to it; itself: nobody had to look for it.' })),
  linkedBy: nullable(text({ description: 'Who linked it: user:<key>, or gocardless for one that linked itself.' })),
  lastUsedAt: nullable(day({ description: 'The latest charge date of a payment on it that was not cancelled.' })),
  default: flag({ description: 'It was chosen for its currency, or took the place of the one that was.' }),
}) {}

export class MandateFilters extends fields({
  mandateId: optional(id()),
  customerId: optional(id()),
  gocardlessCustomerId: optional(id()),
  scheme: optional(text()),
  status: optional(oneOf(MANDATE_STATUSES)),
  usable: optional(flag()),
  unusableReason: optional(text()),
  customerName: optional(text({ max: 500 })),
  company: optional(text({ max: 500 })),
  foundBy: optional(oneOf(FOUND_BY)),
  linkedBy: optional(text()),
  default: optional(flag()),
  includeUnlinked: optional(flag({ description: 'Also those that were taken off their customer.' })),
}) {}
