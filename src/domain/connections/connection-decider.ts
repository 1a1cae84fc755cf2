import { type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { isProcessed } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import {
  type ChangeAccessToken,
  changeAccessToken,
  type ChangeCompanyDetails,
  changeCompanyDetails,
  type ChangeWebhookSecrets,
  changeWebhookSecrets,
  type ChooseAccounts,
  chooseAccounts,
  type ChooseLeadTimes,
  chooseLeadTimes,
  type ChooseLogo,
  chooseLogo,
  type ClosePeriod,
  closePeriod,
} from './configure-connection';
import { type Connection, connectionReferences, evolveConnection, noConnection } from './connection';
import { type ConnectionEvent } from '../event-groups';
import { resourceFacts } from '../gocardless-resources/gocardless-facts';
import { type ObserveResourceEvents } from '../gocardless-resources/gocardless-resource';
import { type OpenConnection, openConnection } from './open-connection';

export type ConnectionCommand =
  | OpenConnection
  | ChooseAccounts
  | ChangeAccessToken
  | ChangeWebhookSecrets
  | ChangeCompanyDetails
  | ChooseLeadTimes
  | ChooseLogo
  | ClosePeriod
  | ObserveResourceEvents;

export const connectionDecider: Decider<string, Connection, ConnectionCommand, ConnectionEvent> = {
  streamOf: streams.connection,
  initial: noConnection,
  evolve: evolveConnection,
  decide,
  references: connectionReferences,
};

function decide(command: Issued<ConnectionCommand>, state: Connection): Decision<ConnectionEvent> {
  if (state.status === 'none') {
    return command.type === 'OpenConnection'
      ? openConnection(command)
      : refuse('not_found', 'There is no such connection.');
  }
  // Of what GoCardless observed, each event is a cause of its own.
  if (command.type === 'ObserveResourceEvents') {
    return resourceFacts(command.connectionId, command.events, state.processedCauseIds);
  }
  if (isProcessed(state, command)) return [];
  switch (command.type) {
    case 'OpenConnection':
      return refuse('already_exists', `The connection ${state.connectionId} is open already.`);
    case 'ChooseAccounts':
      return chooseAccounts(command, state);
    case 'ChangeAccessToken':
      return changeAccessToken(command, state);
    case 'ChangeWebhookSecrets':
      return changeWebhookSecrets(command);
    case 'ChangeCompanyDetails':
      return changeCompanyDetails(command, state);
    case 'ChooseLeadTimes':
      return chooseLeadTimes(command, state);
    case 'ChooseLogo':
      return chooseLogo(command, state);
    case 'ClosePeriod':
      return closePeriod(command, state);
    default:
      return never(command);
  }
}
