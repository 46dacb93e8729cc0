/** What is done with an import, whether it is struck meanwhile or not. */
export interface Scenario {
  readonly rows: number;
  readonly chunkSize: number;
  readonly mode: 'SYNC' | 'ASYNC';
  /** Afterwards, with the rows unblocked that the database refused, `retryImport`. */
  readonly retry: boolean;
}

export const SCENARIOS = {
  import: { rows: 2_000, chunkSize: 50, mode: 'ASYNC', retry: false },
  /** So many chunks that a lane's time is up before they are done. */
  yield: { rows: 5_000, chunkSize: 10, mode: 'ASYNC', retry: false },
  large: { rows: 50_000, chunkSize: 500, mode: 'ASYNC', retry: false },
  sync: { rows: 400, chunkSize: 50, mode: 'SYNC', retry: false },
  /** More failed rows than are retried within a request. */
  retry: { rows: 3_000, chunkSize: 50, mode: 'ASYNC', retry: true },
  retrySync: { rows: 400, chunkSize: 50, mode: 'SYNC', retry: true },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
