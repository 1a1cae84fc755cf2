import { fields, nullable } from '../../../fields/field';
import { flag, id, listOf, nested, oneOf, text, wholeNumber } from '../../../fields/kinds';
import { FoundCustomerFields } from '../lookups/look-up-fields';

const LINK_OUTCOMES = [
  'linked',
  'already_linked',
  'duplicate',
  'ambiguous',
  'none',
  'unusable',
  'linked_elsewhere',
  'other_creditor',
  'direct_settlement',
] as const;

export class LinkedLine extends fields({
  line: wholeNumber({ min: 1, description: 'As a spreadsheet program counts: the header is line 1.' }),
  customerId: id(),
  outcome: oneOf(LINK_OUTCOMES),
  mandateId: nullable(id()),
  message: text({ description: 'The outcome in a sentence.' }),
  choices: listOf(FoundCustomerFields, { description: 'Who fits, when it is ambiguous.' }),
}) {}

export class LinkCounts extends fields({
  linked: wholeNumber({ min: 0 }),
  already_linked: wholeNumber({ min: 0 }),
  duplicate: wholeNumber({ min: 0 }),
  ambiguous: wholeNumber({ min: 0 }),
  none: wholeNumber({ min: 0 }),
  unusable: wholeNumber({ min: 0 }),
  linked_elsewhere: wholeNumber({ min: 0 }),
  other_creditor: wholeNumber({ min: 0 }),
  direct_settlement: wholeNumber({ min: 0 }),
}) {}

export class LinkImport extends fields({
  dryRun: flag(),
  lines: wholeNumber({ min: 1 }),
  counts: nested(LinkCounts, { description: 'How many lines have each outcome.' }),
  items: listOf(LinkedLine),
}) {}
