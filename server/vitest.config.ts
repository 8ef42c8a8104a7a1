import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    // What hangs is stopped; how fast something is, no test says.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ['test/support/global-setup.ts'],
    // Files mostly wait for their databases: two at once are done in little more than half the time, more would hold each other up.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
