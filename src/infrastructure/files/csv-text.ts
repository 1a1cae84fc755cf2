import { stringify } from 'csv-stringify/sync';

/** Lines of CSV (RFC 4180, CRLF) that no spreadsheet takes apart: text with a line break of any kind is quoted. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return stringify([...lines], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
