import { fields, nullable, optional } from '../../../fields/field';
import { email, flag, id, oneOf, text } from '../../../fields/kinds';
import { MANDATE_STATUSES } from '../../../read-models/mandates/list';
import { LONGEST_NAME } from '../../../read-models/customers/list';

export class RegisterCustomerBody extends fields({
  name: text({ max: LONGEST_NAME }),
  company: optional(text({ max: LONGEST_NAME })),
  email: optional(email()),
  reference: optional(text({ max: LONGEST_NAME, description: 'Your own number for the customer.' })),
  round: optional(text({ max: LONGEST_NAME, description: 'The collector’s round that the customer is on.' })),
  connectionId: optional(id({ description: 'Needed when there are several connections.' })),
}) {}

/** What is left out stays; null empties a field. */
export class ChangeCustomerBody extends fields({
  name: optional(text({ max: LONGEST_NAME })),
  company: optional(nullable(text({ max: LONGEST_NAME }))),
  email: optional(nullable(email())),
  reference: optional(nullable(text({ max: LONGEST_NAME }))),
  round: optional(nullable(text({ max: LONGEST_NAME }))),
}) {}

export class CustomerId extends fields({
  id: id(),
}) {}

export class LinkedMandate extends fields({
  mandateId: id(),
  status: oneOf(MANDATE_STATUSES),
  scheme: text(),
  usable: flag(),
}) {}

export class DefaultMandate extends fields({
  mandateId: id(),
  currency: text(),
}) {}

export class UnlinkedMandate extends fields({
  mandateId: id(),
}) {}
