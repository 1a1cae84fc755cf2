// Commands for the person who has the environment of the service; also in the image, where everything is built already.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileWhenNeeded } from './build-when-needed.mjs';

if (existsSync('src')) compileWhenNeeded();
createRequire(import.meta.url)('../dist/src/infrastructure/cli/admin.js').main();
