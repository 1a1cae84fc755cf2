import { field } from '../fields/field';
import { Day, Id, Instant, OneOf, Text, WholeNumber } from '../fields/fields';

const ENVIRONMENTS = ['sandbox', 'live'] as const;
type Environment = (typeof ENVIRONMENTS)[number];

const TOKEN_ACCESSES = ['read_write', 'read_only'] as const;
type TokenAccess = (typeof TOKEN_ACCESSES)[number];
const ACCESS = 'What the access token may do at GoCardless: with read_only nothing can be collected.';

const SHORTEST_SECRET = 8;
const LONGEST_SECRET = 500;

/** A token goes into a header, where nothing but printable ASCII can stand. */
function AccessToken(): PropertyDecorator {
  const message = 'must be an access token of GoCardless: 1 to 500 characters without spaces';
  const accepts = (value: unknown): boolean => typeof value === 'string' && /^[!-~]{1,500}$/.test(value);
  return field('text', {}, { code: 'invalid_access_token', message, accepts }, { type: String, writeOnly: true });
}

function WebhookSecrets(): PropertyDecorator {
  const message = `must be 1 or 2 different secrets of ${SHORTEST_SECRET} to ${LONGEST_SECRET} characters`;
  return field(
    'list',
    {},
    { code: 'not_webhook_secrets', message, accepts: areSecrets },
    { type: [String], minItems: 1, maxItems: 2, writeOnly: true },
  );
}

function areSecrets(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    [1, 2].includes(value.length) &&
    new Set(value).size === value.length &&
    value.every(
      (one) => typeof one === 'string' && one.trim().length >= SHORTEST_SECRET && one.length <= LONGEST_SECRET,
    )
  );
}

export class OpenConnectionBody {
  @Text()
  name!: string;

  @OneOf(ENVIRONMENTS)
  environment!: Environment;

  @AccessToken()
  accessToken!: string;

  @WebhookSecrets()
  webhookSecrets!: string[];

  @Day({ optional: true, description: 'The first day of the books, in the time zone; today when left out.' })
  booksFrom?: string;

  @Text({ optional: true, description: 'IANA name; Europe/London when left out.' })
  timeZone?: string;
}

export class OpenedConnection {
  @Id()
  id!: string;

  @Text()
  name!: string;

  @OneOf(ENVIRONMENTS)
  environment!: Environment;

  @Id()
  creditorId!: string;

  @Text({ min: 0 })
  creditorName!: string;

  @OneOf(TOKEN_ACCESSES, { description: ACCESS })
  access!: TokenAccess;
}

export class ConnectionItem extends OpenedConnection {
  @Text()
  timeZone!: string;

  @Instant({ description: 'Facts before it post nothing.' })
  booksFrom!: string;

  @Text({ description: 'What its receipt numbers begin with.' })
  receiptSeries!: string;

  @WholeNumber({ description: 'How many webhook secrets are live.' })
  webhookSecrets!: number;

  @Day({ nullable: true, description: 'The last closed day.' })
  closedThrough!: string | null;
}

export class ConnectionFilters {
  @Text({ optional: true })
  name?: string;

  @OneOf(ENVIRONMENTS, { optional: true })
  environment?: Environment;

  @Id({ optional: true })
  creditorId?: string;

  @OneOf(TOKEN_ACCESSES, { optional: true })
  access?: TokenAccess;
}

export class AccessTokenBody {
  @AccessToken()
  accessToken!: string;
}

export class ChangedAccessToken {
  @OneOf(TOKEN_ACCESSES, { description: ACCESS })
  access!: TokenAccess;
}

export class WebhookSecretsBody {
  @WebhookSecrets()
  webhookSecrets!: string[];
}
