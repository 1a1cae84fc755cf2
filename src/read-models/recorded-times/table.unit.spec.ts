import { plainFold } from '../../../test/support/plain-fold';
import { playStory } from '../../../test/support/played-story';
import { recordedTimes } from './table';

describe('recorded times', () => {
  it('never go back, also when a clock was behind', async () => {
    const log = await (await playStory()).world.log();
    const late = log.map((event, index) =>
      index === 3 ? { ...event, metadata: { ...event.metadata, recordedAt: '2020-01-01T00:00:00.000Z' } } : event,
    );
    const { rows, past } = plainFold(recordedTimes, late);
    const times = [...past, ...rows].map(({ row }) => String(row['recordedAt']));
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)).toBe(log.at(-1)?.metadata.recordedAt);
    expect(times).not.toContain('2020-01-01T00:00:00.000Z');
  });
});
