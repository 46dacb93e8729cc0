import type { Db } from '../../sdk/records.ts';
import type { SourceCoverage } from '../../sdk/resolution.ts';

/** Keeps what a feed says that it holds in whole. */
export async function saveCoverage(tx: Db, importId: string, coverage: SourceCoverage): Promise<void> {
  await tx.query('UPDATE source_spool SET coverage = $2::jsonb WHERE import_id = $1', [
    importId,
    JSON.stringify(coverage),
  ]);
}

/** The source turned out not to hold it in whole. */
export async function dropCoverage(tx: Db, importId: string): Promise<void> {
  await tx.query('UPDATE source_spool SET coverage = NULL WHERE import_id = $1', [importId]);
}

/**
 * What the import's source holds in whole; null where it does not say. An import of another's rows (a dry run's) has
 * that one's source.
 */
export async function readCoverage(db: Db, importId: string): Promise<SourceCoverage | null> {
  const [row] = await db.query<{ readonly coverage: SourceCoverage | null }>(
    `WITH RECURSIVE origin AS (
       SELECT id, source, 0 AS depth FROM import WHERE id = $1
       UNION ALL
       SELECT import.id, import.source, origin.depth + 1 FROM origin JOIN import
           ON origin.source ->> 'kind' = 'import' AND import.id = (origin.source ->> 'importId')::uuid
        WHERE origin.depth < 10
     )
     SELECT coverage FROM origin JOIN source_spool ON source_spool.import_id = origin.id WHERE done LIMIT 1`,
    [importId],
  );
  return row?.coverage ?? null;
}
