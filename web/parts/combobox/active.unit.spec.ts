import { moved } from './active';

it('goes round the ends, and nowhere in an empty list', () => {
  expect([moved(-1, 1, 3), moved(-1, -1, 3), moved(2, 1, 3), moved(0, -1, 3), moved(0, 1, 3), moved(-1, 1, 0)]).toEqual(
    [0, 2, 0, 2, 1, -1],
  );
});
