import { mkdirSync, writeFileSync } from 'node:fs';
import { run as append } from './append';
import { run as balances } from './balances';
import { run as door } from './door';
import { run as eventStoreDB } from './eventstoredb';
import { run as readModels } from './read-models';

/** What is measured, each beside the limit that the same machine and server have without us. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  append: () => append(),
  'read-models': () => readModels(),
  door: () => door(),
  balances: () => balances(),
  eventstoredb: () => {
    const url = process.env['EVENTSTOREDB_URL'];
    // It needs a server, which nobody has to have.
    return url === undefined ? Promise.resolve([]) : eventStoreDB(url);
  },
};

/** `npm run bench` runs all, `npm run bench append` one. Tables go to the screen, figures to bench/results/. */
async function main(wanted: readonly string[]): Promise<void> {
  const names = wanted.length === 0 ? Object.keys(BENCHES) : wanted;
  for (const name of names) {
    const bench = BENCHES[name];
    if (bench === undefined)
      throw new Error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    const figures = await bench();
    console.table(figures);
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
