/** Spreadsheets run what begins with one of these as a formula, wherever the text came from. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Text as it was before `withoutFormula`; an apostrophe of the text's own stays. */
export function asBeforeFormulaSafety(text: string): string {
  return text.replace(/^\s*'(?=[=+\-@\t\r])/, '');
}
