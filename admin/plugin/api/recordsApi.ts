import { RecordHistoryDocument, type RecordHistoryQueryVariables } from '../../gql/generated/graphql.ts';
import { page } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { Page, RecordHistoryEntry } from './types.ts';

/** What the pages of all records ask. Throws SluiceError. */
export interface RecordsApi {
  recordHistory(variables: RecordHistoryQueryVariables): Promise<Page<RecordHistoryEntry>>;
}

export function recordsApi(client: GraphqlClient): RecordsApi {
  return {
    recordHistory: async (variables) => page((await client.request(RecordHistoryDocument, variables)).recordHistory),
  };
}
