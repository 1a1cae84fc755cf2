/** An amount of minor units as people write it: 1234567 is 12,345.67. */
export function money(minor) {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** A table as text. Columns whose heading begins with `>` are aligned to the right; a line stands above the row of totals. */
export function table(title, headings, rows, totals) {
  const names = headings.map((heading) => heading.replace(/^>/, ''));
  const all = [names, ...rows, ...(totals === undefined ? [] : [totals])].map((row) => row.map(String));
  const widths = names.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((text, column) =>
        headings[column].startsWith('>') ? text.padStart(widths[column]) : text.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head, ...body] = all.map(line);
  if (totals !== undefined) body.splice(-1, 0, rule);
  return ['', title, '', head, rule, ...body, ''].map((text) => (text === '' ? '' : `  ${text}`)).join('\n');
}
