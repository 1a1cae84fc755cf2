import { type Asked, given, happened, issued, stateAfter } from '../../../test/support/decider';
import { type CustomerDetails, customerDecider, type RegisterCustomer } from './customer';

const at = '2026-01-05T09:00:00.000Z';
const details: CustomerDetails = {
  name: 'Ada Example',
  company: null,
  email: 'ada@example.org',
  reference: 'C-7',
  round: 'north',
};
const register: Asked<RegisterCustomer> = {
  type: 'RegisterCustomer',
  customerId: 'cus_1',
  connectionId: 'con_1',
  details,
  at,
  causationId: 'register',
};
const registered = happened(
  'CustomerRegistered',
  { customerId: 'cus_1', connectionId: 'con_1', ...details },
  { effectiveAt: at, causationId: 'register' },
);
const forgotten = happened('CustomerForgotten', { customerId: 'cus_1' }, { effectiveAt: at, causationId: 'forget' });
const change = (changed: Partial<CustomerDetails>, causationId = 'change') =>
  ({ type: 'ChangeCustomerDetails', details: changed, at, causationId }) as const;
const forget = (causationId = 'forget') => ({ type: 'ForgetCustomer', at, causationId }) as const;

describe('registering a customer', () => {
  it('records who it is, once', () => {
    given(customerDecider, []).when(register).then([registered]);
    given(customerDecider, [registered]).when(register).then([]);
    given(customerDecider, [registered])
      .when({ ...register, causationId: 'another' })
      .thenRefused('already_exists');
  });

  it.each<[string, Partial<CustomerDetails>]>([
    ['name', { name: null }],
    ['name', { name: '  ' }],
    ['email', { email: 'ada' }],
    ['email', { email: 'ada @example.org' }],
    ['company', { company: 'x'.repeat(501) }],
  ])('refuses a wrong %s', (field, wrong) => {
    given(customerDecider, [])
      .when({ ...register, details: { ...details, ...wrong } })
      .thenRefused('validation_failed', field);
  });

  it('never repeats personal data in a refusal', () => {
    const refusal = customerDecider.decide(issued({ ...register, details: { ...details, email: 'secret' } }), {
      status: 'none',
    });
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  it('names customer and connection in the metadata', () => {
    expect(customerDecider.references(stateAfter(customerDecider, [registered]), 'cus_1')).toStrictEqual({
      connectionId: 'con_1',
      customerId: 'cus_1',
    });
  });
});

describe('changing the details of a customer', () => {
  it('records the fields that changed, and only they', () => {
    given(customerDecider, [registered])
      .when(change({ ...details, email: 'ada@example.net', round: null }))
      .then([
        happened(
          'CustomerDetailsChanged',
          { email: 'ada@example.net', round: null },
          { effectiveAt: at, causationId: 'change' },
        ),
      ]);
  });

  it('records nothing when nothing changes', () => {
    given(customerDecider, [registered]).when(change(details)).then([]);
    given(customerDecider, [registered]).when(change({})).then([]);
  });

  it('sees what was changed before', () => {
    const moved = happened('CustomerDetailsChanged', { round: 'south' }, { causationId: 'moved' });
    given(customerDecider, [registered, moved])
      .when(change({ round: 'south' }))
      .then([]);
    given(customerDecider, [registered, moved])
      .when(change({ round: 'north' }, 'moved'))
      .then([]);
    given(customerDecider, [registered, moved])
      .when(change({ round: 'north' }))
      .then([happened('CustomerDetailsChanged', { round: 'north' }, { effectiveAt: at, causationId: 'change' })]);
  });

  it('is refused for nobody, for a forgotten person, and for a name taken away', () => {
    given(customerDecider, [])
      .when(change({ round: 'x' }))
      .thenRefused('not_found');
    given(customerDecider, [registered, forgotten])
      .when(change({ round: 'x' }))
      .thenRefused('customer_forgotten');
    given(customerDecider, [registered])
      .when(change({ name: null }))
      .thenRefused('validation_failed', 'name');
  });
});

describe('forgetting a customer', () => {
  it('is recorded once', () => {
    given(customerDecider, [registered]).when(forget()).then([forgotten]);
    given(customerDecider, [registered, forgotten]).when(forget()).then([]);
    given(customerDecider, [registered, forgotten]).when(forget('again')).then([]);
    given(customerDecider, []).when(forget()).thenRefused('not_found');
  });

  it('leaves no personal data in the state, whatever is read after it', () => {
    const late = happened('CustomerDetailsChanged', { name: 'Ada', reference: 'C-8' });
    const state = stateAfter(customerDecider, [registered, forgotten, late]);
    expect(JSON.stringify(state)).not.toMatch(/Ada|C-8|h1/);
    expect(customerDecider.references(state, 'cus_1')).toStrictEqual({ connectionId: 'con_1', customerId: 'cus_1' });
  });

  it('reads a history whose key is destroyed', () => {
    const sealed = happened('CustomerRegistered', { ...registered.data, name: null, company: null, email: null });
    given(customerDecider, [sealed]).when(forget()).then([forgotten]);
  });
});
