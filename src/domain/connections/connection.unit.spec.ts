import { type Asked, given, happened, stateAfter } from '../../../test/support/decider';
import { accountsAt, DEFAULT_ACCOUNTS } from '../accounting/accounts';
import { DEFAULT_LEAD_TIMES } from '../mandates/lead-time';
import { connectionDecider } from './connection-decider';
import { type OpenConnection } from './open-connection';
import { closedThrough, postingDate } from './periods';

const at = '2026-06-30T23:30:00.000Z'; // 1 July in London
const open: Asked<OpenConnection> = {
  type: 'OpenConnection',
  connectionId: 'con_1',
  name: 'Club',
  environment: 'sandbox',
  creditorId: 'CR1',
  creditorName: 'The Club',
  receiptSeries: 'R-',
  at,
  causationId: 'open',
};
const opened = happened(
  'ConnectionOpened',
  {
    connectionId: 'con_1',
    name: 'Club',
    environment: 'sandbox',
    creditorId: 'CR1',
    creditorName: 'The Club',
    timeZone: 'Europe/London',
    booksFrom: '2026-06-30T23:00:00.000Z',
    receiptSeries: 'R-',
  },
  { effectiveAt: at, causationId: 'open' },
);

describe('opening a connection', () => {
  it('begins the books today at 00:00 in London when nothing else is said', () => {
    given(connectionDecider, []).when(open).then([opened]);
  });

  it('begins them at 00:00 of the given day in the given zone', () => {
    const [event] = given(connectionDecider, [])
      .when({ ...open, booksFrom: '2026-01-01', timeZone: 'America/New_York' })
      .events();
    expect(event?.data).toMatchObject({ booksFrom: '2026-01-01T05:00:00.000Z', timeZone: 'America/New_York' });
  });

  it('is done once', () => {
    given(connectionDecider, [opened]).when(open).then([]);
    given(connectionDecider, [opened])
      .when({ ...open, causationId: 'another' })
      .thenRefused('already_exists');
  });

  it.each<[string, Partial<OpenConnection>]>([
    ['name', { name: ' ' }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['booksFrom', { booksFrom: '2026-02-30' }],
    ['receiptSeries', { receiptSeries: '' }],
    ['receiptSeries', { receiptSeries: 'R1' }],
    ['receiptSeries', { receiptSeries: 'R/../' }],
  ])('refuses a wrong %s', (field, wrong) => {
    given(connectionDecider, [])
      .when({ ...open, ...wrong })
      .thenRefused('validation_failed', field);
  });

  it('comes before everything else', () => {
    given(connectionDecider, [])
      .when({ type: 'ClosePeriod', through: '2026-06-01', at, causationId: 'close' })
      .thenRefused('not_found');
    expect(connectionDecider.references(connectionDecider.initial, 'con_1')).toStrictEqual({});
    expect(connectionDecider.references(stateAfter(connectionDecider, [opened]), 'con_1')).toStrictEqual({
      connectionId: 'con_1',
    });
  });
});

describe('choosing accounts', () => {
  const accounts = { ...DEFAULT_ACCOUNTS, sales: '4100' };
  const choose = (from?: string) =>
    ({ type: 'ChooseAccounts', accounts, ...(from === undefined ? {} : { from }), at, causationId: 'choose' }) as const;
  const chosen = happened(
    'AccountsChosen',
    { from: '2026-07-01T23:00:00.000Z', accounts },
    { effectiveAt: at, causationId: 'choose' },
  );

  it('holds from tomorrow in the zone, or from a later day', () => {
    given(connectionDecider, [opened]).when(choose()).then([chosen]);
    given(connectionDecider, [opened]).when(choose('2026-07-02')).then([chosen]);
    given(connectionDecider, [opened])
      .when(choose('2026-12-01'))
      .then([{ ...chosen, data: { accounts, from: '2026-12-01T00:00:00.000Z' } }]);
  });

  it('never touches today', () => {
    given(connectionDecider, [opened]).when(choose('2026-07-01')).thenRefused('accounts_too_early', 'from');
    given(connectionDecider, [opened]).when(choose('2026-7-9')).thenRefused('validation_failed', 'from');
  });

  it('records nothing when the same accounts hold then already', () => {
    given(connectionDecider, [opened, chosen])
      .when({ ...choose('2026-08-01'), causationId: 'again' })
      .then([]);
    given(connectionDecider, [opened])
      .when({ ...choose(), accounts: DEFAULT_ACCOUNTS })
      .then([]);
  });

  it('refuses an account without a name', () => {
    given(connectionDecider, [opened])
      .when({ ...choose(), accounts: { ...accounts, bank: '' } })
      .thenRefused('validation_failed', 'accounts.bank');
  });

  it('is a timeline in the state; of two choices for one instant the last counts', () => {
    const corrected = { ...chosen, data: { ...chosen.data, accounts: { ...accounts, sales: '4200' } } };
    const state = stateAfter(connectionDecider, [opened, chosen, corrected]);
    const timeline = state.status === 'open' ? state.accounts : [];
    expect(accountsAt(timeline, '2026-07-01T22:59:59.999Z').sales).toBe('4000');
    expect(accountsAt(timeline, '2026-07-01T23:00:00.000Z').sales).toBe('4200');
  });
});

describe('token, secrets and company', () => {
  it('takes a new token of the same creditor only', () => {
    const change = {
      type: 'ChangeAccessToken',
      creditorId: 'CR1',
      access: 'read_only',
      at,
      causationId: 'token',
    } as const;
    const data = { creditorId: 'CR1', access: 'read_only' } as const;
    const changed = happened('AccessTokenChanged', data, { effectiveAt: at, causationId: 'token' });
    given(connectionDecider, [opened]).when(change).then([changed]);
    const accesses = [[opened], [opened, changed]].map((events) => stateAfter(connectionDecider, events));
    expect(accesses).toMatchObject([{ access: 'read_write' }, { access: 'read_only' }]);
    given(connectionDecider, [opened, changed]).when(change).then([]);
    given(connectionDecider, [opened])
      .when({ ...change, creditorId: 'CR2' })
      .thenRefused('other_creditor', 'accessToken');
  });

  it('counts one or two webhook secrets', () => {
    const change = { type: 'ChangeWebhookSecrets', count: 2, at, causationId: 'secrets' } as const;
    const changed = happened('WebhookSecretsChanged', { count: 2 }, { effectiveAt: at, causationId: 'secrets' });
    given(connectionDecider, [opened]).when(change).then([changed]);
    for (const count of [0, 3, 1.5]) {
      given(connectionDecider, [opened])
        .when({ ...change, count })
        .thenRefused('validation_failed', 'webhookSecrets');
    }
    expect(stateAfter(connectionDecider, [opened, changed])).toMatchObject({ webhookSecrets: 2 });
  });

  it('records company details when they differ', () => {
    const company = { companyName: 'The Club Ltd', address: '1 High Street', vatNumber: 'GB123' };
    const change = { type: 'ChangeCompanyDetails', company, at, causationId: 'company' } as const;
    const changed = happened('CompanyDetailsChanged', company, { effectiveAt: at, causationId: 'company' });
    given(connectionDecider, [opened]).when(change).then([changed]);
    given(connectionDecider, [opened, changed])
      .when({ ...change, causationId: 'again' })
      .then([]);
    given(connectionDecider, [opened])
      .when({ ...change, company: { ...company, address: 'x'.repeat(1001) } })
      .thenRefused('validation_failed', 'address');
  });
});

describe('lead times', () => {
  const choose = (leadTimes: object) => ({ type: 'ChooseLeadTimes', leadTimes, at, causationId: 'lead' }) as const;
  const chosen = happened('LeadTimesChosen', { leadTimes: { autogiro: 9 } }, { effectiveAt: at, causationId: 'nine' });

  it('are GoCardless’s until others are chosen, scheme by scheme', () => {
    given(connectionDecider, [opened])
      .when(choose({ autogiro: 9 }))
      .then([happened('LeadTimesChosen', { leadTimes: { autogiro: 9 } }, { effectiveAt: at, causationId: 'lead' })]);
    expect(stateAfter(connectionDecider, [opened])).toMatchObject({ leadTimes: DEFAULT_LEAD_TIMES });
    const after = stateAfter(connectionDecider, [opened, chosen]);
    expect(after).toMatchObject({ leadTimes: { ...DEFAULT_LEAD_TIMES, autogiro: 9 } });
  });

  it('are recorded when they differ', () => {
    given(connectionDecider, [opened, chosen])
      .when(choose({ autogiro: 9, bacs: 4 }))
      .then([]);
  });

  it.each([-1, 61, 1.5])('can not be %s working days', (bacs) => {
    given(connectionDecider, [opened]).when(choose({ bacs })).thenRefused('validation_failed', 'leadTimes.bacs');
  });
});

describe('closing a period', () => {
  const close = (through: string, causationId = 'close') =>
    ({ type: 'ClosePeriod', through, at, causationId }) as const;
  const closed = happened('PeriodClosed', { through: '2026-05-31' }, { effectiveAt: at, causationId: 'may' });

  it('closes through a day that has begun in the zone', () => {
    given(connectionDecider, [opened])
      .when(close('2026-07-01'))
      .then([happened('PeriodClosed', { through: '2026-07-01' }, { effectiveAt: at, causationId: 'close' })]);
    given(connectionDecider, [opened]).when(close('2026-07-02')).thenRefused('period_not_over', 'through');
    given(connectionDecider, [opened]).when(close('2026-06-31')).thenRefused('validation_failed', 'through');
  });

  it('only moves forward, and closes a day once', () => {
    given(connectionDecider, [opened, closed]).when(close('2026-05-31')).then([]);
    given(connectionDecider, [opened, closed])
      .when(close('2026-05-30'))
      .thenRefused('period_already_closed', 'through');
    given(connectionDecider, [opened, closed]).when(close('2026-06-30', 'may')).then([]);
  });

  it('keeps the history of closings', () => {
    const june = happened('PeriodClosed', { through: '2026-06-30' }, { recordedAt: '2026-07-02T08:00:00.000Z' });
    const state = stateAfter(connectionDecider, [opened, closed, june]);
    const closings = state.status === 'open' ? state.closings : [];
    expect(closings).toStrictEqual([
      { through: '2026-05-31', recordedAt: closed.recordedAt },
      { through: '2026-06-30', recordedAt: '2026-07-02T08:00:00.000Z' },
    ]);
    expect(closedThrough(closings)).toBe('2026-06-30');
    expect(closedThrough([])).toBeNull();
  });

  it.each([
    ['2026-05-15', null, '2026-05-15'],
    ['2026-05-15', '2026-05-14', '2026-05-15'],
    ['2026-05-15', '2026-05-15', '2026-05-16'],
    ['2026-05-15', '2026-05-31', '2026-06-01'],
  ])('posts what is effective on %s with the books closed through %s on %s', (effective, through, posted) => {
    expect(postingDate(effective, through)).toBe(posted);
  });
});
