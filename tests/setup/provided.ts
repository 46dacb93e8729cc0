/** What the global setup tells the test files: the cluster of this run. */
export interface ProvidedCluster {
  /** URL of the maintenance database, as superuser. */
  readonly adminUrl: string;
  /** The database with all migrations applied that test files clone. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly cluster: ProvidedCluster;
  }
}
