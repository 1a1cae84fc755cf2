import { ROLES } from '../access/roles';
import { Id, Instant, OneOf, Text, Texts } from '../fields/fields';

export class MakeKeyBody {
  @Text({ description: 'Whose key it is or what it is for.' })
  name!: string;

  @OneOf(ROLES)
  role!: string;

  @Texts({ optional: true, min: 1, description: 'Connections that the key isInScope; all when left out.' })
  connectionIds?: string[];

  @Texts({ optional: true, min: 1, description: 'Rounds that a collector sees; all when left out.' })
  rounds?: string[];
}

export class KeyFilters {
  @OneOf(ROLES, { optional: true })
  role?: (typeof ROLES)[number];
}

export class KeyItem {
  @Id()
  id!: string;

  @Text()
  name!: string;

  @OneOf(ROLES)
  role!: string;

  @Texts({ nullable: true, description: 'Null = all.' })
  connectionIds!: string[] | null;

  @Texts({ nullable: true, description: 'Null = all.' })
  rounds!: string[] | null;

  @Instant()
  createdAt!: string;

  @Text()
  createdBy!: string;

  @Instant({ nullable: true })
  revokedAt!: string | null;
}

export class MadeKey extends KeyItem {
  @Text({ description: 'The key itself. It is shown this once.' })
  key!: string;
}
