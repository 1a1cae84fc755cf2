// Writes a .br and a .gz beside every file of the built screens that gets smaller by it, so that nothing is compressed while people wait.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = 'dist/web/assets';
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

for (const name of readdirSync(FOLDER).filter((one) => /\.(js|css|svg)$/.test(one))) {
  const content = readFileSync(join(FOLDER, name));
  for (const [extension, compressed] of [
    ['br', brotliCompressSync(content, BROTLI)],
    ['gz', gzipSync(content, { level: 9 })],
  ]) {
    if (compressed.length < content.length) writeFileSync(join(FOLDER, `${name}.${extension}`), compressed);
  }
}
