import {
  decided,
  type Decider,
  type Decision,
  isRefusal,
  type Issued,
  never,
  type Refusal,
  refuse,
} from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { isProcessed, type Processed, withCause } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { type Balances, type BalanceCommand, decideBalance, evolveBalances, NO_BALANCES } from './balances';
import { type CustomerDetailsChanged, type CustomerRegistered, type Personal } from './events';
import { type CustomerEvent } from '../event-groups';

export interface CustomerDetails {
  readonly name: Personal;
  readonly company: Personal;
  readonly email: Personal;
  readonly reference: string | null;
  readonly round: string | null;
}

interface Known extends Processed {
  readonly customerId: string;
  readonly connectionId: string;
  readonly balances: Balances;
  /** The mandate that staff chose for a currency, by currency. */
  readonly defaultMandates: ReadonlyMap<string, string>;
}

export type RegisteredCustomer = { readonly status: 'registered'; readonly details: CustomerDetails } & Known;
export type ForgottenCustomer = { readonly status: 'forgotten' } & Known;
export type Customer = { readonly status: 'none' } | RegisteredCustomer | ForgottenCustomer;

export interface RegisterCustomer {
  readonly type: 'RegisterCustomer';
  readonly customerId: string;
  readonly connectionId: string;
  readonly details: CustomerDetails;
}

/** The fields that are given become so. */
export interface ChangeCustomerDetails {
  readonly type: 'ChangeCustomerDetails';
  readonly details: Partial<CustomerDetails>;
}

export interface ForgetCustomer {
  readonly type: 'ForgetCustomer';
}

export interface ChooseDefaultMandate {
  readonly type: 'ChooseDefaultMandate';
  readonly currency: string;
  readonly mandateId: string;
}

export type CustomerCommand =
  RegisterCustomer | ChangeCustomerDetails | ForgetCustomer | ChooseDefaultMandate | BalanceCommand;

export const customerDecider: Decider<string, Customer, CustomerCommand, CustomerEvent> = {
  streamOf: streams.customer,
  initial: { status: 'none' },
  evolve,
  decide,
  references,
};

function evolve(state: Customer, event: Happened<CustomerEvent>): Customer {
  if (event.type === 'CustomerRegistered') {
    const { customerId, connectionId, ...details } = event.data;
    const known = {
      customerId,
      connectionId,
      balances: NO_BALANCES,
      defaultMandates: new Map<string, string>(),
      processedCauseIds: [event.causationId],
    };
    return { status: 'registered', ...known, details };
  }
  if (state.status === 'none') return state;
  const { customerId, connectionId, balances, defaultMandates } = state;
  const processedCauseIds = withCause(state.processedCauseIds, event.causationId);
  switch (event.type) {
    case 'CustomerDetailsChanged':
      if (state.status === 'forgotten') return { ...state, processedCauseIds };
      return { ...state, processedCauseIds, details: { ...state.details, ...event.data } };
    case 'CustomerForgotten':
      return { status: 'forgotten', customerId, connectionId, balances, defaultMandates, processedCauseIds };
    case 'DefaultMandateChosen': {
      const { currency, mandateId } = event.data;
      return { ...state, defaultMandates: new Map([...defaultMandates, [currency, mandateId]]), processedCauseIds };
    }
    case 'BalanceStated':
    case 'BalanceReserved':
    case 'BalanceReleased':
      return { ...state, balances: evolveBalances(balances, event), processedCauseIds };
    default:
      return never(event);
  }
}

function references(state: Customer): References {
  if (state.status === 'none') return {};
  return { connectionId: state.connectionId, customerId: state.customerId };
}

function decide(command: Issued<CustomerCommand>, state: Customer): Decision<CustomerEvent> {
  if (state.status === 'none') {
    return command.type === 'RegisterCustomer' ? register(command) : refuse('not_found', 'There is no such customer.');
  }
  if (isProcessed(state, command)) return [];
  switch (command.type) {
    case 'RegisterCustomer':
      return refuse('already_exists', `The customer ${state.customerId} exists already.`);
    case 'ChangeCustomerDetails':
      return state.status === 'forgotten'
        ? refuse('customer_forgotten', `The customer ${state.customerId} was forgotten.`)
        : changeDetails(command, state);
    case 'ForgetCustomer':
      if (state.status === 'forgotten') return [];
      return [decided(command, { type: 'CustomerForgotten', data: { customerId: state.customerId } })];
    case 'ChooseDefaultMandate': {
      const { currency, mandateId } = command;
      if (state.defaultMandates.get(currency) === mandateId) return [];
      const data = { customerId: state.customerId, currency, mandateId };
      return [decided(command, { type: 'DefaultMandateChosen', data })];
    }
    case 'StateBalance':
    case 'ReserveBalance':
    case 'ReleaseBalance': {
      const facts = decideBalance(command, state.customerId, state.balances);
      return isRefusal(facts) ? facts : facts.map((fact) => decided(command, fact));
    }
    default:
      return never(command);
  }
}

function register(command: Issued<RegisterCustomer>): Decision<CustomerRegistered> {
  const { customerId, connectionId, details } = command;
  const refusal = checkDetails(details);
  if (refusal !== null) return refusal;
  return [decided(command, { type: 'CustomerRegistered', data: { customerId, connectionId, ...details } })];
}

function changeDetails(
  command: Issued<ChangeCustomerDetails>,
  state: RegisteredCustomer,
): Decision<CustomerDetailsChanged> {
  const wanted: CustomerDetails = { ...state.details, ...command.details };
  const refusal = checkDetails(wanted);
  if (refusal !== null) return refusal;
  const data: CustomerDetailsChanged['data'] = {
    ...(wanted.name === state.details.name ? {} : { name: wanted.name }),
    ...(wanted.company === state.details.company ? {} : { company: wanted.company }),
    ...(wanted.email === state.details.email ? {} : { email: wanted.email }),
    ...(wanted.reference === state.details.reference ? {} : { reference: wanted.reference }),
    ...(wanted.round === state.details.round ? {} : { round: wanted.round }),
  };
  if (Object.keys(data).length === 0) return [];
  return [decided(command, { type: 'CustomerDetailsChanged', data })];
}

const LONGEST_TEXT = 500;

/** Its messages name the field and never what stands in it: a refusal may be logged. */
function checkDetails({ name, company, email, reference, round }: CustomerDetails): Refusal | null {
  if (name === null || name.trim() === '') return refuse('validation_failed', 'A customer needs a name.', 'name');
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    return refuse('validation_failed', 'This is not an e-mail address.', 'email');
  }
  for (const [field, text] of Object.entries({ name, company, email, reference, round })) {
    if (text !== null && text.length > LONGEST_TEXT) {
      return refuse('validation_failed', `At most ${LONGEST_TEXT} characters.`, field);
    }
  }
  return null;
}
