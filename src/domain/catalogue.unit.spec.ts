import { playStory } from '../../test/support/played-story';
import { CATALOGUE, EVENT_TYPES, evolves, typesCarriedOutBy, typesOf } from './catalogue';
import { categoryOf, streams } from './shared/streams';

const categories = [...new Set(Object.values(streams).map((name) => categoryOf(name('1', '2'))))];

describe('the catalogue', () => {
  it('says of every event type which aggregates it evolves', () => {
    const homeless = EVENT_TYPES.filter((type) => !categories.some((category) => evolves(type, category)));
    expect(homeless).toEqual([]);
  });

  it('has events for the streams of every category', () => {
    expect(categories.filter((category) => !EVENT_TYPES.some((type) => evolves(type, category)))).toEqual([]);
  });

  it('knows for every event that a played story writes the stream that it stands on', async () => {
    const log = await (await playStory()).world.log();
    const misplaced = log.filter(
      ({ type, stream }) => !EVENT_TYPES.some((one) => one === type && evolves(one, categoryOf(stream))),
    );
    expect(misplaced).toEqual([]);
  });

  it('answers for groups, for a source within them, and for what a process carries out', () => {
    expect(typesOf('balance')).toEqual(['BalanceStated', 'BalanceReserved', 'BalanceReleased']);
    expect(typesOf(['refund', 'refundMovement'], 'gocardless')).toEqual([
      'RefundSettled',
      'RefundReturned',
      'RefundStatusChanged',
    ]);
    expect(typesCarriedOutBy('submission')).toEqual([
      'InstalmentReleased',
      'PaymentRequested',
      'PaymentCancellationRequested',
      'PaymentRetryRequested',
      'RefundRequested',
    ]);
  });

  it('puts every type into one of the groups that its source and its process are asked with', () => {
    const groups = [...new Set(EVENT_TYPES.map((type) => CATALOGUE[type].group))];
    expect([...typesOf(groups, 'us'), ...typesOf(groups, 'gocardless')].sort()).toEqual([...EVENT_TYPES].sort());
  });
});
