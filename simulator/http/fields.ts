import { isLocalDate } from '../calendar/local-date';
import { type ErrorEntry, validationFailed } from '../api-errors/api-failure';
import { type Metadata } from '../resources/shapes';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface TextRule {
  readonly max?: number;
  readonly oneOf?: readonly string[];
}

interface IntegerRule {
  readonly min?: number;
  readonly max?: number;
}

/** Reads the fields of a body and collects every fault, so that one answer names them all. `check()` throws them. */
export class Fields {
  private constructor(
    private readonly source: JsonObject,
    private readonly pointer: string,
    private readonly faults: ErrorEntry[],
  ) {}

  /** `pointer` is where the object stands in the request, for example `/payments`; empty for a bare body. */
  static of(source: JsonObject, pointer: string): Fields {
    return new Fields(source, pointer, []);
  }

  has(name: string): boolean {
    return this.source[name] !== undefined;
  }

  /** The object under a name; an absent one reads as empty. */
  within(name: string): Fields {
    const value = this.source[name];
    const pointer = `${this.pointer}/${name}`;
    if (value !== undefined && value !== null && !isJsonObject(value)) this.fault(name, 'must be an object');
    return new Fields(isJsonObject(value) ? value : {}, pointer, this.faults);
  }

  optionalText(name: string, rule: TextRule = {}): string | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') return this.fault(name, 'must be a string');
    if (rule.max !== undefined && value.length > rule.max) {
      return this.fault(name, `is too long (maximum is ${rule.max} characters)`);
    }
    if (rule.oneOf !== undefined && !rule.oneOf.includes(value)) {
      return this.fault(name, `must be one of ${rule.oneOf.join(', ')}`);
    }
    return value;
  }

  /** The text, or an empty one when it is missing or wrong (which `check` reports). */
  text(name: string, rule: TextRule = {}): string {
    const faultsBefore = this.faults.length;
    const value = this.optionalText(name, rule);
    if (value === null || value === '') {
      if (this.faults.length === faultsBefore) this.fault(name, "can't be blank");
      return '';
    }
    return value;
  }

  optionalInteger(name: string, rule: IntegerRule = {}): number | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return this.fault(name, 'must be a whole number');
    if (rule.min !== undefined && value < rule.min) {
      return this.fault(name, `must be greater than or equal to ${rule.min}`);
    }
    if (rule.max !== undefined && value > rule.max)
      return this.fault(name, `must be less than or equal to ${rule.max}`);
    return value;
  }

  integer(name: string, rule: IntegerRule = {}): number {
    const faultsBefore = this.faults.length;
    const value = this.optionalInteger(name, rule);
    if (value === null && this.faults.length === faultsBefore) this.fault(name, "can't be blank");
    return value ?? 0;
  }

  optionalBoolean(name: string): boolean | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'boolean') return this.fault(name, 'must be true or false');
    return value;
  }

  optionalDate(name: string): string | null {
    const value = this.optionalText(name);
    if (value === null || isLocalDate(value)) return value;
    return this.fault(name, 'must be a date, YYYY-MM-DD');
  }

  optionalTexts(name: string): readonly string[] | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return this.fault(name, 'must be a list of strings');
    const list: readonly unknown[] = value;
    const texts = list.filter((item) => typeof item === 'string');
    return texts.length === list.length ? texts : this.fault(name, 'must be a list of strings');
  }

  /** At most 3 keys of 50 characters, values are strings of at most 500; null when absent. */
  metadata(name = 'metadata'): Metadata | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    if (!isJsonObject(value)) return this.fault(name, 'must be an object');
    const entries = Object.entries(value);
    if (entries.length > 3) return this.fault(name, 'can have at most 3 keys');
    const kept: Record<string, string> = {};
    for (const [key, content] of entries) {
      if (key.length > 50) return this.fault(name, 'keys can have at most 50 characters');
      if (typeof content !== 'string') return this.fault(name, 'values must be strings');
      if (content.length > 500) return this.fault(name, 'values can have at most 500 characters');
      kept[key] = content;
    }
    return kept;
  }

  /** Any JSON objects, not looked into. */
  optionalObject(name: string): JsonObject | null {
    const value = this.source[name];
    if (value === undefined || value === null) return null;
    return isJsonObject(value) ? value : this.fault(name, 'must be an object');
  }

  /** Reports a fault that the caller found. */
  fault(name: string, message: string): null {
    this.faults.push({ field: name, message, request_pointer: `${this.pointer}/${name}` });
    return null;
  }

  check(): void {
    if (this.faults.length > 0) throw validationFailed(this.faults);
  }
}
