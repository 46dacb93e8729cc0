import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

/** Ends the output of a run with its result in one line of its own, "12 passed, 0 failed", for machines that read it. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[], reason: TestRunEndReason): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      const before = failed;
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1;
        if (test.result().state === 'failed') failed += 1;
      }
      // A file or suite that fails outside its tests (a leak, an import that throws) counts too.
      if (module.state() === 'failed' && failed === before) failed += 1;
    }
    // Whatever else goes wrong (the global setup, an interruption) is no run that passed.
    if (reason !== 'passed' && failed === 0) failed = 1;
    process.once('exit', () => process.stdout.write(`\n${passed} passed, ${failed} failed\n`));
  }
}
