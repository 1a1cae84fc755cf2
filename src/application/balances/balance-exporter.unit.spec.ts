import * as fc from 'fast-check';
import { CountedFiles, questionsOfTheLog } from '../../../test/support/balance-questions';
import { PlayedWorld } from '../../../test/support/played-world';
import { type ExportRow } from '../../domain/balance-exports/events';
import { placeOfRow } from '../../domain/balance-exports/rows';
import { customerDecider } from '../../domain/customers/customer';
import { isRefusal } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { streams } from '../../domain/shared/streams';
import { Aggregates, type CommandContext } from '../aggregates';
import { BalanceExporter, type Exported, type ExportRequest } from './balance-exporter';
import { BalanceReservations } from './balance-reservations';
import { StoreUnavailable } from '../ports/event-store';

const request: ExportRequest = {
  connectionId: 'con_1',
  currency: 'GBP',
  customerIds: null,
  chargeDate: null,
  description: 'Balance of March',
};
const held = new AbortController().signal;

async function businessOf(amounts: readonly number[]) {
  const world = new PlayedWorld();
  await world.openConnection('con_1');
  for (const [index, amount] of amounts.entries()) {
    const id = `cus_${String(index).padStart(4, '0')}`;
    await world.registerCustomer('con_1', id, `Person ${index}`);
    const statement = { currency: 'GBP', amount, asOf: world.now, balanceImportId: null };
    const issued = { at: world.now, commandId: `stated ${index}` };
    await world.execute(customerDecider, id, { type: 'StateBalance', ...statement, ...issued });
  }
  const aggregates = new Aggregates(world.store, { now: () => world.now });
  const files = new CountedFiles();
  const questions = questionsOfTheLog(world.store);
  const reservations = new BalanceReservations(aggregates, world.store, questions, files);
  const exporter = new BalanceExporter(aggregates, reservations, world.store, questions, files);
  const context = (name: string): CommandContext => ({
    commandId: name,
    correlationId: name,
    actor: 'user:key_1',
    at: world.now,
  });
  const rowsOf = async (id: string): Promise<readonly ExportRow[]> => {
    const chunks = await world.store.read(streams.balanceExportRows(id));
    return chunks.flatMap(({ data }) => (data as { rows: readonly ExportRow[] }).rows);
  };
  return { world, aggregates, files, questions, reservations, exporter, context, rowsOf };
}

function sealed(exported: Exported | object): Exported {
  if (isRefusal(exported)) throw new Error(exported.detail);
  return exported as Exported;
}

const idOf = (name: string) => derivedId('bex', name);

describe('an export of balances', () => {
  it('takes what is collectable, names who is left out, and leaves nothing for a second', async () => {
    const { exporter, context, rowsOf, files } = await businessOf([500, 0, -20, 70]);
    const first = sealed(await exporter.export(idOf('one'), request, context('one'), held));
    expect(first.seal).toMatchObject({
      rowCount: 2,
      totalAmount: 570,
      lastNumber: 2,
      csvSha256: 'csv',
      xlsxSha256: 'xlsx',
    });
    expect(first.leftOut).toEqual([
      { customerId: 'cus_0001', reason: 'nothing_collectable' },
      { customerId: 'cus_0002', reason: 'nothing_collectable' },
    ]);
    const rows = await rowsOf(idOf('one'));
    expect(rows.map(({ customerId, amount, number }) => [customerId, amount, number])).toEqual([
      ['cus_0000', 500, 1],
      ['cus_0003', 70, 2],
    ]);
    expect(files.written.get(idOf('one'))).toEqual(rows);
    const second = await exporter.export(idOf('two'), request, context('two'), held);
    expect(second).toMatchObject({ refused: true, code: 'nothing_to_export', leftOut: { length: 4 } });
  });

  it('lists every row where its tag says, over several chunks', async () => {
    const { exporter, context, world } = await businessOf(
      Array.from({ length: 1_203 }, (_, index) => (index % 7 === 0 ? 0 : index)),
    );
    const { seal } = sealed(await exporter.export(idOf('one'), request, context('one'), held));
    const chunks = await world.store.read(streams.balanceExportRows(idOf('one')));
    const places = chunks.flatMap(({ revision, data }) =>
      (data as { rows: readonly ExportRow[] }).rows.map(({ rowId, number }) => ({
        revision,
        number,
        place: placeOfRow(rowId),
      })),
    );
    expect(places).toHaveLength(seal.rowCount);
    expect(
      places.filter(({ revision, number, place }) => place?.revision !== revision || place.number !== number),
    ).toEqual([]);
  });

  it('leaves out who changed between the look and the reservation', async () => {
    const { exporter, context, world, questions } = await businessOf([500, 600]);
    const collectable = questions.collectable.bind(questions);
    jest.spyOn(questions, 'collectable').mockImplementation(async (query) => {
      const page = await collectable(query);
      const statement = { currency: 'GBP', amount: 1, asOf: world.now, balanceImportId: null };
      const issued = { at: world.now, commandId: 'meanwhile' };
      await world.execute(customerDecider, 'cus_0000', {
        type: 'StateBalance',
        ...statement,
        ...issued,
      });
      return page;
    });
    const { seal, leftOut } = sealed(await exporter.export(idOf('one'), request, context('one'), held));
    expect(seal).toMatchObject({ rowCount: 1, totalAmount: 600 });
    expect(leftOut).toEqual([{ customerId: 'cus_0000', reason: 'changed_meanwhile' }]);
  });

  it('holds nothing back when it is broken off, by itself or by a crash that the next one finds', async () => {
    const { exporter, context, files, questions, reservations, world } = await businessOf([500, 600]);
    jest.spyOn(files, 'begin').mockImplementationOnce(() => ({
      write: () => Promise.reject(new StoreUnavailable('no room')),
      finish: () => Promise.reject(new Error('never reached')),
      abandon: () => Promise.resolve(),
    }));
    await expect(exporter.export(idOf('one'), request, context('one'), held)).rejects.toThrow('no room');
    expect(await questions.unfinishedExports('con_1')).toEqual([]);

    // A crash: the process is gone before it could release anything.
    const dead = jest.spyOn(reservations, 'abandon').mockImplementationOnce(() => Promise.resolve());
    jest.spyOn(files, 'begin').mockImplementationOnce(() => ({
      write: () => Promise.reject(new StoreUnavailable('power cut')),
      finish: () => Promise.reject(new Error('never reached')),
      abandon: () => Promise.resolve(),
    }));
    await expect(exporter.export(idOf('two'), request, context('two'), held)).rejects.toThrow('power cut');
    dead.mockRestore();
    expect(await questions.unfinishedExports('con_1')).toEqual([idOf('two')]);

    await reservations.abandonUnfinished('con_1', context('cleaning'));
    expect(await questions.unfinishedExports('con_1')).toEqual([]);
    const { seal } = sealed(await exporter.export(idOf('three'), request, context('three'), held));
    expect(seal).toMatchObject({ rowCount: 2, totalAmount: 1_100 });
    expect(world.store).toBeDefined();
  });

  it('never has a balance in two batches, also without the lock that keeps exports apart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }), async (amounts) => {
        const { exporter, context, rowsOf } = await businessOf(amounts);
        const names = Array.from({ length: 20 }, (_, index) => `export ${index}`);
        const outcomes = await Promise.all(
          names.map((name) => exporter.export(idOf(name), request, context(name), held).catch(() => null)),
        );
        const done = names.filter((_, index) => outcomes[index] !== null && !isRefusal(outcomes[index] ?? {}));
        const rows = (await Promise.all(done.map((name) => rowsOf(idOf(name))))).flat();
        const customers = rows.map(({ customerId }) => customerId);
        expect(new Set(customers).size).toBe(customers.length);
        const left = sealed(
          await exporter
            .export(idOf('last'), request, context('last'), held)
            .then((last) => (isRefusal(last) ? { seal: { totalAmount: 0 } } : last)),
        );
        const total = rows.reduce((sum, { amount }) => sum + amount, 0) + left.seal.totalAmount;
        expect(total).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
      }),
      { numRuns: 15 },
    );
  });
});
