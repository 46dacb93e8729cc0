import type { Db } from '../../sdk/records.ts';
import type { UndoCounts } from '../previewUndo.ts';

/** How many records an import's undo reversed, kept and errored. */
export async function countUndone(db: Db, importId: string): Promise<UndoCounts> {
  const [counts] = await db.query<UndoCounts>(
    `SELECT (count(*) FILTER (WHERE result = 'REVERSED'))::int AS reversed,
            (count(*) FILTER (WHERE result = 'KEPT'))::int AS kept,
            (count(*) FILTER (WHERE result = 'ERRORED'))::int AS errored
       FROM undo_entry WHERE import_id = $1`,
    [importId],
  );
  return counts ?? { reversed: 0, kept: 0, errored: 0 };
}
