import { type Field, fields, optional } from '../../../fields/field';
import { day, flag, id, text } from '../../../fields/kinds';
import { OpenedConnection } from '../../../read-models/connections/list';
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
  dryRun: optional(flag({ description: 'Only tries the token: name and webhook secrets may be left out.' })),
  name: optional(text({ description: 'Needed, unless the token is only tried.' })),
  environment: OpenedConnection.fields.environment,
  accessToken: accessToken,
  webhookSecrets: optional({ ...webhookSecrets, description: 'Needed, unless the token is only tried.' }),
  creditorId: optional(id({ description: 'Whose books these are; needed where the token sees several creditors.' })),
  booksFrom: optional(day({ description: 'The first day of the books, in the time zone; today when left out.' })),
  timeZone: optional(text({ description: 'IANA name; Europe/London when left out.' })),
}) {}

/** Whose account a token opens. */
export class TriedAccessToken extends fields({
  creditorId: OpenedConnection.fields.creditorId,
  creditorName: OpenedConnection.fields.creditorName,
  access: OpenedConnection.fields.access,
}) {}

export class AccessTokenBody extends fields({
  accessToken: accessToken,
}) {}

export class ChangedAccessToken extends fields({
  access: OpenedConnection.fields.access,
}) {}

export class WebhookSecretsBody extends fields({
  webhookSecrets: webhookSecrets,
}) {}
