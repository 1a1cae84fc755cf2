/**
 * A copy of `value` in which what stands at the paths (`name`, `lines.*.item`) is replaced. `*` stands for every element of an
 * array. Paths that lead nowhere are left out: a field may be optional. `at` is the path with the indexes in it.
 */
export function replaceAt(
  value: unknown,
  paths: readonly string[],
  replace: (found: unknown, at: string) => unknown,
): unknown {
  return paths.reduce((copy, path) => replaceOne(copy, path.split('.'), '', replace), value);
}

function replaceOne(
  value: unknown,
  steps: readonly string[],
  at: string,
  replace: (found: unknown, at: string) => unknown,
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value === undefined ? undefined : replace(value, at);
  const under = (name: string | number): string => (at === '' ? String(name) : `${at}.${name}`);
  if (step === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((element: unknown, index) => replaceOne(element, rest, under(index), replace));
  }
  if (!isRecord(value) || value[step] === undefined) return value;
  return { ...value, [step]: replaceOne(value[step], rest, under(step), replace) };
}

/** The value of the field `name` in the object that holds what stands at `at` (a path with its indexes, `rows.17.name`). */
export function besideOf(value: unknown, at: string, name: string): unknown {
  const steps = at.split('.').slice(0, -1);
  const holder = steps.reduce<unknown>((under, step) => {
    if (Array.isArray(under)) return under[Number(step)] as unknown;
    return isRecord(under) ? under[step] : undefined;
  }, value);
  return isRecord(holder) ? holder[name] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
