import {
  ChangesDocument,
  type ChangesQueryVariables,
  OverviewDocument,
  type OverviewQueryVariables,
  RowResultsDocument,
  type RowResultsQueryVariables,
  ThroughputDocument,
} from '../../gql/generated/graphql.ts';
import { page } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { Change, Overview, Page, RowResult, ThroughputPoint } from './types.ts';

/** What came of imports: of one, row by row and over time, and of all of a project. All throw SluiceError. */
export interface ResultsApi {
  throughput(id: string, points: number): Promise<readonly ThroughputPoint[]>;
  changes(variables: ChangesQueryVariables): Promise<Page<Change>>;
  rowResults(variables: RowResultsQueryVariables): Promise<Page<RowResult>>;
  overview(variables: OverviewQueryVariables): Promise<Overview>;
}

export function resultsApi(client: GraphqlClient): ResultsApi {
  return {
    throughput: async (id, points) =>
      (await client.request(ThroughputDocument, { id, points })).import?.throughput ?? [],
    changes: async (variables) => page((await client.request(ChangesDocument, variables)).import?.changes),
    rowResults: async (variables) => page((await client.request(RowResultsDocument, variables)).import?.rowResults),
    async overview(variables) {
      const { projectStatistics, running, failed } = await client.request(OverviewDocument, variables);
      return { statistics: projectStatistics, running: page(running), failed: page(failed) };
    },
  };
}
