import { type FieldsOf } from '../fields/field';
import { Flag, Id, Nested, NestedList, OneOf, Text, WholeNumber } from '../fields/fields';
import { FoundCustomerFields } from '../lookups/look-up-fields';

export const LINK_OUTCOMES = [
  'linked',
  'already_linked',
  'duplicate',
  'ambiguous',
  'none',
  'unusable',
  'linked_elsewhere',
] as const;
type LinkOutcome = (typeof LINK_OUTCOMES)[number];

export class LinkedLine {
  @WholeNumber({ min: 1, description: 'As a spreadsheet program counts: the header is line 1.' })
  line!: number;

  @Id()
  customerId!: string;

  @OneOf(LINK_OUTCOMES)
  outcome!: LinkOutcome;

  @Id({ nullable: true })
  mandateId!: string | null;

  @Text({ description: 'The outcome in a sentence.' })
  message!: string;

  @NestedList(() => FoundCustomerFields, { description: 'Who fits, when it is ambiguous.' })
  choices!: FieldsOf<FoundCustomerFields>[];
}

export class LinkCounts {
  @WholeNumber({ min: 0 })
  linked!: number;

  @WholeNumber({ min: 0 })
  already_linked!: number;

  @WholeNumber({ min: 0 })
  duplicate!: number;

  @WholeNumber({ min: 0 })
  ambiguous!: number;

  @WholeNumber({ min: 0 })
  none!: number;

  @WholeNumber({ min: 0 })
  unusable!: number;

  @WholeNumber({ min: 0 })
  linked_elsewhere!: number;
}

export class LinkImport {
  @Flag()
  dryRun!: boolean;

  @WholeNumber({ min: 1 })
  lines!: number;

  @Nested(() => LinkCounts, { description: 'How many lines have each outcome.' })
  counts!: FieldsOf<LinkCounts>;

  @NestedList(() => LinkedLine)
  items!: FieldsOf<LinkedLine>[];
}
