import type { Db } from '../../../sdk/records.ts';

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
