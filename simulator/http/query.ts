import { invalidApiUsage, validationFailed } from '../api-errors/api-failure';

const BOUNDS = ['gt', 'gte', 'lt', 'lte'] as const;
type Bound = (typeof BOUNDS)[number];

const HOLDS: Readonly<Record<Bound, (value: string, bound: string) => boolean>> = {
  gt: (value, bound) => value > bound,
  gte: (value, bound) => value >= bound,
  lt: (value, bound) => value < bound,
  lte: (value, bound) => value <= bound,
};

/** The query of a list request. Every filter that is read is known; what nobody read is refused by `checkAllKnown`. */
export class Query {
  private readonly read = new Set<string>();

  constructor(private readonly parameters: URLSearchParams) {}

  text(name: string): string | null {
    this.read.add(name);
    return this.parameters.get(name);
  }

  /** A comma-joined list; null when the filter is absent. */
  list(name: string): readonly string[] | null {
    return this.text(name)?.split(',') ?? null;
  }

  boolean(name: string): boolean | null {
    const value = this.text(name);
    if (value === null) return null;
    if (value !== 'true' && value !== 'false') throw invalid(name, 'must be true or false');
    return value === 'true';
  }

  paging(): { limit: number; after: string | null; before: string | null } {
    const text = this.text('limit');
    const limit = text === null ? 50 : Number(text);
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw invalid('limit', 'must be between 1 and 500');
    const after = this.text('after') || null;
    const before = this.text('before') || null;
    if (after !== null && before !== null) throw invalid('after', "can't be used together with before");
    return { limit, after, before };
  }

  /** A test of times: `created_at[gte]=…` and its like; instants are compared as instants. */
  timeRange(name: string): (stamp: string) => boolean {
    return this.range(name, (text) => {
      const instant = Date.parse(text);
      if (Number.isNaN(instant)) throw invalid(name, 'must be an ISO 8601 time');
      return new Date(instant).toISOString();
    });
  }

  dateRange(name: string): (date: string) => boolean {
    return this.range(name, (text) => text);
  }

  /** A test of a field against an exact or listed filter; true for all when the filter is absent. */
  oneOf(name: string): (value: string | undefined) => boolean {
    const wanted = this.list(name);
    return (value) => wanted === null || (value !== undefined && wanted.includes(value));
  }

  /** Only one of the named filters may be used. */
  exclusive(...names: string[]): void {
    const used = names.filter((name) => this.parameters.has(name));
    if (used.length > 1) throw invalidFilters(`only one of ${names.join(', ')} may be used`);
  }

  checkAllKnown(): void {
    for (const name of this.parameters.keys()) {
      if (!this.read.has(name)) throw invalidFilters(`${name} is not a filter of this list`);
    }
  }

  private range(name: string, normalise: (text: string) => string): (value: string) => boolean {
    const bounds = BOUNDS.flatMap((bound) => {
      const text = this.text(`${name}[${bound}]`);
      return text === null ? [] : [{ holds: HOLDS[bound], limit: normalise(text) }];
    });
    return (value) => bounds.every(({ holds, limit }) => holds(value, limit));
  }
}

function invalid(field: string, message: string) {
  return validationFailed([{ field, message, request_pointer: `/${field}` }]);
}

function invalidFilters(message: string) {
  return invalidApiUsage(400, 'invalid_filters', message);
}
