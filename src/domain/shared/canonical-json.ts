/**
 * RFC 8785: the same value is the same text on every machine, so that a hash of it means something. Throws on what is no JSON. Written
 * here because every event passes through it twice: the library `canonicalize` gives the same text for twice the work.
 */
export function canonicalJson(value: unknown): string {
  const text = textOf(value);
  if (text === undefined) throw new TypeError('A value that JSON can not express.');
  return text;
}

/** Undefined for what is left out of an object, and is null in a list. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is not allowed in JSON.`);
      return String(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map((element) => textOf(element) ?? 'null').join(',')}]`;
      return objectText(value as Readonly<Record<string, unknown>>); // an object's fields are reached by their names
    case 'bigint':
      throw new TypeError('JSON knows no bigint.');
    case 'undefined':
    case 'symbol':
    case 'function':
      return undefined;
  }
}

function objectText(object: Readonly<Record<string, unknown>>): string {
  const { toJSON } = object;
  if (typeof toJSON === 'function') return canonicalJson(toJSON.call(object));
  let fields = '';
  // The order of UTF-16 units, which RFC 8785 asks for.
  for (const name of Object.keys(object).sort()) {
    const text = textOf(object[name]);
    if (text !== undefined) fields += `${fields === '' ? '' : ','}${quoted(name)}:${text}`;
  }
  return `{${fields}}`;
}

/** Most strings are printable ASCII, which stands for itself. */
function quoted(text: string): string {
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}
