import { type AccountsFrom } from '../../domain/accounting/accounts';
import { typesOf } from '../../domain/catalogue';
import { type Environment, type Logo, type TokenAccess } from '../../domain/connections/events';
import { DEFAULT_LEAD_TIMES, type LeadTimes } from '../../domain/mandates/lead-time';
import { never } from '../../domain/shared/decider';
import { type ReadModel, type Row, tableOf } from '../engine/read-model';
import { thingOf } from '../happened';

export interface ConnectionRow extends Row {
  readonly name: string;
  readonly environment: Environment;
  readonly creditorId: string;
  readonly creditorName: string;
  readonly timeZone: string;
  readonly booksFrom: string;
  readonly receiptSeries: string;
  /** What the access token may do at GoCardless. */
  readonly access: TokenAccess;
  readonly companyName: string | null;
  readonly address: string | null;
  readonly vatNumber: string | null;
  /** All choices in the order they were made. */
  readonly accounts: readonly AccountsFrom[];
  readonly logo: Logo | null;
  readonly leadTimes: LeadTimes;
  /** How many webhook secrets are live. */
  readonly webhookSecrets: number;
  /** The last closed day, or null. */
  readonly closedThrough: string | null;
}

export const connections = tableOf<ConnectionRow>()({
  name: 'connections',
  columns: {
    name: 'text',
    environment: 'text',
    creditorId: 'text',
    creditorName: 'text',
    timeZone: 'text',
    booksFrom: 'instant',
    receiptSeries: 'text',
    access: 'text',
    companyName: 'text',
    address: 'text',
    vatNumber: 'text',
    accounts: 'json',
    logo: 'json',
    leadTimes: 'json',
    webhookSecrets: 'integer',
    closedThrough: 'date',
  },
  keeps: 'history',
  indexes: [],
  handles: typesOf('connection'),
  touches: (event) => [thingOf(event)],
  fold: (row, event, id) => {
    if (event.type === 'ConnectionOpened') {
      const { name, environment, creditorId, creditorName, timeZone, booksFrom, receiptSeries } = event.data;
      const { access = 'read_write' } = event.data;
      const opened = { name, environment, creditorId, creditorName, timeZone, booksFrom, receiptSeries, access };
      const company = { companyName: null, address: null, vatNumber: null };
      const unset = { accounts: [], logo: null, leadTimes: DEFAULT_LEAD_TIMES, webhookSecrets: 0, closedThrough: null };
      return { id, ...opened, ...company, ...unset };
    }
    if (row === null) return null;
    switch (event.type) {
      case 'AccountsChosen':
        return { ...row, accounts: [...row.accounts, event.data] };
      case 'AccessTokenChanged':
        return { ...row, access: event.data.access ?? 'read_write' };
      case 'WebhookSecretsChanged':
        return { ...row, webhookSecrets: event.data.count };
      case 'CompanyDetailsChanged':
        return { ...row, ...event.data };
      case 'LogoChosen':
        return { ...row, logo: event.data.logo };
      case 'LeadTimesChosen':
        return { ...row, leadTimes: { ...row.leadTimes, ...event.data.leadTimes } };
      case 'PeriodClosed':
        return { ...row, closedThrough: event.data.through };
      default:
        return never(event);
    }
  },
});

export const connectionsReadModel: ReadModel = { name: 'connections', version: 4, tables: [connections] };
