import { choicesOf, NO_DRAFT, openingOf } from './draft';

it('reads the creditors of a refusal, and nothing from anything else', () => {
  const choice = { creditorId: 'CR1', creditorName: 'Harbour' };
  expect(choicesOf({ choices: [choice, { creditorId: 7 }, null, 'CR2'] })).toEqual([choice]);
  expect([choicesOf({}), choicesOf({ choices: 'CR1' })]).toEqual([[], []]);
});

it('names the creditor only when one was chosen', () => {
  const draft = { ...NO_DRAFT, accessToken: 'token', webhookSecret: 'secret', name: 'Club', booksFrom: '2026-01-01' };
  const body = {
    environment: 'sandbox',
    accessToken: 'token',
    name: 'Club',
    webhookSecrets: ['secret'],
    booksFrom: '2026-01-01',
    timeZone: 'Europe/London',
  };
  expect(openingOf(draft)).toEqual(body);
  expect(openingOf({ ...draft, creditorId: 'CR1' })).toEqual({ ...body, creditorId: 'CR1' });
});
