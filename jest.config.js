/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  reporters: ['default', '<rootDir>/test/support/closing-line.js'],
  roots: ['<rootDir>/src', '<rootDir>/simulator', '<rootDir>/test', '<rootDir>/web'],
  testRegex: '\\.(unit|int|e2e)\\.spec\\.ts$',
  transform: { '^.+\\.(t|j)s$': '@swc/jest' },
  // These packages ship ES modules only, which Jest on Node 20 can not load untransformed.
  transformIgnorePatterns: ['/node_modules/(?!(uuid|gocardless-nodejs)/)'],
  // Threads of the service run from TypeScript in tests.
  setupFiles: ['<rootDir>/test/support/typescript-threads.js'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  // The first test that needs PostgreSQL waits until the embedded server is made and started.
  testTimeout: 60_000,
  maxWorkers: 2,
};
