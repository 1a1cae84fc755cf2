import { type Accounts } from '../accounting/accounts';
import { type LeadTimes } from '../mandates/lead-time';
import { type Fact } from '../shared/event';

export type Environment = 'sandbox' | 'live';

/** What GoCardless lets a token do, as it showed when the token was tried. */
export type TokenAccess = 'read_write' | 'read_only';

/** A GoCardless account is connected. Its token and secrets are kept encrypted elsewhere and never stand in an event. */
export type ConnectionOpened = Fact<
  'ConnectionOpened',
  {
    readonly connectionId: string;
    readonly name: string;
    readonly environment: Environment;
    readonly creditorId: string;
    readonly creditorName: string;
    /** IANA name; tax dates, posting dates and `booksFrom` are days in this zone. */
    readonly timeZone: string;
    /** Instant from which on facts are posted: 00:00 of a day in the zone, as ISO 8601 UTC. */
    readonly booksFrom: string;
    /** Prefix of receipt numbers, for example `R-`. */
    readonly receiptSeries: string;
    /** Left out = `read_write`: it was not always asked. */
    readonly access?: TokenAccess;
  }
>;

/** Chosen accounts for documents effective at `from` or later: tomorrow at the earliest, so that no posted day changes. */
export type AccountsChosen = Fact<'AccountsChosen', { readonly from: string; readonly accounts: Accounts }>;

export type AccessTokenChanged = Fact<
  'AccessTokenChanged',
  { readonly creditorId: string; readonly access?: TokenAccess }
>;
export type WebhookSecretsChanged = Fact<'WebhookSecretsChanged', { readonly count: number }>;

/** What stands on receipts. */
export type CompanyDetailsChanged = Fact<
  'CompanyDetailsChanged',
  { readonly companyName: string; readonly address: string; readonly vatNumber: string }
>;

/** A picture, by what its bytes are; they are kept elsewhere under this hash. */
export interface Logo {
  readonly sha256: string;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

/** What stands at the head of receipts from now on; null = nothing. */
export type LogoChosen = Fact<'LogoChosen', { readonly logo: Logo | null }>;

/** Working days that schemes need between sending and charging, for the schemes whose lead time was chosen. */
export type LeadTimesChosen = Fact<'LeadTimesChosen', { readonly leadTimes: Partial<LeadTimes> }>;

/** A day is closed: what is posted from now on with an effective date up to it gets the first open day as posting date. */
export type PeriodClosed = Fact<'PeriodClosed', { readonly through: string }>;
