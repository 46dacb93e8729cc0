import { v7 } from 'uuid';
import type { JsonObject } from '../../../sdk/json.ts';
import type { Db, RecordScope } from '../../../sdk/records.ts';
import type { OpenName } from '../../../sdk/reference/resolution.ts';

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

/** Puts names into the queue that rows wait for. One that is there stays as it is. */
export async function saveOpenNames(
  tx: Db,
  { projectId, importId }: RecordScope,
  names: readonly OpenName[],
): Promise<void> {
  if (names.length === 0) return;
  await tx.query(
    `INSERT INTO entity_match (id, project_id, import_id, kind, key, name, details, match_name, match_place)
     SELECT id, $1, $2::uuid, kind, key, name, details::jsonb, name, ''
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) AS asked(id, kind, key, name, details)
     ON CONFLICT (project_id, kind, key) DO NOTHING`,
    [
      projectId,
      importId,
      names.map(() => v7()),
      names.map(({ kind }) => kind),
      names.map(({ key }) => key),
      names.map(({ name }) => name),
      names.map(({ details }) => JSON.stringify(details)),
    ],
  );
}
