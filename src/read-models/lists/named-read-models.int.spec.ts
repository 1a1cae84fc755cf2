import { type Pool, type QueryArrayConfig } from 'pg';
import { pageOf } from '../../../test/support/asked-list';
import { WHOLE_LISTS } from '../../../test/support/declared-lists';
import { playStory } from '../../../test/support/played-story';
import { project } from '../../../test/support/projected';
import { type SampleDatabase, sampleDatabase } from '../../../test/support/sample-database';
import { qualified } from '../../postgres/sql';
import { ALL_READ_MODELS } from '../all-read-models';
import { timelineList } from '../timeline/list';
import { type ReadSource } from './list';

const LISTS = [...WHOLE_LISTS, timelineList];

describe('a list waits for what it reads', () => {
  let database: SampleDatabase;
  let source: ReadSource;
  const asked: string[] = [];

  beforeAll(async () => {
    database = await sampleDatabase();
    const { world } = await playStory();
    await project(database, world.store);
    const query = (config: QueryArrayConfig) => {
      asked.push(config.text);
      return database.pool.query(config);
    };
    const pool = { query } as unknown as Pool; // lists only ask
    source = { database: { ...database, pool }, store: world.store };
  }, 60_000);

  afterAll(() => database.close());

  it.each(LISTS.map((list) => [list.name, list] as const))('%s', async (_, list) => {
    asked.length = 0;
    await pageOf(list, source);
    const isRead = ({ name }: { readonly name: string }) => {
      return asked.some((text) => text.includes(qualified(database.schema, name)));
    };
    const read = ALL_READ_MODELS.filter(({ tables }) => tables.some(isRead)).map(({ name }) => name);
    const named = list.readModels.map(({ name }) => name);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((name) => !named.includes(name))).toEqual([]);
  });
});
