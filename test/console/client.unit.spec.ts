import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { openApiDocument } from '../support/openapi';

it('has a client that was made from the addresses as they are now', async () => {
  const document = JSON.stringify(await openApiDocument());
  const types = execFileSync(process.execPath, ['scripts/web-client.mjs'], { input: document, encoding: 'utf8' });
  if (readFileSync('web/api/schema.d.ts', 'utf8') !== types) throw new Error('It is older: run "npm run web:client".');
});
