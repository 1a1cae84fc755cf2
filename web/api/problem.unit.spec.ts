import { noConnection, Problem, problemOf, toProblem } from './problem';

const answer = (body: string, status = 422) => new Response(body, { status, headers: { 'x-request-id': 'req-12345' } });

it('reads what the server says, with what the code brings along', async () => {
  const body = {
    type: 'urn:x',
    title: 'Conflict',
    status: 409,
    code: 'ambiguous',
    detail: 'Several fit.',
    errors: [{ field: 'email', code: 'x', message: 'must be one' }, 'not a field'],
    choices: [{ id: 'CU1' }],
  };
  const problem = await problemOf(answer(JSON.stringify(body), 409));
  expect(problem).toMatchObject({
    status: 409,
    code: 'ambiguous',
    detail: 'Several fit.',
    errors: [{ field: 'email', code: 'x', message: 'must be one' }],
    requestId: 'req-12345',
    extensions: { choices: [{ id: 'CU1' }] },
  });
});

it.each(['<html>Bad gateway</html>', '', '[]', '{"code":7}'])('makes do with the status of %j', async (body) => {
  expect(await problemOf(answer(body, 502))).toMatchObject({ status: 502, code: 'status_502', errors: [] });
});

it('knows which requests may have been carried out', () => {
  const of = (status: number, code: string) => new Problem(status, code, '').isUnanswered;
  expect([noConnection().isUnanswered, of(503, 'store_unavailable'), of(409, 'in_progress')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([of(409, 'retry_not_allowed'), of(422, 'validation_failed'), of(401, 'unauthorized')]).toEqual([
    false,
    false,
    false,
  ]);
});

it('shows a fault of its own as one', () => {
  expect(toProblem(new TypeError('x')).code).toBe('unexpected_here');
  const problem = noConnection();
  expect(toProblem(problem)).toBe(problem);
});
