import type { DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { SourceRef } from '../files.ts';
import type { RequestedSource } from './readImport.ts';

export interface NewImport {
  readonly id: string;
  readonly projectId: string;
  readonly importerName: string;
  readonly mode: 'SYNC' | 'ASYNC';
  readonly modeReason: string;
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
      row.modeReason,
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
