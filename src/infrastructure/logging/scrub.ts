/** Names of fields whose values never stand in a log, in whatever case. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'accessToken',
  'access_token',
  'webhookSecret',
  'webhookSecrets',
  'secret',
  'token',
  'password',
  'masterKey',
  'key',
  'apiKey',
  'body',
  'email',
  'connectionString',
];

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const secretField = new RegExp(
  `"(${SECRET_FIELDS.join('|')})":(?:${TEXT}|\\[(?:[^\\]"]|${TEXT})*\\]|\\{(?:[^{}"]|${TEXT})*\\})`,
  'gi',
);

/** Secrets and addresses inside longer texts, such as the message of an error that somebody else made. */
const secretTexts: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/\bddl_[\w-]{20,}/g, '[redacted]'],
  [/\b(live|sandbox)_[\w-]{16,}/g, '[redacted]'],
  [/(\w+:\/\/)[^\s/@"]+@/g, '$1[redacted]@'],
  [/[^\s"<>(),;:\\]{0,64}@[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*/gi, '[redacted]'],
];

/**
 * Takes secrets and e-mail addresses out of one line of JSON log. It is the last thing before the line is written, so that no caller
 * has to remember it; what is left is still JSON.
 */
export function scrub(line: string): string {
  const withoutFields = line.replace(secretField, '"$1":"[redacted]"');
  return secretTexts.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), withoutFields);
}
