// Reads the service's OpenAPI document and writes the types of the console's client, to a file or to the standard output.
import { writeFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import openapiTypescript, { astToString } from 'openapi-typescript';

const HEADER = '/** Made from the service’s own OpenAPI document by `npm run web:client`. */\n\n';

const document = await json(process.stdin);
const types = HEADER + astToString(await openapiTypescript(document, { alphabetize: true }));
const [file] = process.argv.slice(2);
if (file === undefined) process.stdout.write(types);
else writeFileSync(file, types);
