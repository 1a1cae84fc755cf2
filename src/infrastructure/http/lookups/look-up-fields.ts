import { fields, nullable, optional } from '../../../fields/field';
import { email, flag, id, listOf, text } from '../../../fields/kinds';
import { type FoundCustomer, type LookUpKey, usable } from '../../../application/gocardless-reads/look-up';
import { invalid } from '../errors/problem';

/** One of the three keys under which somebody is found at GoCardless. */
export class LookUpKeyBody extends fields({
  email: optional(email()),
  gocardlessCustomerId: optional(id()),
  mandateId: optional(id()),
}) {}

export class LookUpBody extends fields({
  ...LookUpKeyBody.fields,
  connectionId: optional(id({ description: 'Needed when there are several connections.' })),
}) {}

class FoundMandateFields extends fields({
  mandateId: id(),
  scheme: text(),
  status: text(),
  usable: flag(),
}) {}

/** Personal data, for whoever decides whom to link. */
export class FoundCustomerFields extends fields({
  gocardlessCustomerId: id(),
  name: nullable(text()),
  company: nullable(text()),
  email: nullable(text()),
  bankName: nullable(text()),
  accountNumberEnding: nullable(text()),
  mandates: listOf(FoundMandateFields),
}) {}

export class LookedUp extends fields({
  customers: listOf(FoundCustomerFields),
}) {}

const KEYS = ['email', 'gocardlessCustomerId', 'mandateId'] as const;

/** The one key that a body has; 422 for none, and for several, which may lead to different people. */
export function lookUpKeyOf({ email, gocardlessCustomerId, mandateId }: LookUpKeyBody): LookUpKey {
  const keys: readonly LookUpKey[] = [
    ...(email === undefined ? [] : [{ email }]),
    ...(gocardlessCustomerId === undefined ? [] : [{ gocardlessCustomerId }]),
    ...(mandateId === undefined ? [] : [{ mandateId }]),
  ];
  const [key] = keys;
  if (key !== undefined && keys.length === 1) return key;
  throw invalid(
    KEYS.map((field) => ({ field, code: 'exactly_one', message: 'is one of three keys; give exactly one' })),
  );
}

export function foundCustomer({ mandates, ...customer }: FoundCustomer): FoundCustomerFields {
  return {
    ...customer,
    mandates: mandates.map((mandate) => {
      const { id, scheme, status } = mandate;
      return { mandateId: id, scheme, status, usable: usable(mandate) };
    }),
  };
}
