import { mkdirSync, writeFileSync } from 'node:fs';

/** What is measured, each beside the limit that the same machine and server have without us. */
const BENCHES: Readonly<Record<string, () => Promise<{ run(): Promise<unknown> }>>> = {
  append: () => import('./append'),
  projections: () => import('./projections'),
};

/** `npm run bench` runs all, `npm run bench append` one. Tables go to the screen, figures to bench/results/. */
async function main(wanted: readonly string[]): Promise<void> {
  const names = wanted.length === 0 ? Object.keys(BENCHES) : wanted;
  for (const name of names) {
    const load = BENCHES[name];
    if (load === undefined) throw new Error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    const figures = await (await load()).run();
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
