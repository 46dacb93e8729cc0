import type { DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { FormatHints, Position, SettledSource } from '../../sources/types.ts';
import type { ImportPhase, ImportStatus } from '../engine.ts';
import type { SourceRef } from '../files.ts';

/** A value of a column and the text that is imported in its place; null empties the cell. */
export interface ValueMapping {
  readonly from: string;
  readonly to: string | null;
}

export interface AppliedMapping {
  readonly column: string;
  readonly field: string | null;
  readonly values?: readonly ValueMapping[];
}

/** What the caller of startImport said that the plan has to honour. */
export interface RequestedSource {
  readonly format?: FormatHints;
  readonly mapping?: readonly AppliedMapping[];
}

/** An import as its own work needs to see it. */
export interface ImportState {
  readonly id: string;
  readonly projectId: string;
  readonly importerName: string;
  readonly status: ImportStatus;
  readonly phase: ImportPhase;
  readonly createdAt: Date;
  readonly revision: number;
  readonly sourceName: string;
  readonly dryRun: boolean;
  readonly options: JsonObject;
  readonly onDuplicate: DuplicatePolicy;
  readonly chunkSize: number;
  readonly source: SourceRef;
  readonly requested: RequestedSource;
  readonly settled: SettledSource | null;
  readonly sourceColumns: readonly string[];
  readonly mapping: readonly AppliedMapping[];
  readonly planned: boolean;
  readonly planPosition: Position | null;
  readonly longPlan: boolean;
  readonly rowsRead: number;
  readonly rowsKept: boolean;
  readonly nextChunk: number;
  readonly chunksTotal: number;
  readonly failed: number;
  readonly discarded: number;
}

/** The import as it is now; null when there is none. `lock` holds it until the transaction ends. */
export async function readImport(
  db: Db,
  id: string,
  options: { readonly lock: boolean } = { lock: false },
): Promise<ImportState | null> {
  const [row] = await db.query<ImportState>(
    `SELECT id, project_id AS "projectId", importer_name AS "importerName", status, phase, created_at AS "createdAt", revision, source_name AS "sourceName", dry_run AS "dryRun", options,
            on_duplicate AS "onDuplicate", chunk_size AS "chunkSize", source, requested, settled,
            source_columns AS "sourceColumns", mapping, planned, plan_position AS "planPosition", long_plan AS "longPlan",
            rows_read AS "rowsRead", rows_kept AS "rowsKept", next_chunk AS "nextChunk", chunks_total AS "chunksTotal", failed, discarded
       FROM import WHERE id = $1 ${options.lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return row ?? null;
}
