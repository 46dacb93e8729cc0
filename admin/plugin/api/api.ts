import {
  AuditTrailDocument,
  FailedRowsDocument,
  type FailedRowsQueryVariables,
  ImportDocument,
  ImportersDocument,
  ImportsDocument,
  type ImportsQueryVariables,
  ResumeImportDocument,
  StartImportDocument,
  type StartImportInput,
  ViewerDocument,
} from '../../gql/generated/graphql.ts';
import type { GraphqlClient } from './client.ts';
import { type InputIssue, SluiceError } from './errors.ts';
import type { AuditEntry, FailedRow, ImportDetail, ImporterInfo, ImportSummary, Page, Viewer } from './types.ts';

/** Everything that the pages ask of the server, one call each. All throw SluiceError. */
export interface SluiceApi {
  viewer(): Promise<Viewer>;
  importers(): Promise<readonly ImporterInfo[]>;
  imports(variables: ImportsQueryVariables): Promise<Page<ImportSummary>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  importById(id: string): Promise<ImportDetail | null>;
  failedRows(variables: FailedRowsQueryVariables): Promise<Page<FailedRow>>;
  auditTrail(id: string, first: number): Promise<Page<AuditEntry>>;
  startImport(input: StartImportInput): Promise<ImportDetail>;
  resumeImport(id: string): Promise<ImportDetail>;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly InputIssue[];
}

export function createApi(client: GraphqlClient): SluiceApi {
  return {
    viewer: async () => (await client.request(ViewerDocument, {})).viewer,
    importers: async () => (await client.request(ImportersDocument, {})).importers,
    imports: async (variables) => page((await client.request(ImportsDocument, variables)).imports),
    importById: async (id) => (await client.request(ImportDocument, { id })).import,
    failedRows: async (variables) => page((await client.request(FailedRowsDocument, variables)).import?.failedRows),
    auditTrail: async (id, first) => page((await client.request(AuditTrailDocument, { id, first })).import?.auditTrail),
    async startImport(input) {
      const { startImport: result } = await client.request(StartImportDocument, { input });
      return result.__typename === 'StartImportSuccess' ? result.data : refuse(result);
    },
    async resumeImport(id) {
      const { resumeImport: result } = await client.request(ResumeImportDocument, { id });
      return result.__typename === 'ImportActionSuccess' ? result.data : refuse(result);
    },
  };
}

function refuse({ code, message, issues }: Refusal): never {
  throw new SluiceError(code, message, issues);
}

interface Connection<Item> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Item }[];
}

function page<Item>(connection: Connection<Item> | null | undefined): Page<Item> {
  if (!connection) return { items: [], total: 0 };
  return { items: connection.edges.map((edge) => edge.node), total: connection.totalCount };
}
