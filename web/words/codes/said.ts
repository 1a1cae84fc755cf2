/** Words for a code, or the code itself with spaces: a code that is new here is shown, never hidden. */
export function said(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code.replaceAll('_', ' ');
}
