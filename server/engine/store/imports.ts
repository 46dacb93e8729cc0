import type { Message } from '../../messages/message.ts';
import { messageJson } from '../../messages/stored.ts';
import type { DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { Assessment, RatedRows } from '../model/assessment.ts';
import type { JobKind, SourceRef } from '../model/context.ts';
import type { ImportState, RequestedSource } from '../model/import.ts';

/** The import as it is now; null when there is none. `lock` holds it until the transaction ends. */
export async function readImport(
  db: Db,
  id: string,
  options: { readonly lock: boolean } = { lock: false },
): Promise<ImportState | null> {
  const [row] = await db.query<ImportState>(
    `SELECT id, project_id AS "projectId", importer_name AS "importerName", status, phase, created_at AS "createdAt", revision, source_name AS "sourceName", dry_run AS "dryRun", options,
            on_duplicate AS "onDuplicate", chunk_size AS "chunkSize", source, requested, source_format AS "sourceFormat",
            source_columns AS "sourceColumns", mapping, field_rules AS "fieldRules", planned, plan_position AS "planPosition", long_plan AS "longPlan",
            rows_read AS "rowsRead", rows_kept AS "rowsKept", next_chunk AS "nextChunk", chunks_total AS "chunksTotal", failed, discarded
       FROM import WHERE id = $1 ${options.lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return row ?? null;
}

export interface NewImport {
  readonly id: string;
  readonly projectId: string;
  readonly importerName: string;
  readonly mode: 'SYNC' | 'ASYNC';
  readonly modeReason: Message;
  readonly dryRun: boolean;
  readonly onDuplicate: DuplicatePolicy;
  readonly chunkSize: number;
  readonly options: JsonObject;
  readonly maxErrorRate: number | null;
  readonly notifyEmails: readonly string[];
  readonly webhookUrl: string | null;
  readonly idempotencyKey: string | null;
  readonly inputHash: Uint8Array;
  readonly createdBy: string;
  readonly source: SourceRef;
  readonly sourceName: string;
  readonly sourceBytes: number | null;
  /** Null for a source that is still to be fetched. */
  readonly sourceSha256: Uint8Array | null;
  readonly requested: RequestedSource;
}

/** Writes a QUEUED import. False when the project has an import with this idempotency key already. */
export async function insertImport(tx: Db, row: NewImport): Promise<boolean> {
  const inserted = await tx.query(
    `INSERT INTO import (id, project_id, importer_name, mode, mode_reason, on_duplicate, chunk_size, options,
                         max_error_rate, notify_emails, webhook_url, idempotency_key, input_hash, created_by,
                         source, source_name, source_bytes, source_sha256, requested, dry_run)
     VALUES ($1, $2, $3, $4::import_mode, $5, $6::duplicate_policy, $7, $8::jsonb, $9, $10, $11, $12, $13, $14,
             $15::jsonb, $16, $17, $18, $19::jsonb, $20)
     ON CONFLICT (project_id, idempotency_key) DO NOTHING
  RETURNING id`,
    [
      row.id,
      row.projectId,
      row.importerName,
      row.mode,
      messageJson(row.modeReason),
      row.onDuplicate,
      row.chunkSize,
      JSON.stringify(row.options),
      row.maxErrorRate,
      row.notifyEmails,
      row.webhookUrl,
      row.idempotencyKey,
      row.inputHash,
      row.createdBy,
      JSON.stringify(row.source),
      row.sourceName,
      row.sourceBytes,
      row.sourceSha256,
      JSON.stringify(row.requested),
      row.dryRun,
    ],
  );
  return inserted.length > 0;
}

/** The project's import that was started with this key, and what its input was. */
export async function findByIdempotencyKey(
  db: Db,
  projectId: string,
  idempotencyKey: string,
): Promise<Pick<NewImport, 'id' | 'mode' | 'inputHash'> | null> {
  const [row] = await db.query<Pick<NewImport, 'id' | 'mode' | 'inputHash'>>(
    'SELECT id, mode, input_hash AS "inputHash" FROM import WHERE project_id = $1 AND idempotency_key = $2',
    [projectId, idempotencyKey],
  );
  return row ?? null;
}

interface SameSource extends Pick<NewImport, 'projectId' | 'importerName'> {
  readonly sha256: Uint8Array;
  /** The sheet of a workbook: each of them is a source of its own. Null is unknown, and the same as any. */
  readonly sheet: string | null;
}

/**
 * The project's newest earlier import of the same bytes and sheet by the same importer, dry runs and what was undone left
 * out.
 */
export async function findSameSource(
  db: Db,
  { projectId, importerName, sha256, sheet }: SameSource,
): Promise<{ readonly id: string; readonly createdAt: Date } | null> {
  const [row] = await db.query<{ id: string; createdAt: Date }>(
    `SELECT id, created_at AS "createdAt" FROM import
      WHERE project_id = $1 AND source_sha256 = $2 AND importer_name = $3 AND NOT dry_run AND status <> 'UNDONE'
        AND coalesce($4::text = coalesce(source_format->'sheet'->>'name', requested->'format'->>'sheet'), true)
      ORDER BY created_at DESC LIMIT 1`,
    [projectId, sha256, importerName, sheet],
  );
  return row ?? null;
}

export interface Unfinished {
  readonly id: string;
  readonly kind: JobKind;
  readonly storeId: string | null;
}

/** An import that a request accepted and has not begun. */
const NOT_BEGUN = `status = 'QUEUED' AND mode = 'SYNC' AND started_at IS NULL`;
/** A request may be working on it, without jobs. */
const MAY_BE_INLINE = `(${NOT_BEGUN} OR status = 'RUNNING' AND (mode = 'SYNC' OR phase = 'RETRY'))`;
/** A request that works on an import changes it more often than that, unless its process is gone. In seconds. */
const INLINE_LEASE = 10;

/** Whether the import is being worked on, or is about to be by the request that accepted it. */
export async function isInProgress(db: Db, importId: string): Promise<boolean> {
  const found = await db.query(`SELECT FROM import WHERE id = $1 AND (status = 'RUNNING' OR ${NOT_BEGUN})`, [importId]);
  return found.length > 0;
}

/**
 * What work imports that are not at rest wait for: their plan while the source is not read, their lane or finish.
 * `abandoned` are those whose request is gone; `all` leaves out only those that a request may still be working on.
 */
export async function listUnfinished(db: Db, which: 'all' | 'abandoned'): Promise<Unfinished[]> {
  return db.query<Unfinished>(
    `SELECT id, kind, CASE WHEN kind = 'plan' AND NOT planned THEN source->>'storeId' END AS "storeId"
       FROM import, LATERAL (
              SELECT 'plan' AS kind WHERE status = 'QUEUED' OR (status = 'RUNNING' AND NOT planned)
              UNION ALL SELECT 'chunks' WHERE status = 'RUNNING' AND next_chunk < chunks_total
              UNION ALL SELECT 'finish' WHERE status = 'RUNNING' AND planned AND next_chunk = chunks_total
              UNION ALL SELECT 'undo' WHERE status = 'UNDOING') work
      WHERE status IN ('QUEUED', 'RUNNING', 'UNDOING')
        AND CASE WHEN ${MAY_BE_INLINE} THEN updated_at < now() - make_interval(secs => $1) ELSE $2 END
      ORDER BY id`,
    [INLINE_LEASE, which === 'all'],
  );
}

export async function setMaxErrorRate(tx: Db, importId: string, maxErrorRate: number): Promise<void> {
  await tx.query('UPDATE import SET max_error_rate = $2 WHERE id = $1', [importId, maxErrorRate]);
}

/** What is not wrong with the row itself: what the environment, the code, other records or unknown entities did. */
const NOT_INVALID = [
  'CHUNK_FAILED',
  'IMPORTER_ERROR',
  'REFUSED_BY_DATABASE',
  'DUPLICATE',
  'DUPLICATE_VALUE',
  'AMBIGUOUS_MATCH',
];

/** An import's rows as its assessment counts them. Null when there is no such import. */
export async function readRatedRows(
  tx: Db,
  importId: string,
): Promise<(RatedRows & { readonly importerName: string; readonly options: JsonObject }) | null> {
  const [row] = await tx.query<RatedRows & { readonly importerName: string; readonly options: JsonObject }>(
    `SELECT created + updated + unchanged + skipped + failed + discarded AS rows, failed + discarded AS bad,
            bad.invalid, bad.unresolved, importer_name AS "importerName", options
       FROM import, LATERAL (
              SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(tags) AS tag WHERE ${IS_INVALID}))::int AS invalid,
                     count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(tags) AS tag WHERE ${IS_UNRESOLVED}))::int AS unresolved
                FROM failed_row WHERE import_id = import.id AND status <> 'RESOLVED') bad
      WHERE id = $1`,
    [importId, NOT_INVALID.map((code) => `code=${code}`)],
  );
  return row ?? null;
}

const IS_UNRESOLVED = `tag LIKE 'code=UNRESOLVED\\_%'`;
const IS_INVALID = `tag LIKE 'code=%' AND tag NOT LIKE '% field=%' AND tag <> ALL($2::text[]) AND NOT ${IS_UNRESOLVED}`;

/** Keeps how an import went. Its revision has grown with what it is assessed for. */
export async function saveAssessment(tx: Db, importId: string, assessment: Assessment): Promise<void> {
  await tx.query('UPDATE import SET assessment = $2::jsonb WHERE id = $1', [importId, JSON.stringify(assessment)]);
}
