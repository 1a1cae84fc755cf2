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

function firstSteps({ url, signInUrl, adminKey, simulatorUrl, values, now }) {
  return [
    'Open this address: it lets you in once, within a quarter of an hour.',
    '',
    `  ${signInUrl}`,
    '',
    `  Later:      ${url} with the key ${adminKey}`,
    `  GoCardless: simulated at ${simulatorUrl}, with ${PAYERS.length} payers`,
    `  Its clock:  ${now}; it stands still until you move it, and the service goes by it`,
    `  Programs:   ${url}/api/docs; address, keys and secrets are in ${values}`,
    '',
    'Ctrl-C ends both.',
    '',
    '',
  ].join('\n');
}
