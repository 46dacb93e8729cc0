/**
 * What is asked of an import: each step is waited for to its end. `retry` finds the rows unblocked that were refused,
 * `undo` finds some records edited since by plain SQL.
 */
export type Step = 'import' | 'retry' | 'undo';

/** What is done with an import, whether it is struck meanwhile or not. */
export interface Scenario {
  readonly rows: number;
  readonly chunkSize: number;
  readonly mode: 'SYNC' | 'ASYNC';
  readonly steps: readonly Step[];
}

export const SCENARIOS = {
  import: { rows: 2_000, chunkSize: 50, mode: 'ASYNC', steps: ['import'] },
  /** So many chunks that a chunk runner's time is up before they are done. */
  yield: { rows: 5_000, chunkSize: 10, mode: 'ASYNC', steps: ['import'] },
  large: { rows: 50_000, chunkSize: 500, mode: 'ASYNC', steps: ['import'] },
  sync: { rows: 400, chunkSize: 50, mode: 'SYNC', steps: ['import'] },
  /** More failed rows than are retried within a request. */
  retry: { rows: 3_000, chunkSize: 50, mode: 'ASYNC', steps: ['import', 'retry'] },
  retrySync: { rows: 400, chunkSize: 50, mode: 'SYNC', steps: ['import', 'retry'] },
  undo: { rows: 4_000, chunkSize: 200, mode: 'ASYNC', steps: ['import', 'undo'] },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
