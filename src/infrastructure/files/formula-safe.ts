/**
 * Spreadsheets run what begins with one of these as a formula, wherever the text came from: also behind white space, and behind a semicolon,
 * where a cell begins in countries that write commas in numbers.
 */
export function withoutFormula(text: string): string {
  return text.replace(/(^|;)(\s*)(?=[=+\-@\t\r])/g, "$1'$2");
}

/** The same for the first cell only, in text that goes on to people who never see it in a spreadsheet. */
export function withoutLeadingFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Text as it was before `withoutFormula`; an apostrophe of the text's own stays. */
export function asBeforeFormulaSafety(text: string): string {
  return text.replace(/(^\s*|;)'(?=\s*[=+\-@\t\r])/g, '$1');
}
