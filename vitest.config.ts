import { defineConfig } from 'vitest/config';
import { COMPILE_CACHE } from './tests/helpers/programEnvironment.ts';
import { LongestFirst } from './tests/setup/longestFirst.ts';
import { measurePatience } from './tests/setup/patience.ts';

// For the processes of Vitest, which load as much as a server does.
process.env.NODE_COMPILE_CACHE ??= COMPILE_CACHE;
const patienceMs = measurePatience();

/** Tried with few random inputs in `npm test`, and with many in `npm run test:full`. */
const PROPERTIES = ['engine/order', 'engine/dryRun', 'importers/taxonomy/import', 'sources/csv/roundTrip.property'].map(
  (name) => `tests/${name}.test.ts`,
);

const common = {
  // Nothing works at import time and nothing is a singleton, so files may share what they have loaded: loading it anew for
  // each was a third of the time.
  isolate: false,
  // Node runs the sources as they are, in tests as in use; having Vite translate them first took a tenth of the time.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  restoreMocks: true,
  // A test is over by its own waits, each of which ends and says for what it waited; these end what hangs elsewhere.
  testTimeout: 10 * patienceMs,
  hookTimeout: 10 * patienceMs,
  expect: { poll: { timeout: patienceMs, interval: 50 } },
  env: { SLUICE_TEST_PATIENCE_MS: String(patienceMs) },
};

export default defineConfig({
  test: {
    globalSetup: ['tests/setup/run.ts'],
    // Tests often wait for processes, pages and deadlines: on two cores, a third file fills the gaps of two.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/setup/countReporter.ts'],
    projects: [
      // One project, since a worker that goes on to a file of another loads everything anew.
      {
        extends: true,
        test: { ...common, name: 'quick', include: ['tests/**/*.test.ts'], exclude: ['tests/full/**'] },
      },
      // What takes long to go through whole: `npm run test:full`.
      {
        extends: true,
        test: {
          ...common,
          name: 'full',
          include: ['tests/full/**/*.test.ts', ...PROPERTIES],
          env: { ...common.env, SLUICE_TEST_FULL: 'yes' },
        },
      },
    ],
  },
});
