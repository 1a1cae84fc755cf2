import {
  balanceKey,
  type BalanceQuestions,
  type CollectableBalance,
  type CustomerCurrency,
  type ExportRowState,
  type ReservedRow,
  type RowMatch,
} from '../../application/ports/balance-questions';
import { comparePositions, type Position } from '../../application/ports/event-store';
import { ReadModelBehind } from '../../application/ports/queries';
import { groupBy } from '../../domain/shared/grouping';
import { rowMatchesOf } from '../balance-exports/row-matches';
import { OF_ROW, rowsWithPayments } from '../balance-exports/rows';
import { balanceExports, balanceExportsReadModel } from '../balance-exports/table';
import { collectingMandates } from './collecting-mandates';
import { figuresOf, statedPage } from './figures';
import { balanceId, exportRows, type StatedBalanceRow, statedBalances } from './table';
import { type CustomerRow, customers, customersReadModel } from '../customers/table';
import { type ReadModelDatabase } from '../engine/database';
import { qualified, textRows } from '../../postgres/sql';
import { type Progress } from '../engine/progress';
import { RowReader } from '../engine/reader';
import { mandatesReadModel } from '../mandates/table';
import { paymentsReadModel } from '../payments/table';
import { peopleOf } from '../people/people-of';
import { peopleReadModel } from '../people/table';
import { equalTo } from '../view';

const ASKED = [paymentsReadModel, balanceExportsReadModel, customersReadModel, mandatesReadModel, peopleReadModel].map(
  ({ name }) => name,
);
const TIMEOUT_MS = 30_000;

/** What balances and their exports ask of the read models. */
export function balanceQuestions(database: ReadModelDatabase, progress: Progress): BalanceQuestions {
  const { pool, schema } = database;
  const reader = new RowReader(database);
  return {
    async caughtUp(position: Position): Promise<void> {
      const reached = await progress.waitUntil(ASKED, position, TIMEOUT_MS);
      if (comparePositions(reached, position) >= 0) return;
      throw new ReadModelBehind('balances');
    },

    async collectable({ connectionId, currency, ...asked }): Promise<readonly CollectableBalance[]> {
      const page = await statedPage(database, { connectionId, currency, ...asked });
      const customerIds = page.map(({ customerId }) => customerId);
      const figures = await figuresOf(database, {}, page);
      const choices = await collectingMandates(database, connectionId, currency, customerIds);
      const people = await peopleOf(database, customerIds);
      return page.map(({ customerId, version, stated, asOf }) => {
        const { name = null, company = null, email = null } = people.get(customerId) ?? {};
        const { mandate = null, ofOtherCurrency = false } = choices.get(customerId) ?? {};
        return {
          customerId,
          version,
          stated,
          asOf,
          ...(figures.get(balanceId(customerId, currency)) ?? NO_FIGURES),
          name,
          company,
          email,
          mandate,
          mandateOfOtherCurrency: ofOtherCurrency,
        };
      });
    },

    async unfinishedExports(connectionId: string): Promise<readonly string[]> {
      const rows = await textRows(
        pool,
        `select e.id from ${qualified(schema, balanceExports.name)} e where e.connection_id = $1 and (e.status = 'opened'
           or e.status = 'abandoned' and exists (
             select from ${qualified(schema, exportRows.name)} r where r.balance_export_id = e.id and not r.released))
         order by e.first_position`,
        [connectionId],
      );
      return rows.map(([id]) => id ?? '');
    },

    async reservedRows(balanceExportId: string, limit: number): Promise<readonly ReservedRow[]> {
      const rows = await textRows(
        pool,
        `select id, customer_id, currency from ${qualified(schema, exportRows.name)}
         where balance_export_id = $1 and not released order by number limit $2`,
        [balanceExportId, limit],
      );
      return rows.map(([rowId, customerId, currency]) => ({
        rowId: rowId ?? '',
        customerId: customerId ?? '',
        currency: currency ?? '',
      }));
    },

    async exportRows(balanceExportId: string, after: number, limit: number): Promise<readonly ExportRowState[]> {
      const rows = await textRows(
        pool,
        `select t.id, t.number, t.released, ${OF_ROW.phase}, p.seen from ${rowsWithPayments(database, {})}
         where t.balance_export_id = $1 and t.number > $2 and t.mandate_id is not null order by t.number limit $3`,
        [balanceExportId, after, limit],
      );
      return rows.map(([rowId, number, released, phase = null, seen]) => ({
        rowId: rowId ?? '',
        number: Number(number),
        released: released === 't',
        payment: paymentState(phase, seen === 't'),
        rejected: phase === 'rejected',
      }));
    },

    async rowMatches(balanceExportId: string): Promise<readonly RowMatch[]> {
      const matches = await rowMatchesOf(database, { connectionIds: 'all' }, balanceExportId);
      return (matches ?? []).map(({ rowId, paymentId }) => ({ rowId, paymentId }));
    },

    async standing(balances: readonly CustomerCurrency[]): Promise<ReadonlyMap<string, string>> {
      if (balances.length === 0) return new Map();
      const ids = balances.map(({ customerId, currency }) => balanceId(customerId, currency));
      const rows = await reader.readRows<StatedBalanceRow>(statedBalances, { ids });
      return new Map(rows.flatMap(({ row }) => (row.asOf === null ? [] : [[balanceKey(row), row.asOf] as const])));
    },

    async customersByIds(connectionId: string, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
      const where = equalTo<CustomerRow>({ connectionId, forgotten: false });
      const rows = await reader.readRows<CustomerRow>(customers, { where, ids: customerIds });
      return new Set(rows.map(({ row }) => row.id));
    },

    async customersByReferences(
      connectionId: string,
      references: readonly string[],
    ): Promise<ReadonlyMap<string, readonly string[]>> {
      const where = { ...equalTo<CustomerRow>({ connectionId, forgotten: false }), reference: { in: references } };
      const rows = (await reader.readRows<CustomerRow>(customers, { where })).map(({ row }) => row);
      const groups = groupBy(rows, ({ reference }) => reference ?? '');
      return new Map([...groups].map(([reference, own]) => [reference, own.map(({ id }) => id)]));
    },
  };
}

const NO_FIGURES = { inFlight: 0, paidSince: 0, reversedSince: 0, collectable: 0 };

function paymentState(phase: string | null, seen: boolean): ExportRowState['payment'] {
  if (seen) return 'seen';
  switch (phase) {
    case null:
      return 'none';
    case 'awaiting_gocardless':
      return 'awaited';
    case 'requested':
      return 'requested';
    default:
      return 'closed';
  }
}
