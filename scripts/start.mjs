// Runs the product to try it out: the service with its embedded database, and a simulated GoCardless.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPlayground, startPlayground } from './playground.mjs';

const PAYERS = [
  ['Ines', 'Moreau', 'Harbour Café', 'ines@harbour-cafe.example'],
  ['Tom', 'Okafor', 'Castle Cycles', 'tom@castle-cycles.example'],
  ['Priya', 'Nair', 'Granary Bakery', 'priya@granary-bakery.example'],
  ['Ewan', 'Fraser', 'Kiln Pottery', 'ewan@kiln-pottery.example'],
  ['Łucja', 'Wójcik', 'Mill Lane Books', 'lucja@mill-lane-books.example'],
  ['Sam', 'Doyle', 'Quayside Gym', 'sam@quayside-gym.example'],
  ['Penniless', 'Grey', 'Old Forge', 'grey@old-forge.example'],
  ['Late', 'Marsh', 'Ferry Inn', 'marsh@ferry-inn.example'],
  ['Fickle', 'Stone', 'Abbey Florists', 'stone@abbey-florists.example'],
  ['Switching', 'Reed', 'Canal Boats', 'reed@canal-boats.example'],
];
const [[, , , PAYER]] = PAYERS;

const dataDirectory = process.env.DATA_DIR || './data';

runPlayground(async (onEnd) => {
  const playground = await startPlayground({ dataDirectory, onEnd });
  const now = await prepareGoCardless(playground);
  const values = writeValues(playground);
  process.stdout.write(firstSteps({ ...playground, values, now }));
});

/** Makes customers with mandates on the first run, and lets the simulator catch up with the time since the last one. Answers its time. */
async function prepareGoCardless({ control, accessToken, simulatorUrl }) {
  const headers = { authorization: `Bearer ${accessToken}`, 'gocardless-version': '2015-07-06' };
  const { customers } = await (await fetch(`${simulatorUrl}/customers?limit=500`, { headers })).json();
  const known = new Set(customers.map(({ email }) => email));
  for (const [givenName, familyName, companyName, email] of PAYERS) {
    if (!known.has(email)) await control('POST', '/customers', { givenName, familyName, companyName, email });
  }
  const { now } = await control('GET', '/clock');
  if (Date.parse(now) >= Date.now()) return now;
  return (await control('POST', '/clock', { advanceTo: new Date().toISOString() })).now;
}

/** Addresses and keys for the tour, as a file that a shell reads; only its owner may. */
function writeValues({ url, adminKey, webhookSecret, simulatorUrl, controlToken }) {
  const file = join(dataDirectory, 'playground.env');
  const values = {
    API: `${url}/api`,
    KEY: adminKey,
    SECRET: webhookSecret,
    SIMULATOR: simulatorUrl,
    CONTROL: controlToken,
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}

function firstSteps({ url, adminKey, simulatorUrl, accessToken, webhookSecret, values, now }) {
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
    `  GoCardless: simulated at ${simulatorUrl}, with ${PAYERS.length} payers`,
    `  Its clock:  ${now}; it stands still until you move it, and the service goes by it`,
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
    `Ctrl-C ends both. The tour in README.md goes on from here; it takes address, keys and secrets from ${values}.`,
    '',
    '',
  ].join('\n');
}
