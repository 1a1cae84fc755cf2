import { TestService } from '../../../../test/support/http-service';
import { readModelCheck } from './read-model-check';
import { databaseCheck } from './checks-of-stores';
import { ReadinessChecks } from './readiness';
import { type ReadModelStatus } from '../../../read-models/engine/status';
import { createPool } from '../../../postgres/pool';

let service: TestService;

beforeEach(async () => {
  service = await TestService.start([]);
});

afterEach(() => service.stop());

function status(readModel: string, state: ReadModelStatus['state']): ReadModelStatus {
  return {
    readModel,
    state,
    position: 'memory.1',
    head: 'memory.3',
    lagEvents: 2,
    lagMilliseconds: 40,
    failure: null,
  };
}

describe('readiness', () => {
  const ready = () => service.ask('/health/ready', { key: null });

  it('is green with every store and each read model, and tells their lag', async () => {
    const checks = service.app.get(ReadinessChecks);
    checks.add(readModelCheck(() => Promise.resolve([status('receipts', 'live'), status('payments', 'catching_up')])));
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
            receipts: { state: 'live', position: 'memory.1', lag: 2, lagMilliseconds: 40 },
            payments: { state: 'catching_up', position: 'memory.1', lag: 2, lagMilliseconds: 40 },
          },
        },
      },
    ]);
  });

  it('says which read model stopped', async () => {
    service.app.get(ReadinessChecks).add(readModelCheck(() => Promise.resolve([status('receipts', 'stopped')])));
    const answer = await ready();
    expect([answer.status, answer.json]).toMatchObject([
      503,
      { status: 'not_ready', checks: { readModels: { ready: false, reason: 'receipts: stopped' } } },
    ]);
  });

  it('is red while the database is away, without saying where it is', async () => {
    const away = createPool({ url: 'postgres://user:hunter2hunter2@127.0.0.1:1/none', schema: 'none' });
    service.app.get(ReadinessChecks).add(databaseCheck(away));
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
