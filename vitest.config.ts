import { defineConfig } from 'vitest/config';

/**
 * `node`: model, contract, store, adapters and conformance, without a DOM.
 * `journeys`: whole stories in a real browser, driven by playwright-core from Node.
 * `server`: the reference server, on the embedded database and on a PostgreSQL of its own.
 */
export default defineConfig({
  // The legacy decorators of the elements are read from tsconfig.json.
  test: {
    passWithNoTests: true,
    reporters: ['default'],
    projects: [
      'server/vitest.config.ts',
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/node/**/*.test.ts'],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/support/global-setup.ts'],
          // One page at a time: the journeys measure and wait, and the machines that run them are small.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
