import { decided, type Decider, type Decision, type Issued } from '../shared/decider';
import { type Happened, type References } from '../shared/event';
import { type BalanceExportRowsListed } from './events';
import { streams } from '../shared/streams';
import { ROWS_PER_EVENT } from './rows';

export interface ExportRows {
  readonly listed: BalanceExportRowsListed['data'] | null;
  /** How many chunks are listed. */
  readonly chunks: number;
}

export interface ListRows {
  readonly type: 'ListRows';
  /** Chunk n holds the numbers from 500n + 1 on; a chunk whose customers were all left out is empty. */
  readonly chunk: number;
  readonly listed: BalanceExportRowsListed['data'];
}

/** The rows of a batch, chunk by chunk: a row's number says in which event it stands. */
export const exportRowsDecider: Decider<string, ExportRows, ListRows, BalanceExportRowsListed> = {
  streamOf: streams.balanceExportRows,
  initial: { listed: null, chunks: 0 },
  evolve: ({ chunks }, event: Happened<BalanceExportRowsListed>) => ({ listed: event.data, chunks: chunks + 1 }),
  decide,
  references: ({ listed }): References => (listed === null ? {} : { connectionId: listed.connectionId }),
};

function decide(command: Issued<ListRows>, { chunks }: ExportRows): Decision<BalanceExportRowsListed> {
  const { chunk, listed } = command;
  if (chunk < chunks) return [];
  const misplaced = listed.rows.some(({ number }) => Math.floor((number - 1) / ROWS_PER_EVENT) !== chunk);
  if (chunk > chunks || misplaced) throw new Error(`Chunk ${chunk} of ${listed.balanceExportId} is out of its place.`);
  return [decided(command, { type: 'BalanceExportRowsListed', data: listed })];
}
