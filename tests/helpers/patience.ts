import process from 'node:process';

/** Set for all test files by vitest.config.ts, which measures the machine. The crash harness also runs without it. */
const measured = Number(process.env.SLUICE_TEST_PATIENCE_MS);

/** How long to wait for what must come, in ms: it only decides when a hang becomes a failed test. */
export const PATIENCE_MS = measured > 0 ? measured : 120_000;
