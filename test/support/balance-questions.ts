import { type BalanceFiles } from '../../src/application/ports/balance-files';
import {
  balanceKey,
  type BalanceQuestions,
  type CollectableBalance,
} from '../../src/application/ports/balance-questions';
import { happened } from '../../src/application/aggregates';
import { balanceExportDecider } from '../../src/domain/balance-exports/balance-export';
import { type ExportRow } from '../../src/domain/balance-exports/events';
import { type BalanceEvent } from '../../src/domain/event-groups';
import { balanceIn } from '../../src/domain/customers/balances';
import { type Customer, customerDecider } from '../../src/domain/customers/customer';
import { categoryOf } from '../../src/domain/shared/streams';
import { type MemoryEventStore } from './memory-event-store';

/** Answers from the log itself, for tests without a database. Everybody has one usable mandate, and no payments are counted. */
export function questionsOfTheLog(store: MemoryEventStore): BalanceQuestions {
  const customers = (): Promise<readonly Extract<Customer, { customerId: string }>[]> => {
    const states = new Map<string, Customer>();
    for (const event of store.all()) {
      if (categoryOf(event.stream) !== 'customer') continue;
      const before = states.get(event.stream) ?? customerDecider.initial;
      states.set(event.stream, customerDecider.evolve(before, happened(event)));
    }
    return Promise.resolve([...states.values()].flatMap((state) => (state.status === 'none' ? [] : [state])));
  };
  const rowsHeldBy = async (balanceExportId: string): Promise<readonly BalanceEvent['data'][]> =>
    (await customers()).flatMap(({ balances }) =>
      [...balances.values()].flatMap(({ reserved }) =>
        [...reserved.values()].filter((row) => row.balanceExportId === balanceExportId),
      ),
    );
  return {
    caughtUp: () => Promise.resolve(),
    async collectable({ currency, customerIds, after, limit }) {
      const all = (await customers()).flatMap(({ customerId, balances }): CollectableBalance[] => {
        const { stated, version, reserved } = balanceIn(balances, currency);
        if (customerIds === null ? stated === null : !customerIds.includes(customerId)) return [];
        const inFlight = [...reserved.values()].reduce((sum, { amount }) => sum + amount, 0);
        const collectable = Math.max(0, (stated?.amount ?? 0) - inFlight);
        const parts = {
          stated: stated?.amount ?? null,
          asOf: stated?.asOf ?? null,
          inFlight,
          paidSince: 0,
          reversedSince: 0,
        };
        const person = { name: `Name of ${customerId}`, company: null, email: null };
        const mandate = { mandateId: `MD${customerId.slice(4)}`, gocardlessCustomerId: `CU${customerId.slice(4)}` };
        return [{ customerId, version, ...parts, collectable, ...person, mandate, mandateOfOtherCurrency: false }];
      });
      return all
        .sort((a, b) => (a.customerId < b.customerId ? -1 : 1))
        .filter(({ customerId }) => after === null || customerId > after)
        .slice(0, limit);
    },
    async unfinishedExports() {
      const events = store.all();
      const ids = new Set(
        events.filter(({ stream }) => categoryOf(stream) === 'balanceExport').map(({ stream }) => stream),
      );
      const unfinished: string[] = [];
      for (const stream of ids) {
        const state = (await store.read(stream)).reduce(
          (before, event) => balanceExportDecider.evolve(before, happened(event)),
          balanceExportDecider.initial,
        );
        const id = stream.slice(stream.indexOf('-') + 1);
        const holds = (await rowsHeldBy(id)).length > 0;
        if (state.status === 'opened' || (state.status === 'abandoned' && holds)) unfinished.push(id);
      }
      return unfinished;
    },
    async reservedRows(balanceExportId, limit) {
      const held = await rowsHeldBy(balanceExportId);
      return held
        .flatMap((row) =>
          'rowId' in row ? [{ rowId: row.rowId, customerId: row.customerId, currency: row.currency }] : [],
        )
        .slice(0, limit);
    },
    exportRows: () => Promise.resolve([]),
    rowMatches: () => Promise.resolve([]),
    async standing(balances) {
      const states = new Map((await customers()).map((state) => [state.customerId, state]));
      const stated = balances.flatMap((one): readonly (readonly [string, string])[] => {
        const asOf = balanceIn(states.get(one.customerId)?.balances ?? new Map(), one.currency).stated?.asOf;
        return asOf === undefined ? [] : [[balanceKey(one), asOf]];
      });
      return new Map(stated);
    },
    async customersByIds(_connectionId, customerIds) {
      const known = new Set((await customers()).map(({ customerId }) => customerId));
      return new Set(customerIds.filter((id) => known.has(id)));
    },
    customersByReferences: () => Promise.resolve(new Map()),
  };
}

/** Files that are only counted: what was written, what was kept, what was thrown away. */
export class CountedFiles implements BalanceFiles {
  readonly written = new Map<string, ExportRow[]>();
  readonly kept = new Set<string>();

  begin({ balanceExportId }: { readonly balanceExportId: string }) {
    const rows: ExportRow[] = [];
    this.written.set(balanceExportId, rows);
    return {
      write: (more: readonly ExportRow[]) => {
        rows.push(...more);
        return Promise.resolve();
      },
      finish: () => {
        this.kept.add(balanceExportId);
        return Promise.resolve({ csvSha256: 'csv', xlsxSha256: 'xlsx' });
      },
      abandon: () => Promise.resolve(),
    };
  }

  csv(): AsyncIterable<Buffer> {
    throw new Error('Nobody asks for it.');
  }

  workbook(): Promise<null> {
    return Promise.resolve(null);
  }

  remove(balanceExportId: string): Promise<void> {
    this.kept.delete(balanceExportId);
    return Promise.resolve();
  }
}
