import 'reflect-metadata';
import { openApiDocument } from '../support/openapi';

/** Prints the description from which the console's client is made. */
openApiDocument()
  .then((document) => process.stdout.write(JSON.stringify(document)))
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
