import { type RandomSource } from './random';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 14;
const COUNTER_LENGTH = 6;

/** Makes ids like `PM4QX09T00001A`: prefix, a part that differs from run to run, a counter; 14 characters in all. */
export class IdSource {
  private readonly run: string;
  private made = 0;

  constructor(random: RandomSource) {
    const characters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length)));
    this.run = characters.join('');
  }

  next(prefix: string): string {
    this.made += 1;
    const runLength = LENGTH - COUNTER_LENGTH - prefix.length;
    return prefix + this.run.slice(0, runLength) + base32(this.made).padStart(COUNTER_LENGTH, '0');
  }
}

function base32(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = ALPHABET.charAt(rest % 32) + text;
  return text;
}
