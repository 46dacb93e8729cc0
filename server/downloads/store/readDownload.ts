import type { Db } from '../../sdk/records.ts';

/** What a download of an import needs to know of it. */
export interface DownloadedImport {
  readonly id: string;
  readonly projectId: string;
  readonly sourceName: string;
  readonly columns: readonly string[];
}

/** Null where there is no such import. */
export async function readDownload(db: Db, id: string): Promise<DownloadedImport | null> {
  const [row] = await db.query<DownloadedImport>(
    `SELECT id, project_id AS "projectId", source_name AS "sourceName", source_columns AS columns
       FROM import WHERE id = $1`,
    [id],
  );
  return row ?? null;
}
