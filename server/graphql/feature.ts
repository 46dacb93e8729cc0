import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Builder } from './builder.ts';
import type { HistoryRecord, HistorySource } from './records/store/historySource.ts';
import type { FieldChangeShape } from './shapes.ts';

/** What an importer adds to the API for the records that it writes. */
export interface ApiFeature {
  /** Adds its types, queries and mutations to the schema. */
  addTo(builder: Builder): void;
  readonly history?: FeatureHistory;
  /** What its records refer to: the importer's ReviewKinds by their names, with descriptions. */
  readonly entityKinds?: Readonly<Record<string, string>>;
}

/** What an importer adds to the history of records, beside what rows did to them. */
export interface FeatureHistory {
  /** What touched a record that no row is about, such as a contact list; null for a record of another kind. */
  historyOf?(prisma: PrismaClient, record: HistoryRecord): Promise<HistorySource | null>;
  /** What each of the imports linked a record to, such as contact lists: the import's id to a change of the record. */
  linksOf?(
    prisma: PrismaClient,
    recordId: string,
    importIds: readonly string[],
  ): Promise<ReadonlyMap<string, FieldChangeShape>>;
}
