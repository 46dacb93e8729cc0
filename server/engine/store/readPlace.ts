import type { Db } from '../../sdk/records.ts';

/** How far an import is, in rows and records that a person can find. */
export interface Place {
  readonly rowsRead: number;
  /** The first row of the chunk that is next. */
  readonly nextRow: number;
  readonly recordsUndone: number;
}

export async function readPlace(db: Db, importId: string): Promise<Place> {
  const [place] = await db.query<Place>(
    `SELECT rows_read AS "rowsRead", phase_rows_done AS "recordsUndone", coalesce(
              (SELECT first_row FROM import_chunk WHERE import_id = import.id AND index = next_chunk), last_row + 1) AS "nextRow"
       FROM import WHERE id = $1`,
    [importId],
  );
  return place ?? { rowsRead: 0, nextRow: 1, recordsUndone: 0 };
}
