import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const METRICS = 'src/infrastructure';

/** Every name that the service registers. */
function registered(): ReadonlySet<string> {
  const sources = readdirSync(join(ROOT, METRICS), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(ROOT, METRICS, name), 'utf8'));
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/'((?:ledger|http)_[a-z_]+)'/g)].map(([, name]) => name ?? '')),
  );
}

function asked(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...new Set(text.match(/\b(?:ledger|http)_[a-z_]+/g))];
}

describe.each(['monitoring/prometheus-rules.yml', 'monitoring/grafana-dashboard.json'])('%s', (file) => {
  it('asks only for metrics that the service has', () => {
    const known = registered();
    const unknown = asked(file).filter(
      (name) => !known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, '')),
    );
    expect(unknown).toEqual([]);
    expect(asked(file).length).toBeGreaterThan(8);
  });
});

it('has an alert for each expression of the table for operators', () => {
  const documented = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^\| `(.*?)`(?: for [^|]*)? +\| [^|]+\| [^|]+\|$/.exec(line.replaceAll('\\|', '¦'))?.[1] ?? [])
    .map((expression) => expression.replaceAll('¦', '|'))
    .filter((expression) => expression.includes('ledger_') && /[<>=]/.test(expression));
  const rules = readFileSync(join(ROOT, 'monitoring/prometheus-rules.yml'), 'utf8');
  const alerts = [...rules.matchAll(/^ +expr: '(.*)'$/gm)].map(([, expression]) => expression);
  expect(documented.length).toBeGreaterThan(15);
  expect(alerts).toEqual(documented);
});
