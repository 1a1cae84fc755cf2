/**
 * Text in which control characters are spaces and half characters (lone surrogates) are replacement characters: neither can be kept in
 * PostgreSQL, and both have been used to forge lines of files.
 */
export function cleanText(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/\p{Cs}/gu, '\ufffd');
}
