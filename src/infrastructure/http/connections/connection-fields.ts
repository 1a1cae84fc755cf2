import { type Field, fields, nullable, optional } from '../../../fields/field';
import { day, id, instant, oneOf, text, wholeNumber } from '../../../fields/kinds';
const ENVIRONMENTS = ['sandbox', 'live'] as const;

const TOKEN_ACCESSES = ['read_write', 'read_only'] as const;
const ACCESS = 'What the access token may do at GoCardless: with read_only nothing can be collected.';

const SHORTEST_SECRET = 8;
const LONGEST_SECRET = 500;

/** A token goes into a header, where nothing but printable ASCII can stand. */
const accessToken: Field<string> = {
  kind: 'text',
  schema: { type: 'string', writeOnly: true },
  code: 'invalid_access_token',
  message: 'must be an access token of GoCardless: 1 to 500 characters without spaces',
  read: (value) => (typeof value === 'string' && /^[!-~]{1,500}$/.test(value) ? value : undefined),
};

const webhookSecrets: Field<readonly string[]> = {
  kind: 'list',
  schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2, writeOnly: true },
  code: 'not_webhook_secrets',
  message: `must be 1 or 2 different secrets of ${SHORTEST_SECRET} to ${LONGEST_SECRET} characters`,
  read: (value) => (areSecrets(value) ? value : undefined),
};

function areSecrets(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    [1, 2].includes(value.length) &&
    new Set(value).size === value.length &&
    value.every(
      (one) => typeof one === 'string' && one.trim().length >= SHORTEST_SECRET && one.length <= LONGEST_SECRET,
    )
  );
}

export class OpenConnectionBody extends fields({
  name: text(),
  environment: oneOf(ENVIRONMENTS),
  accessToken: accessToken,
  webhookSecrets: webhookSecrets,
  booksFrom: optional(day({ description: 'The first day of the books, in the time zone; today when left out.' })),
  timeZone: optional(text({ description: 'IANA name; Europe/London when left out.' })),
}) {}

export class OpenedConnection extends fields({
  id: id(),
  name: text(),
  environment: oneOf(ENVIRONMENTS),
  creditorId: id(),
  creditorName: text({ min: 0 }),
  access: oneOf(TOKEN_ACCESSES, { description: ACCESS }),
}) {}

export class ConnectionItem extends fields({
  ...OpenedConnection.fields,
  timeZone: text(),
  booksFrom: instant({ description: 'Facts before it post nothing.' }),
  receiptSeries: text({ description: 'What its receipt numbers begin with.' }),
  webhookSecrets: wholeNumber({ description: 'How many webhook secrets are live.' }),
  closedThrough: nullable(day({ description: 'The last closed day.' })),
}) {}

export class ConnectionFilters extends fields({
  name: optional(text()),
  environment: optional(oneOf(ENVIRONMENTS)),
  creditorId: optional(id()),
  access: optional(oneOf(TOKEN_ACCESSES)),
}) {}

export class AccessTokenBody extends fields({
  accessToken: accessToken,
}) {}

export class ChangedAccessToken extends fields({
  access: oneOf(TOKEN_ACCESSES, { description: ACCESS }),
}) {}

export class WebhookSecretsBody extends fields({
  webhookSecrets: webhookSecrets,
}) {}
