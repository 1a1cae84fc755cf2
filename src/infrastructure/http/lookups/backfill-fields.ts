import { Id, Instant, WholeNumber } from '../fields/fields';

export class BackfillBody {
  @Instant({ optional: true, description: 'Since the last sweep, with overlap, when left out.' })
  from?: string;

  @Id({ optional: true, description: 'All connections of the key when left out.' })
  connectionId?: string;
}

export class Backfilled {
  @WholeNumber({ description: 'How many events had never come before.' })
  received!: number;
}
