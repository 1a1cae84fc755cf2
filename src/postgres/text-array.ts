const HEADER_BYTES = 20;
/** PostgreSQL's number for the type `text`. */
const TEXT = 25;

/** Texts as a parameter of type `text[]` in PostgreSQL's binary form: neither side has to look at each character, as the text form asks. */
export function textArray(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + 4 + size, HEADER_BYTES));
  // One dimension, no nulls, of this type, so many elements, counted from 1.
  [1, 0, TEXT, texts.length, 1].forEach((word, index) => bytes.writeInt32BE(word, index * 4));
  let end = HEADER_BYTES;
  texts.forEach((text, index) => {
    end = bytes.writeInt32BE(sizes[index] ?? 0, end);
    end += bytes.write(text, end);
  });
  return bytes;
}
