/** Letters that are not a plain letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** A text as it is looked for: in small letters without marks, so that "zolw" finds "Żółw". */
export function folded(text: string): string {
  const small = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return small.replace(/[łøđßæœı]/g, (letter) => PLAIN[letter] ?? letter);
}
