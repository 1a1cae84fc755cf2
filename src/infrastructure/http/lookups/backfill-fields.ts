import { fields, optional } from '../../../fields/field';
import { id, instant, wholeNumber } from '../../../fields/kinds';
export class BackfillBody extends fields({
  from: optional(instant({ description: 'Since the last sweep, with overlap, when left out.' })),
  connectionId: optional(id({ description: 'All connections of the key when left out.' })),
}) {}

export class Backfilled extends fields({
  received: wholeNumber({ description: 'How many events had never come before.' }),
}) {}
