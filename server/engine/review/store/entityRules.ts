import type { Db } from '../../../sdk/records.ts';
import { type RuleName, ruleText } from '../../../sdk/reference/resolution.ts';

export interface NewRule {
  readonly projectId: string;
  readonly kind: string;
  readonly key: string;
  /** Null: left out. */
  readonly entityId: string | null;
  readonly name: string;
  readonly source: string | null;
  readonly actor: string;
}

/** Remembers what a source's name is in the project, in place of what was remembered before. */
export async function saveRule(tx: Db, decision: NewRule): Promise<void> {
  const { projectId, kind, key, entityId, name, source, actor } = decision;
  await tx.query(
    `INSERT INTO entity_rule (project_id, kind, key, entity_id, name, source, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (project_id, kind, key) DO UPDATE
       SET entity_id = excluded.entity_id, name = excluded.name, source = excluded.source,
           decided_by = excluded.decided_by, import_id = NULL, created_at = now()`,
    [projectId, kind, key, entityId, name, source, actor],
  );
}

/** False where there was none. */
export async function deleteRule(tx: Db, projectId: string, kind: string, key: string): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM entity_rule WHERE project_id = $1 AND kind = $2 AND key = $3 RETURNING key',
    [projectId, kind, key],
  );
  return rows.length > 0;
}

/** What rules say of names, by the text of each; null for nothing. */
export async function readRules(
  db: Db,
  projectId: string,
  names: readonly RuleName[],
): Promise<ReadonlyMap<string, string | null>> {
  if (names.length === 0) return new Map();
  const rows = await db.query<{ readonly kind: string; readonly key: string; readonly entityId: string | null }>(
    `SELECT kind, substr(entity_rule.key, 6) AS key, entity_id AS "entityId"
       FROM unnest($2::text[], $3::text[]) AS wanted(of_kind, name)
       JOIN entity_rule ON project_id = $1 AND kind = wanted.of_kind AND entity_rule.key = 'name:' || wanted.name`,
    [projectId, names.map(({ kind }) => kind), names.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [ruleText(row), row.entityId]));
}

/** Of these records those that a person has said a name means. */
export async function readRuledRecords(
  db: Db,
  projectId: string,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT DISTINCT entity_id AS id FROM entity_rule
      WHERE project_id = $1 AND kind = $2 AND entity_id = ANY($3::text[]) AND decided_by IS NOT NULL`,
    [projectId, kind, ids],
  );
  return new Set(rows.map(({ id }) => id));
}
