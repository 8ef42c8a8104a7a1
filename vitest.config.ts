import { defineConfig } from 'vitest/config';

/**
 * `node`: model, contract, store, adapters and conformance, without a DOM.
 * `journeys`: whole stories in a real browser, driven by playwright-core from Node.
 * `hostile`: what senders and host pages may try, in whole browsers whose network is closed.
 * `server`: the reference server, on the embedded database and on a PostgreSQL of its own.
 * `soak`: what shows only after a long time: leaks, a day's events, pages that die.
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
          // What hangs is stopped; how fast something is, no test says.
          testTimeout: 60_000,
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
      {
        test: {
          name: 'soak',
          environment: 'node',
          include: ['test/soak/**/*.test.ts'],
          // A day is too long for a brief look: the project run by itself.
          exclude: process.env.LOOP_SOAK ? [] : ['test/soak/day.test.ts'],
          disableConsoleIntercept: true,
          globalSetup: ['test/journeys/support/global-setup.ts'],
          fileParallelism: false,
          // A whole day, or a thousand killed pages, in one test. Fifty of them take about six minutes on two busy cores.
          testTimeout: process.env.LOOP_SOAK === 'long' ? 7_200_000 : 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'hostile',
          environment: 'node',
          include: ['test/hostile/**/*.test.ts'],
          globalSetup: ['test/journeys/support/global-setup.ts'],
          fileParallelism: false,
          // What is seen is printed: it is what the suite is for.
          disableConsoleIntercept: true,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
