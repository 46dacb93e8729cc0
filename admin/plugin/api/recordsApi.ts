import {
  RecordDocument,
  RecordHistoryDocument,
  type RecordHistoryQueryVariables,
  type RecordQueryVariables,
  RecordsDocument,
  type RecordsQueryVariables,
} from '../../gql/generated/graphql.ts';
import { page, type Stretch, stretch } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { ListedRecord, Page, RecordHistoryEntry } from './types.ts';

/** What the pages of all records ask. Throws SluiceError. */
export interface RecordsApi {
  recordHistory(variables: RecordHistoryQueryVariables): Promise<Page<RecordHistoryEntry>>;
  records(variables: RecordsQueryVariables): Promise<Page<ListedRecord>>;
  /** The same, to be read to its end. */
  recordExport(variables: RecordsQueryVariables): Promise<Stretch<ListedRecord>>;
  /** Null where there is none to see. */
  record(variables: RecordQueryVariables): Promise<ListedRecord | null>;
}

export function recordsApi(client: GraphqlClient): RecordsApi {
  return {
    recordHistory: async (variables) => page((await client.request(RecordHistoryDocument, variables)).recordHistory),
    records: async (variables) => page((await client.request(RecordsDocument, variables)).records),
    recordExport: async (variables) => stretch((await client.request(RecordsDocument, variables)).records),
    record: async (variables) => (await client.request(RecordDocument, variables)).record,
  };
}
