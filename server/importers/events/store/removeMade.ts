import type { Db, RecordScope } from '../../../sdk/index.ts';
import { KINDS } from '../resolver.ts';

const UNUSED = {
  venue: 'NOT EXISTS (SELECT FROM event WHERE event.venue_id = made.id)',
  organizer: 'NOT EXISTS (SELECT FROM event WHERE event.organizer_ids ? made.id::text)',
  event_category: 'NOT EXISTS (SELECT FROM event WHERE event.category_ids ? made.id::text)',
} as const;

/**
 * Takes back the entities that an import made, when it is undone: those that nobody has reviewed, that no event uses
 * and that no person decided for. With them go the openMatches about them, and what the import remembered by itself.
 */
export async function removeMade(db: Db, { projectId, importId }: RecordScope): Promise<void> {
  for (const [table, unused] of Object.entries(UNUSED)) {
    await db.query(
      `DELETE FROM ${table} AS made WHERE project_id = $1 AND import_id = $2 AND needs_review AND ${unused}
          AND NOT EXISTS (SELECT FROM entity_rule
                           WHERE entity_rule.entity_id = made.id::text AND entity_rule.decided_by IS NOT NULL)`,
      [projectId, importId],
    );
  }
  await db.query('DELETE FROM entity_rule WHERE project_id = $1 AND import_id = $2 AND decided_by IS NULL', [
    projectId,
    importId,
  ]);
  await db.query(
    `DELETE FROM entity_match WHERE project_id = $1 AND entity_id IS NOT NULL
        AND kind = ANY($2) AND entity_id NOT IN (
          SELECT id::text FROM venue UNION SELECT id::text FROM organizer UNION SELECT id::text FROM event_category)`,
    [projectId, KINDS],
  );
}
