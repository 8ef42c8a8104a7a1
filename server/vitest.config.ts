import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    environment: 'node',
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Each file starts a database of its own: one after the other on a small machine.
    fileParallelism: false,
    reporters: ['default'],
  },
});
