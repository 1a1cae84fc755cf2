import { MemoryEventStore } from '../../../../test/support/memory-event-store';
import { TestService } from '../../../../test/support/http-service';
import { type ProcessStatus } from '../../../application/running/process-status';
import { createPool } from '../../../postgres/pool';
import { type ReadModelStatus } from '../../../read-models/engine/status';
import { databaseCheck, eventStoreCheck, processCheck, readModelCheck } from './checks';
import { ReadinessChecks } from './readiness';

let service: TestService;

beforeEach(async () => {
  service = await TestService.start([]);
});

afterEach(() => service.stop());

function readModel(name: string, state: ReadModelStatus['state']): ReadModelStatus {
  return {
    readModel: name,
    state,
    position: 'memory.1',
    head: 'memory.3',
    lagEvents: 2,
    lagMilliseconds: 40,
    failure: null,
  };
}

function process(name: string, state: ProcessStatus['state']): ProcessStatus {
  return { name, kind: 'process', state, position: null, reason: null };
}

describe('readiness', () => {
  const add = (...checks: readonly Parameters<ReadinessChecks['add']>[0][]) => {
    for (const check of checks) service.app.get(ReadinessChecks).add(check);
  };
  const ready = () => service.ask('/health/ready', { key: null });

  it('is green with every store, read model and process, and tells how they fare', async () => {
    add(
      databaseCheck(service.pool),
      eventStoreCheck(new MemoryEventStore(), { recent: false }),
      readModelCheck(() => Promise.resolve([readModel('receipts', 'live'), readModel('payments', 'catching_up')])),
      processCheck(() => [process('submission', 'retrying'), process('webhook-router', 'standing_by')]),
    );
    const answer = await ready();
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        status: 'ready',
        checks: {
          process: { ready: true },
          database: { ready: true },
          eventStore: { ready: true, position: 'memory.0' },
          readModels: {
            ready: true,
            lag: {
              receipts: { state: 'live', lagEvents: 2, lagMilliseconds: 40 },
              payments: { state: 'catching_up', lagEvents: 2, lagMilliseconds: 40 },
            },
          },
          processes: { ready: true, states: { submission: 'retrying', 'webhook-router': 'standing_by' } },
        },
      },
    ]);
  });

  it('is red for a read model that stopped, or that was never prepared', async () => {
    const states = [
      readModel('receipts', 'stopped'),
      readModel('payments', 'live'),
      readModel('ledger', 'not_prepared'),
    ];
    add(readModelCheck(() => Promise.resolve(states)));
    const answer = await ready();
    expect([answer.status, answer.json]).toMatchObject([
      503,
      { checks: { readModels: { ready: false, reason: 'receipts: stopped, ledger: not_prepared' } } },
    ]);
  });

  it('is red for a process that stopped', async () => {
    add(processCheck(() => [process('submission', 'stopped'), process('overdue', 'running')]));
    const answer = await ready();
    expect([answer.status, answer.json]).toMatchObject([
      503,
      { checks: { processes: { ready: false, reason: 'submission: stopped' } } },
    ]);
  });

  it('is red while the log takes no events, and tells how far it goes', async () => {
    add(eventStoreCheck(new MemoryEventStore(), { recent: true }));
    const answer = await ready();
    const eventStore = { ready: false, reason: 'takes no events now', position: 'memory.0' };
    expect([answer.status, answer.json]).toMatchObject([503, { checks: { eventStore } }]);
  });

  it('is red while the database is away, without saying where it is', async () => {
    const away = createPool({ url: 'postgres://user:hunter2hunter2@127.0.0.1:1/none', schema: 'none' });
    add(databaseCheck(away));
    const answer = await ready();
    expect([answer.status, answer.json]).toMatchObject([503, { checks: { database: { ready: false } } }]);
    expect(answer.text).not.toMatch(/127\.0|hunter2/);
    expect((await service.ask('/health/live', { key: null })).status).toBe(200);
    await away.end();
  });

  it('is red while the process drains', async () => {
    service.app.get(ReadinessChecks).drain();
    const answer = await ready();
    expect([answer.status, answer.json]).toMatchObject([503, { checks: { process: { ready: false } } }]);
  });
});
