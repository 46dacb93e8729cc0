import type { Db } from '../../sdk/records.ts';

/** What the import says to whoever looks at it; `count` is how often. */
export interface TestedWarning {
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

export function readWarnings(db: Db, importId: string): Promise<TestedWarning[]> {
  return db.query<TestedWarning>(
    `SELECT code, message, count FROM import_warning WHERE import_id = $1 ORDER BY code, "column"`,
    [importId],
  );
}
