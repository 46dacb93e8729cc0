import type { JsonObject } from '../../../../sdk/json.ts';
import type { Db } from '../../../../sdk/records.ts';
import type { EntityKind } from '../../entityReference.ts';

/** An entity of a source that somebody has to look at. */
export interface OpenMatch {
  readonly id: string;
  readonly kind: EntityKind;
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

/** Those of the openMatches that are there, held until the transaction ends. */
export function lockMatches(tx: Db, projectId: string, ids: readonly string[]): Promise<OpenMatch[]> {
  return tx.query<OpenMatch>(
    `SELECT ${COLUMNS} FROM entity_match WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [projectId, ids],
  );
}

/** The openMatch about this name and place, if there is one. */
export async function lockMatchOf(tx: Db, projectId: string, kind: EntityKind, key: string): Promise<OpenMatch | null> {
  const [openMatch] = await tx.query<OpenMatch>(
    `SELECT ${COLUMNS} FROM entity_match WHERE project_id = $1 AND kind = $2 AND key = $3 FOR UPDATE`,
    [projectId, kind, key],
  );
  return openMatch ?? null;
}

export async function deleteMatch(tx: Db, id: string): Promise<void> {
  await tx.query('DELETE FROM entity_match WHERE id = $1', [id]);
}
