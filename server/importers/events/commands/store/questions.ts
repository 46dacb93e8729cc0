import type { JsonObject } from '../../../../sdk/json.ts';
import type { Db } from '../../../../sdk/records.ts';
import type { EntityKind } from '../../mention.ts';

/** An entity of a source that somebody has to look at. */
export interface Question {
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

/** Those of the questions that are there, held until the transaction ends. */
export function lockQuestions(tx: Db, projectId: string, ids: readonly string[]): Promise<Question[]> {
  return tx.query<Question>(
    `SELECT ${COLUMNS} FROM unresolved_entity WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [projectId, ids],
  );
}

/** The question about this name and place, if there is one. */
export async function lockQuestionOf(
  tx: Db,
  projectId: string,
  kind: EntityKind,
  key: string,
): Promise<Question | null> {
  const [question] = await tx.query<Question>(
    `SELECT ${COLUMNS} FROM unresolved_entity WHERE project_id = $1 AND kind = $2 AND key = $3 FOR UPDATE`,
    [projectId, kind, key],
  );
  return question ?? null;
}

export async function deleteQuestion(tx: Db, id: string): Promise<void> {
  await tx.query('DELETE FROM unresolved_entity WHERE id = $1', [id]);
}
