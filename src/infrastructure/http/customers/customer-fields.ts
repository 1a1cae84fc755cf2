import { fields, nullable, optional } from '../../../fields/field';
import { email, flag, id, listOf, text } from '../../../fields/kinds';
import { MandateItem } from '../mandates/mandate-fields';

const LONGEST = 500;

export class RegisterCustomerBody extends fields({
  name: text({ max: LONGEST }),
  company: optional(text({ max: LONGEST })),
  email: optional(email()),
  reference: optional(text({ max: LONGEST, description: 'Your own number for the customer.' })),
  round: optional(text({ max: LONGEST, description: 'The collector’s round that the customer is on.' })),
  connectionId: optional(id({ description: 'Needed when there are several connections.' })),
}) {}

/** What is left out stays; null empties a field. */
export class ChangeCustomerBody extends fields({
  name: optional(text({ max: LONGEST })),
  company: optional(nullable(text({ max: LONGEST }))),
  email: optional(nullable(email())),
  reference: optional(nullable(text({ max: LONGEST }))),
  round: optional(nullable(text({ max: LONGEST }))),
}) {}

export class CustomerId extends fields({
  id: id(),
}) {}

export class CustomerItem extends fields({
  id: id(),
  name: nullable(text()),
  company: nullable(text()),
  email: nullable(text()),
  reference: nullable(text()),
  round: nullable(text()),
  connectionId: id(),
  forgotten: flag({ description: 'Their personal data are gone for good.' }),
}) {}

export class CustomerWithMandates extends fields({
  ...CustomerItem.fields,
  mandates: listOf(MandateItem),
}) {}

export class CustomerFilters extends fields({
  name: optional(text({ max: LONGEST })),
  company: optional(text({ max: LONGEST })),
  email: optional(text({ max: LONGEST })),
  reference: optional(text({ max: LONGEST })),
  round: optional(text({ max: LONGEST })),
  forgotten: optional(flag()),
}) {}

export class LinkedMandate extends fields({
  mandateId: id(),
  status: text(),
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
