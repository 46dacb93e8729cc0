/** What has been started, to be stopped in the reverse order. */
export interface Teardown {
  /** Notes how to stop what was just started. `name` is for the report of a failure ("the database"). */
  add(name: string, stop: () => Promise<void>): void;
  /**
   * Stops everything, the last first. One that fails keeps none of the others from being stopped; what failed is
   * thrown at the end. Called again, it returns the first call's promise.
   */
  run(): Promise<void>;
}

export function createTeardown(): Teardown {
  const steps: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;
  const runAll = async () => {
    const failures: Error[] = [];
    for (const { name, stop } of steps.reverse()) {
      try {
        await stop();
      } catch (cause) {
        failures.push(new Error(`${name} did not stop: ${String(cause)}`, { cause }));
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map((failure) => failure.message).join('\n'));
  };
  return {
    add: (name, stop) => void steps.push({ name, stop }),
    run: () => {
      running ??= runAll();
      return running;
    },
  };
}
