import { fields, nullable, optional } from '../../../fields/field';
import { id, instant, oneOf, text, texts } from '../../../fields/kinds';
import { ROLES } from '../access/roles';

export class SignInBody extends fields({
  key: optional(text({ max: 256, description: 'An API key. This or a link.' })),
  link: optional(text({ max: 256, description: 'The token of a sign-in link. It works once.' })),
}) {}

export class SessionFields extends fields({
  keyId: id(),
  name: text({ description: 'Whose key it is.' }),
  role: oneOf(ROLES),
  connectionIds: nullable(texts({ description: 'Null = all.' })),
  rounds: nullable(texts({ description: 'Null = all.' })),
  expiresAt: nullable(instant({ description: 'Null = asked with the key itself, which has no end of its own.' })),
  now: instant({ description: 'The service’s clock, by which it says what is due.' }),
}) {}

export class SessionItem extends fields({
  id: id(),
  keyId: id(),
  name: text(),
  role: oneOf(ROLES),
  createdAt: instant(),
  lastUsedAt: instant(),
  expiresAt: instant(),
}) {}

export class SignInLink extends fields({
  url: text({ max: 500, description: 'Opens the screens signed in, once.' }),
  expiresAt: instant(),
}) {}
