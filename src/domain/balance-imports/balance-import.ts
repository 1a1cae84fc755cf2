import { decided, type Decider, type Decision, type Issued, never } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { streams } from '../shared/streams';
import { type BalancesImported, type ImportedBalancesListed } from './events';
import { type BalanceImportEvent } from '../event-groups';

export interface BalanceImport {
  readonly connectionId: string | null;
  /** How many balances are listed. */
  readonly listed: number;
  readonly sealed: boolean;
  readonly carriedOut: boolean;
}

export type BalanceImportCommand =
  | ({ readonly type: 'ListBalances' } & ImportedBalancesListed['data'])
  | ({ readonly type: 'SealImport' } & BalancesImported['data'])
  | { readonly type: 'NoteCarriedOut'; readonly balanceImportId: string; readonly connectionId: string };

/** A file of balances, stated all together or not at all: the seal is the moment at which they are. */
export const balanceImportDecider: Decider<string, BalanceImport, BalanceImportCommand, BalanceImportEvent> = {
  streamOf: streams.balanceImport,
  initial: { connectionId: null, listed: 0, sealed: false, carriedOut: false },
  evolve,
  decide,
  references: ({ connectionId }): References => (connectionId === null ? {} : { connectionId }),
};

function evolve(state: BalanceImport, event: Happened<BalanceImportEvent>): BalanceImport {
  const { connectionId } = event.data;
  switch (event.type) {
    case 'ImportedBalancesListed':
      return { ...state, connectionId, listed: event.data.from + event.data.balances.length };
    case 'BalancesImported':
      return { ...state, connectionId, sealed: true };
    case 'BalanceImportCarriedOut':
      return { ...state, connectionId, carriedOut: true };
    default:
      return never(event);
  }
}

function decide(command: Issued<BalanceImportCommand>, state: BalanceImport): Decision<BalanceImportEvent> {
  switch (command.type) {
    case 'ListBalances': {
      const { balanceImportId, connectionId, from, balances } = command;
      if (state.sealed || from < state.listed) return [];
      return [
        decided(command, { type: 'ImportedBalancesListed', data: { balanceImportId, connectionId, from, balances } }),
      ];
    }
    case 'SealImport': {
      const { balanceImportId, connectionId, count, balancesSha256, older } = command;
      if (state.sealed) return [];
      return [
        decided(command, {
          type: 'BalancesImported',
          data: { balanceImportId, connectionId, count, balancesSha256, ...(older === undefined ? {} : { older }) },
        }),
      ];
    }
    case 'NoteCarriedOut': {
      const { balanceImportId, connectionId } = command;
      if (state.carriedOut) return [];
      return [decided(command, { type: 'BalanceImportCarriedOut', data: { balanceImportId, connectionId } })];
    }
    default:
      return never(command);
  }
}
