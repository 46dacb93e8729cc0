import type { Message } from '../../messages/message.ts';
import type { Db } from '../../sdk/records.ts';
import type { Progress } from '../model/import.ts';

/** At most so many groups in a snapshot; the import's own page shows all. */
const ERROR_GROUPS = 50;

interface ProgressRow {
  readonly id: string;
  readonly projectId: string;
  readonly status: Progress['status'];
  readonly statusReason: Message | null;
  readonly phase: Progress['phase'];
  readonly revision: number;
  readonly updatedAt: Date;
  readonly planned: boolean;
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly discarded: number;
  readonly chunksTotal: number;
  readonly chunksDone: number;
  readonly chunksFailed: number;
  readonly percent: number;
  readonly phaseRows: number;
  readonly phaseRowsDone: number;
  readonly rateRows: number;
  readonly rateSeconds: number;
  readonly errorSummary: Progress['errorSummary'] | null;
}

/** Snapshots of imports, all of each from one moment, in one statement. Ids that do not exist are left out. */
export async function readProgress(db: Db, ids: readonly string[]): Promise<Progress[]> {
  const rows = await db.query<ProgressRow>(
    `SELECT id, project_id AS "projectId", status, status_reason AS "statusReason", phase, revision,
            updated_at AS "updatedAt", planned, rows_read AS "rowsRead", created, updated, unchanged, skipped, failed,
            discarded, chunks_total AS "chunksTotal", chunks_done AS "chunksDone", chunks_failed AS "chunksFailed",
            percent, phase_rows AS "phaseRows", phase_rows_done AS "phaseRowsDone", rate_rows AS "rateRows", rate_seconds AS "rateSeconds",
            (SELECT json_agg(error_group) FROM (
               SELECT code, nullif(field, '') AS field, count, sample_value AS "sampleValue",
                      sample_message AS "sampleMessage" FROM import_error_group
                WHERE import_id = import.id AND count > 0
                ORDER BY count DESC, code, field LIMIT ${ERROR_GROUPS}) error_group) AS "errorSummary"
       FROM import WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map(progressOf);
}

function progressOf(row: ProgressRow): Progress {
  const { created, updated, unchanged, skipped, failed, discarded } = row;
  const pending = row.rowsRead - created - updated - unchanged - skipped - failed - discarded;
  const rowsPerSecond = row.status === 'RUNNING' && row.rateSeconds > 0 ? row.rateRows / row.rateSeconds : null;
  return {
    id: row.id,
    projectId: row.projectId,
    status: row.status,
    statusReason: row.statusReason,
    phase: row.phase,
    revision: row.revision,
    updatedAt: row.updatedAt,
    percent: row.percent,
    counts: {
      total: row.planned ? row.rowsRead : null,
      created,
      updated,
      unchanged,
      skipped,
      failed,
      discarded,
      pending,
    },
    chunks: {
      total: row.planned ? row.chunksTotal : null,
      done: row.chunksDone,
      failed: row.chunksFailed,
      pending: row.chunksTotal - row.chunksDone - row.chunksFailed,
    },
    rowsPerSecond,
    etaSeconds: etaOf(row, row.rowsRead - pending, rowsPerSecond),
    errorSummary: row.errorSummary ?? [],
  };
}

/** While the total is unknown, the rows to come are estimated from the share of bytes that are done. */
function etaOf(row: ProgressRow, rowsDone: number, rowsPerSecond: number | null): number | null {
  if (rowsPerSecond === null || rowsPerSecond <= 0) return null;
  const seconds = (rows: number): number => Math.max(0, Math.ceil(rows / rowsPerSecond));
  if (row.phase !== 'IMPORT') return seconds(row.phaseRows - row.phaseRowsDone);
  if (row.planned) return seconds(row.rowsRead - rowsDone);
  return row.percent > 0 ? seconds((rowsDone * 100) / row.percent - rowsDone) : null;
}

/** The channel on which every process hears that an import changed. */
export const CHANGE_CHANNEL = 'sluice_import';

/** What is said on it. Only ids and a number: a payload may not exceed 8,000 bytes, and listeners read the row. */
export interface Change {
  readonly id: string;
  readonly projectId: string;
  readonly revision: number;
}

/** Tells every process, once the transaction commits. */
export async function notifyChange(tx: Db, change: Change): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [
    CHANGE_CHANNEL,
    JSON.stringify({ id: change.id, projectId: change.projectId, revision: change.revision }),
  ]);
}
