// Runs the product for somebody who wants to see it: the service on its embedded database, beside a simulated GoCardless.
import { runPlayground, startPlayground } from './playground.mjs';

const PAYER = 'ines@harbour-cafe.example';

runPlayground(async (onEnd) => {
  const playground = await startPlayground({ dataDirectory: process.env.DATA_DIR || './data', onEnd });
  await prepareGoCardless(playground);
  process.stdout.write(firstSteps(playground));
});

/** There is somebody to collect from, and what would have happened since the last time has happened. */
async function prepareGoCardless({ control, accessToken, simulatorUrl }) {
  const headers = { authorization: `Bearer ${accessToken}`, 'gocardless-version': '2015-07-06' };
  const { customers } = await (await fetch(`${simulatorUrl}/customers?limit=1`, { headers })).json();
  if (customers.length === 0) {
    await control('POST', '/customers', {
      givenName: 'Ines',
      familyName: 'Moreau',
      companyName: 'Harbour Café',
      email: PAYER,
    });
  }
  const { now } = await control('GET', '/clock');
  if (Date.parse(now) < Date.now()) await control('POST', '/clock', { advanceTo: new Date().toISOString() });
}

function firstSteps({ url, adminKey, simulatorUrl, accessToken, webhookSecret }) {
  const key = `-H 'authorization: Bearer ${adminKey}'`;
  const json = "-H 'content-type: application/json'";
  const connection = {
    name: 'My organisation',
    environment: 'sandbox',
    accessToken,
    webhookSecrets: [webhookSecret],
  };
  return [
    `  Admin key:  ${adminKey}`,
    `  GoCardless: simulated at ${simulatorUrl}`,
    '',
    'Three things to try in another terminal:',
    '',
    '  # connect the simulated GoCardless: its token is tried before it is kept',
    `  curl -s ${url}/api/connections ${key} ${json} -d '${JSON.stringify(connection)}'`,
    '',
    '  # what does it know of somebody who has a mandate there?',
    `  curl -s ${url}/api/gocardless/lookups ${key} ${json} -d '${JSON.stringify({ email: PAYER })}'`,
    '',
    '  # the books: the trial balance, once money has arrived',
    `  curl -s '${url}/api/ledger/trial-balance?currency=GBP' ${key}`,
    '',
    'Ctrl-C ends both. The tour in README.md goes on from here.',
    '',
    '',
  ].join('\n');
}
