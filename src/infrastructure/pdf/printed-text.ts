import { majorUnits } from '../../domain/shared/decimal-amount';

/** Beyond Latin-1, what the encoding of the standard fonts of PDF holds. */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

/** Text as the standard fonts can print it: a letter with a mark that they lack loses the mark, anything else is a question mark. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/[^\n\x20-\x7e\xa0-\xff]/gu, printableCharacter);
}

function printableCharacter(character: string): string {
  if (BEYOND_LATIN_1.includes(character)) return character;
  return /^[\x20-\x7e\xa0-\xff]/.exec(character.normalize('NFKD'))?.[0] ?? '?';
}

/** `123456` of GBP → `1,234.56`. */
export function amountText(minor: number): string {
  return majorUnits(minor).replace(/\B(?=(\d{3})+\.)/g, ',');
}
