import { readViews, withoutView, withView } from './saved-views';

it('keeps filters under a name, and neither the page nor what was searched for', () => {
  const views = withView([], 'Errors', { status: 'failed', q: 'Moreau', cursor: 'c', sort: 'amount' });
  expect(views).toEqual([{ name: 'Errors', search: { status: 'failed' } }]);
  expect(withView(views, 'Errors', { status: ['failed', 'rejected'] })).toEqual([
    { name: 'Errors', search: { status: ['failed', 'rejected'] } },
  ]);
  expect(withoutView(views, 'Errors')).toEqual([]);
});

it('reads what a browser kept, whatever it is', () => {
  expect([null, 'x', [{ name: 7 }], [{ name: 'a', search: null }]].map(readViews)).toEqual([[], [], [], []]);
  expect(readViews([{ name: 'a', search: { status: 'failed', odd: 7, many: ['x', 'y'], mixed: ['x', 1] } }])).toEqual([
    { name: 'a', search: { status: 'failed', many: ['x', 'y'] } },
  ]);
});

it('keeps twenty', () => {
  const views = Array.from({ length: 25 }, (_, index) => String(index)).reduce(
    (kept: ReturnType<typeof readViews>, name) => withView(kept, name, {}),
    [],
  );
  expect(views.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 5)));
});
