import { type FieldsOf } from '../fields/field';
import { Email, Flag, Id, NestedList, Text } from '../fields/fields';
import { MandateItem } from '../mandates/mandate-fields';

const LONGEST = 500;

export class RegisterCustomerBody {
  @Text({ max: LONGEST })
  name!: string;

  @Text({ optional: true, max: LONGEST })
  company?: string;

  @Email({ optional: true })
  email?: string;

  @Text({ optional: true, max: LONGEST, description: 'Your own number for the customer.' })
  reference?: string;

  @Text({ optional: true, max: LONGEST, description: 'The collector’s round that the customer is on.' })
  round?: string;

  @Id({ optional: true, description: 'Needed when there are several connections.' })
  connectionId?: string;
}

/** What is left out stays; null empties a field. */
export class ChangeCustomerBody {
  @Text({ optional: true, max: LONGEST })
  name?: string;

  @Text({ optional: true, nullable: true, max: LONGEST })
  company?: string | null;

  @Email({ optional: true, nullable: true })
  email?: string | null;

  @Text({ optional: true, nullable: true, max: LONGEST })
  reference?: string | null;

  @Text({ optional: true, nullable: true, max: LONGEST })
  round?: string | null;
}

export class CustomerId {
  @Id()
  id!: string;
}

export class CustomerItem {
  @Id()
  id!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  company!: string | null;

  @Text({ nullable: true })
  email!: string | null;

  @Text({ nullable: true })
  reference!: string | null;

  @Text({ nullable: true })
  round!: string | null;

  @Id()
  connectionId!: string;

  @Flag({ description: 'Their personal data are gone for good.' })
  forgotten!: boolean;
}

export class CustomerWithMandates extends CustomerItem {
  @NestedList(() => MandateItem)
  mandates!: readonly FieldsOf<MandateItem>[];
}

export class CustomerFilters {
  @Text({ optional: true, max: LONGEST })
  name?: string;

  @Text({ optional: true, max: LONGEST })
  company?: string;

  @Text({ optional: true, max: LONGEST })
  email?: string;

  @Text({ optional: true, max: LONGEST })
  reference?: string;

  @Text({ optional: true, max: LONGEST })
  round?: string;

  @Flag({ optional: true })
  forgotten?: boolean;
}

export class LinkedMandate {
  @Id()
  mandateId!: string;

  @Text()
  status!: string;

  @Text()
  scheme!: string;

  @Flag()
  usable!: boolean;
}

export class DefaultMandate {
  @Id()
  mandateId!: string;

  @Text()
  currency!: string;
}

export class UnlinkedMandate {
  @Id()
  mandateId!: string;
}
