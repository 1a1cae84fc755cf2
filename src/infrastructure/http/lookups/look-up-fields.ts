import { type FoundCustomer, type LookUpKey, usable } from '../../../application/gocardless-reads/look-up';
import { invalid } from '../errors/problem';
import { type FieldsOf } from '../fields/field';
import { Email, Flag, Id, NestedList, Text } from '../fields/fields';

/** One of the three keys under which somebody is found at GoCardless. */
export class LookUpKeyBody {
  @Email({ optional: true })
  email?: string;

  @Id({ optional: true })
  gocardlessCustomerId?: string;

  @Id({ optional: true })
  mandateId?: string;
}

export class LookUpBody extends LookUpKeyBody {
  @Id({ optional: true, description: 'Needed when there are several connections.' })
  connectionId?: string;
}

class FoundMandateFields {
  @Id()
  mandateId!: string;

  @Text()
  scheme!: string;

  @Text()
  status!: string;

  @Flag()
  usable!: boolean;
}

/** Personal data, for whoever decides whom to link. */
export class FoundCustomerFields {
  @Id()
  gocardlessCustomerId!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  company!: string | null;

  @Text({ nullable: true })
  email!: string | null;

  @Text({ nullable: true })
  bankName!: string | null;

  @Text({ nullable: true })
  accountNumberEnding!: string | null;

  @NestedList(() => FoundMandateFields)
  mandates!: FieldsOf<FoundMandateFields>[];
}

export class LookedUp {
  @NestedList(() => FoundCustomerFields)
  customers!: FieldsOf<FoundCustomerFields>[];
}

const KEYS = ['email', 'gocardlessCustomerId', 'mandateId'] as const;

/** The one key that a body has; 422 for none, and for several, which may lead to different people. */
export function lookUpKeyOf({ email, gocardlessCustomerId, mandateId }: FieldsOf<LookUpKeyBody>): LookUpKey {
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

export function foundCustomer({ mandates, ...customer }: FoundCustomer): FieldsOf<FoundCustomerFields> {
  return {
    ...customer,
    mandates: mandates.map((mandate) => {
      const { id, scheme, status } = mandate;
      return { mandateId: id, scheme, status, usable: usable(mandate) };
    }),
  };
}
