import { type AccountsFrom } from '../accounting/accounts';
import { DEFAULT_LEAD_TIMES, type LeadTimes } from '../mandates/lead-time';
import { never } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { type Processed, withCause } from '../shared/processed-causes';
import { type CompanyDetailsChanged, type ConnectionOpened, type Logo, type TokenAccess } from './events';
import { type ConnectionEvent } from '../event-groups';
import { type Closing } from './periods';

export interface OpenedConnection extends Readonly<ConnectionOpened['data']>, Processed {
  readonly status: 'open';
  /** What the token may do that is used now. */
  readonly access: TokenAccess;
  /** All choices of accounts in the order they were made; `accountsAt` reads it. */
  readonly accounts: readonly AccountsFrom[];
  /** What stands on receipts; null until it is given. */
  readonly company: CompanyDetailsChanged['data'] | null;
  readonly logo: Logo | null;
  readonly leadTimes: LeadTimes;
  /** How many webhook secrets are live; the secrets are kept elsewhere. */
  readonly webhookSecrets: number;
  readonly closings: readonly Closing[];
}

export type Connection = { readonly status: 'none' } | OpenedConnection;

export const noConnection: Connection = { status: 'none' };

export function evolveConnection(state: Connection, event: Happened<ConnectionEvent>): Connection {
  if (event.type === 'ConnectionOpened') {
    const { access = 'read_write' } = event.data;
    const unset = {
      accounts: [],
      company: null,
      logo: null,
      leadTimes: DEFAULT_LEAD_TIMES,
      webhookSecrets: 0,
      closings: [],
    };
    return { status: 'open', ...event.data, access, ...unset, processedCauseIds: [event.causationId] };
  }
  if (state.status === 'none') return state;
  const connection = { ...state, processedCauseIds: withCause(state.processedCauseIds, event.causationId) };
  switch (event.type) {
    case 'AccountsChosen':
      return { ...connection, accounts: [...connection.accounts, event.data] };
    case 'AccessTokenChanged':
      return { ...connection, access: event.data.access ?? 'read_write' };
    case 'WebhookSecretsChanged':
      return { ...connection, webhookSecrets: event.data.count };
    case 'CompanyDetailsChanged':
      return { ...connection, company: event.data };
    case 'LeadTimesChosen':
      return { ...connection, leadTimes: { ...connection.leadTimes, ...event.data.leadTimes } };
    case 'LogoChosen':
      return { ...connection, logo: event.data.logo };
    case 'PeriodClosed': {
      const closing = { through: event.data.through, recordedAt: event.recordedAt };
      return { ...connection, closings: [...connection.closings, closing] };
    }
    case 'GoCardlessResourceChanged':
      return connection;
    default:
      return never(event);
  }
}

export function connectionReferences(state: Connection): References {
  return state.status === 'none' ? {} : { connectionId: state.connectionId };
}
