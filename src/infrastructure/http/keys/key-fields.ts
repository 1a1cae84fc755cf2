import { fields, nullable, optional } from '../../../fields/field';
import { id, instant, oneOf, text, texts } from '../../../fields/kinds';
import { ROLES } from '../access/roles';

export class MakeKeyBody extends fields({
  name: text({ description: 'Whose key it is or what it is for.' }),
  role: oneOf(ROLES),
  connectionIds: optional(texts({ min: 1, description: 'Connections that the key reaches; all when left out.' })),
  rounds: optional(texts({ min: 1, description: 'Rounds that a collector sees; all when left out.' })),
}) {}

export class KeyItem extends fields({
  id: id(),
  name: text(),
  role: oneOf(ROLES),
  connectionIds: nullable(texts({ description: 'Null = all.' })),
  rounds: nullable(texts({ description: 'Null = all.' })),
  createdAt: instant(),
  createdBy: text(),
  lastUsedAt: nullable(
    instant({ description: 'To the minute, by the clock of the wall; null when it was never used.' }),
  ),
  revokedAt: nullable(instant()),
}) {}

export class MadeKey extends fields({
  ...KeyItem.fields,
  key: text({ description: 'The key itself. It is shown this once.' }),
}) {}
