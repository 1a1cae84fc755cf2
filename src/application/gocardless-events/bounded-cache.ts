/** Remembers the values that were used last, `max` of them. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly max: number) {}

  has(key: string): boolean {
    return this.values.has(key);
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.keep(key, value);
    if (this.values.size <= this.max) return;
    const [oldest] = this.values.keys();
    if (oldest !== undefined) this.values.delete(oldest);
  }

  clear(): void {
    this.values.clear();
  }

  /** A `Map` lists its keys in the order in which they were put in. */
  private keep(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
  }
}
