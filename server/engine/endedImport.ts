import type { ImportStatus, Progress } from './engine.ts';

/** What is told of an import that has ended: what it was, how it went, and no value of any row. Times are ISO 8601. */
export interface EndedImport {
  readonly importId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly importer: string;
  readonly status: ImportStatus;
  readonly statusReason: string | null;
  readonly dryRun: boolean;
  readonly sourceName: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly counts: Progress['counts'];
  /** Open failed rows by code and field, at most 50 groups. */
  readonly errors: readonly { readonly code: string; readonly field: string | null; readonly count: number }[];
}
