const threads = require('node:worker_threads');

/**
 * The service starts threads from the file beside it: compiled in production, TypeScript here, which plain Node can not read. In the test
 * process this gives such threads a preload, itself; in the thread it compiles what is required.
 */
if (threads.isMainThread) {
  const { Worker } = threads;
  const PATCHED = Symbol.for('typescript-threads');
  if (!Worker[PATCHED]) {
    threads.Worker = class extends Worker {
      static [PATCHED] = true;

      constructor(file, options) {
        const preload = { execArgv: ['--require', __filename] };
        super(file, String(file).endsWith('.ts') ? { ...options, ...preload } : options);
      }
    };
  }
} else {
  const { transformFileSync } = require('@swc/core');
  require.extensions['.ts'] = (module, file) => {
    module._compile(transformFileSync(file, { sourceMaps: 'inline' }).code, file);
  };
}
