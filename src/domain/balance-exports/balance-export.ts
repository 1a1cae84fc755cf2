import { decided, type Decider, type Decision, type Issued, never, type Refusal, refuse } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { isProcessed, type Processed, withCause } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { type BalanceExportOpened, type BalanceExportRowsReleased, type BalancesExported } from './events';
import { type BalanceExportEvent } from '../event-groups';
import { countIn, type Ranges, together, without } from './ranges';

interface Known extends Processed {
  readonly opened: BalanceExportOpened['data'];
  /** Ids of the events whose consequences stand on all streams. */
  readonly carriedOut: ReadonlySet<string>;
}

export interface SealedBalanceExport extends Known {
  readonly status: 'exported';
  readonly seal: BalancesExported['data'];
  readonly added: boolean;
  readonly collected: boolean;
  /** Numbers of the rows that were given up. */
  readonly released: Ranges;
}

export type BalanceExport =
  | { readonly status: 'none' }
  | ({ readonly status: 'opened' } & Known)
  | ({ readonly status: 'abandoned' } & Known)
  | SealedBalanceExport;

export type BalanceExportCommand =
  | { readonly type: 'OpenBalanceExport'; readonly batch: BalanceExportOpened['data'] }
  | { readonly type: 'SealBalanceExport'; readonly seal: BalancesExported['data'] }
  | { readonly type: 'AbandonBalanceExport' }
  | { readonly type: 'AddBalancesAsPayments' }
  | { readonly type: 'CollectBalances' }
  /** Only numbers that rows have: a hole between two rows is in no range. */
  | { readonly type: 'ReleaseRows'; readonly numbers: BalanceExportRowsReleased['data']['numbers'] }
  | { readonly type: 'NoteCarriedOut'; readonly of: string };

/** A batch of balances: opened, sealed once, then added as payments, collected or given up, row by row. Its rows have a stream of their own. */
export const balanceExportDecider: Decider<string, BalanceExport, BalanceExportCommand, BalanceExportEvent> = {
  streamOf: streams.balanceExport,
  initial: { status: 'none' },
  evolve,
  decide,
  references: (state) => (state.status === 'none' ? {} : referencesOf(state.opened)),
};

function referencesOf({ connectionId }: BalanceExportOpened['data']): References {
  return { connectionId };
}

function evolve(state: BalanceExport, event: Happened<BalanceExportEvent>): BalanceExport {
  if (event.type === 'BalanceExportOpened') {
    return {
      status: 'opened',
      opened: event.data,
      processedCauseIds: [event.causationId],
      carriedOut: new Set(),
    };
  }
  if (state.status === 'none') return state;
  return evolveKnown({ ...state, processedCauseIds: withCause(state.processedCauseIds, event.causationId) }, event);
}

function evolveKnown(
  state: Exclude<BalanceExport, { status: 'none' }>,
  event: Exclude<Happened<BalanceExportEvent>, { type: 'BalanceExportOpened' }>,
): BalanceExport {
  switch (event.type) {
    case 'BalancesExported':
      return { ...state, status: 'exported', seal: event.data, added: false, collected: false, released: [] };
    case 'BalanceExportAbandoned':
      return { ...state, status: 'abandoned' };
    case 'BalancesAddedAsPayments':
      return state.status === 'exported' ? { ...state, added: true } : state;
    case 'BalanceCollectionRequested':
      return state.status === 'exported' ? { ...state, added: true, collected: true } : state;
    case 'BalanceExportRowsReleased':
      return state.status === 'exported' ? { ...state, released: together(state.released, event.data.numbers) } : state;
    case 'BalanceExportCarriedOut':
      return { ...state, carriedOut: new Set([...state.carriedOut, event.data.of]) };
    default:
      return never(event);
  }
}

/** How many rows were not given up. */
export function openRows({ seal, released }: Pick<SealedBalanceExport, 'seal' | 'released'>): number {
  return seal.rowCount - countIn(released);
}

function decide(command: Issued<BalanceExportCommand>, state: BalanceExport): Decision<BalanceExportEvent> {
  if (state.status === 'none') {
    return command.type === 'OpenBalanceExport'
      ? [decided(command, { type: 'BalanceExportOpened', data: command.batch })]
      : refuse('not_found', 'There is no such balance export.');
  }
  if (isProcessed(state, command)) return [];
  switch (command.type) {
    case 'OpenBalanceExport':
      return [];
    case 'SealBalanceExport':
      return seal(command, state);
    case 'AbandonBalanceExport':
      return state.status === 'opened' ? [decided(command, { type: 'BalanceExportAbandoned', data: {} })] : [];
    case 'NoteCarriedOut':
      return state.carriedOut.has(command.of)
        ? []
        : [decided(command, { type: 'BalanceExportCarriedOut', data: { of: command.of } })];
    case 'AddBalancesAsPayments':
    case 'CollectBalances':
    case 'ReleaseRows':
      return state.status === 'exported'
        ? decideOnSealed(command, state)
        : refuse('not_sealed', 'The balance export was never finished: it has no rows.');
    default:
      return never(command);
  }
}

function seal(
  command: Issued<Extract<BalanceExportCommand, { type: 'SealBalanceExport' }>>,
  state: Exclude<BalanceExport, { status: 'none' }>,
): Decision<BalanceExportEvent> {
  switch (state.status) {
    case 'opened':
      return [decided(command, { type: 'BalancesExported', data: command.seal })];
    case 'exported':
      return [];
    case 'abandoned':
      return refuse('export_abandoned', 'The balance export took too long and was given up. Export again.');
    default:
      return never(state);
  }
}

function decideOnSealed(
  command: Issued<Extract<BalanceExportCommand, { type: 'AddBalancesAsPayments' | 'CollectBalances' | 'ReleaseRows' }>>,
  state: SealedBalanceExport,
): Decision<BalanceExportEvent> {
  switch (command.type) {
    case 'AddBalancesAsPayments':
      if (openRows(state) === 0) return nothingLeft();
      return state.added ? [] : [decided(command, { type: 'BalancesAddedAsPayments', data: {} })];
    case 'CollectBalances':
      if (openRows(state) === 0) return nothingLeft();
      return state.collected ? [] : [decided(command, { type: 'BalanceCollectionRequested', data: {} })];
    case 'ReleaseRows': {
      // What is being sent is kept: between the request and its sending nobody can tell whether the payer is charged.
      const numbers = state.collected ? [] : without(command.numbers, state.released);
      return numbers.length === 0 ? [] : [decided(command, { type: 'BalanceExportRowsReleased', data: { numbers } })];
    }
    default:
      return never(command);
  }
}

function nothingLeft(): Refusal {
  return refuse('nothing_left', 'All rows of this balance export were cancelled.');
}
