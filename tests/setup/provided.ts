/** What the set-up of a run tells the test files of its Postgres. */
export interface ProvidedCluster {
  /** URL of the maintenance database, as superuser. */
  readonly adminUrl: string;
  /** The database with all migrations applied that test files clone. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly cluster: ProvidedCluster;
    /** Where a file asks for the Sluice server that it shares with others. */
    readonly serverOffer: string;
  }
}
