import { defineConfig } from 'vitest/config';

// Nothing works at import time and nothing is a singleton, so that files may share what they have loaded: loading it anew for
// each was a third of the time.
const common = { testTimeout: 120_000, hookTimeout: 120_000, restoreMocks: true, isolate: false };

export default defineConfig({
  // Vite would take graphql's ES module and its dependants the other one, and graphql refuses to meet itself.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/setup/postgres.ts'],
    // Tests often wait for processes, pages and deadlines: on two cores, a third file fills the gaps of two.
    maxWorkers: 3,
    reporters: ['default', './tests/setup/countReporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/crash/**', 'tests/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A browser that a busy machine kept waiting gets a second try; a fault fails twice.
          retry: 1,
        },
      },
      {
        extends: true,
        // Its deaths come one after the other, and each is noticed after 10 s.
        test: { ...common, name: 'crash', include: ['tests/crash/**/*.test.ts'], testTimeout: 240_000 },
      },
    ],
  },
});
