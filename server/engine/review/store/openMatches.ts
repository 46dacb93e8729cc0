import type { JsonObject } from '../../../sdk/json.ts';
import type { Db } from '../../../sdk/records.ts';

/** A name of a source that a person must look at. */
export interface OpenMatch {
  readonly id: string;
  readonly kind: string;
  /** The normalised name and place. */
  readonly key: string;
  readonly name: string;
  readonly details: JsonObject;
  readonly source: string | null;
  readonly sourceId: string | null;
  /** Made by an import; null where its rows are parked. */
  readonly entityId: string | null;
}

const COLUMNS = 'id, kind, key, name, details, source, source_id AS "sourceId", entity_id AS "entityId"';

/** Those of the matches that are there, held until the transaction ends. */
export function lockMatches(tx: Db, projectId: string, ids: readonly string[]): Promise<OpenMatch[]> {
  return tx.query<OpenMatch>(
    `SELECT ${COLUMNS} FROM entity_match WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [projectId, ids],
  );
}

/** The kinds of these matches, for the locks that a decision takes first. */
export async function readKinds(db: Db, projectId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ readonly kind: string }>(
    'SELECT DISTINCT kind FROM entity_match WHERE project_id = $1 AND id = ANY($2::uuid[])',
    [projectId, ids],
  );
  return rows.map(({ kind }) => kind);
}

/** The match about this name and place, if there is one. */
export async function lockMatchOf(tx: Db, projectId: string, kind: string, key: string): Promise<OpenMatch | null> {
  const [openMatch] = await tx.query<OpenMatch>(
    `SELECT ${COLUMNS} FROM entity_match WHERE project_id = $1 AND kind = $2 AND key = $3 FOR UPDATE`,
    [projectId, kind, key],
  );
  return openMatch ?? null;
}

export async function deleteMatch(tx: Db, id: string): Promise<void> {
  await tx.query('DELETE FROM entity_match WHERE id = $1', [id]);
}
