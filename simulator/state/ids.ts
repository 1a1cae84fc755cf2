import { type RandomSource } from './random';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 14;
const COUNTER_LENGTH = 6;

export interface SavedIds {
  readonly run: string;
  readonly made: number;
}

/** Makes ids like `PM4QX09T00001A`: prefix, a part that differs from run to run, a counter; 14 characters in all. */
export class IdSource {
  private constructor(
    private readonly run: string,
    private made: number,
  ) {}

  static from(random: RandomSource): IdSource {
    const character = () => ALPHABET.charAt(Math.floor(random.next() * ALPHABET.length));
    return new IdSource(Array.from({ length: LENGTH }, character).join(''), 0);
  }

  static restored({ run, made }: SavedIds): IdSource {
    return new IdSource(run, made);
  }

  next(prefix: string): string {
    this.made += 1;
    const runLength = LENGTH - COUNTER_LENGTH - prefix.length;
    return prefix + this.run.slice(0, runLength) + base32(this.made).padStart(COUNTER_LENGTH, '0');
  }

  /** Leaves out the next ids, which somebody may know already. */
  skip(count: number): void {
    this.made += count;
  }

  toJSON(): SavedIds {
    return { run: this.run, made: this.made };
  }
}

function base32(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = ALPHABET.charAt(rest % 32) + text;
  return text;
}
