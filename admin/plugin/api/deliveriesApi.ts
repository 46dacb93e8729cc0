import {
  AssessmentDocument,
  AuditTrailUrlDocument,
  DeliveriesDocument,
  type DeliveriesQueryVariables,
  type DownloadFormat,
  FailedRowsUrlDocument,
  RedeliverDocument,
} from '../../gql/generated/graphql.ts';
import { page, refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { Assessment, Delivery, Page } from './types.ts';

/** What leaves Sluice with an import: its messages, its files, its verdict. All throw SluiceError. */
export interface DeliveriesApi {
  deliveries(variables: DeliveriesQueryVariables): Promise<Page<Delivery>>;
  redeliver(id: string): Promise<Delivery>;
  /** Null: it has none yet. */
  assessment(id: string): Promise<Assessment | null>;
  /** A URL that holds for a quarter of an hour; null: the viewer may not see the import. */
  failedRowsUrl(id: string, format: DownloadFormat): Promise<string | null>;
  auditTrailUrl(id: string, format: DownloadFormat): Promise<string | null>;
}

export function deliveriesApi(client: GraphqlClient): DeliveriesApi {
  return {
    deliveries: async (variables) => page((await client.request(DeliveriesDocument, variables)).import?.deliveries),
    async redeliver(id) {
      const { redeliver: result } = await client.request(RedeliverDocument, { id });
      return result.__typename === 'RedeliverSuccess' ? result.data : refuse(result);
    },
    assessment: async (id) => (await client.request(AssessmentDocument, { id })).import?.assessment ?? null,
    failedRowsUrl: async (id, format) =>
      (await client.request(FailedRowsUrlDocument, { id, format })).import?.failedRowsUrl ?? null,
    auditTrailUrl: async (id, format) =>
      (await client.request(AuditTrailUrlDocument, { id, format })).import?.auditTrailUrl ?? null,
  };
}
