/** How many events of the log the slowest read model has yet to see; asked of the address that is made for load balancers. */
export async function readLag(): Promise<number> {
  const report: unknown = await (await fetch('/health/ready')).json();
  const lags = recordsIn(within(within(within(report, 'checks'), 'readModels'), 'lag')).map((model) =>
    within(model, 'lagEvents'),
  );
  return Math.max(0, ...lags.filter((lag) => typeof lag === 'number'));
}

function within(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function recordsIn(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
