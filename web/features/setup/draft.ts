import { type Shapes } from '../../api/addresses';

/** What the steps have gathered so far. */
export interface Draft {
  readonly environment: 'sandbox' | 'live';
  readonly accessToken: string;
  readonly creditorId: string | null;
  readonly creditorName: string;
  readonly access: Shapes['TriedAccessToken']['access'];
  readonly webhookSecret: string;
  readonly name: string;
  readonly booksFrom: string;
  readonly timeZone: string;
}

export const NO_DRAFT: Draft = {
  environment: 'sandbox',
  accessToken: '',
  creditorId: null,
  creditorName: '',
  access: 'read_write',
  webhookSecret: '',
  name: '',
  booksFrom: '',
  timeZone: 'Europe/London',
};

export interface CreditorChoice {
  readonly creditorId: string;
  readonly creditorName: string;
}

/** The creditors among which a refusal lets one choose; none when it is another refusal. */
export function choicesOf(extensions: Readonly<Record<string, unknown>>): readonly CreditorChoice[] {
  const { choices } = extensions;
  return Array.isArray(choices) ? choices.filter(isChoice) : [];
}

function isChoice(value: unknown): value is CreditorChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'creditorId' in value &&
    typeof value.creditorId === 'string' &&
    'creditorName' in value &&
    typeof value.creditorName === 'string'
  );
}

export function openingOf(draft: Draft): Shapes['OpenConnectionBody'] {
  const { environment, accessToken, creditorId, webhookSecret, name, booksFrom, timeZone } = draft;
  return {
    environment,
    accessToken,
    name,
    webhookSecrets: [webhookSecret],
    booksFrom,
    timeZone,
    ...(creditorId === null ? {} : { creditorId }),
  };
}
