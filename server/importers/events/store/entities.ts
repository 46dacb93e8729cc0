import { v7 } from 'uuid';
import {
  type AskedName,
  type Db,
  type Entity,
  matchText,
  type NewEntity,
  type SimilarEntity,
} from '../../../sdk/index.ts';
import type { EntityKind } from '../entityReference.ts';
import { TABLES } from './findEntities.ts';

/** Makes an entity of the project, reviewed as it is; gives the id of the one that is there with this name and place. */
export async function insertEntity(tx: Db, kind: EntityKind, { projectId, name, details }: NewEntity): Promise<string> {
  const place = kind === 'VENUE' && typeof details.city === 'string' ? matchText(details.city) : '';
  const [row] = await tx.query<{ readonly id: string }>(
    `INSERT INTO ${TABLES[kind]} (id, project_id, name, match_name, match_place, details)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb)
     ON CONFLICT (project_id, match_name, match_place) DO UPDATE SET needs_review = false, updated_at = now()
  RETURNING id`,
    [v7(), projectId, name, matchText(name), place, JSON.stringify(details)],
  );
  if (!row) throw new Error('An upsert gave no row.');
  return row.id;
}

/** Its id as it is kept; null where the project has none of this id. */
export async function lockEntity(tx: Db, projectId: string, kind: EntityKind, id: string): Promise<string | null> {
  const [row] = await tx.query<{ readonly id: string }>(
    `SELECT id FROM ${TABLES[kind]} WHERE project_id = $1 AND id = $2::uuid FOR UPDATE`,
    [projectId, id],
  );
  return row?.id ?? null;
}

export async function confirmEntity(tx: Db, kind: EntityKind, id: string): Promise<void> {
  await tx.query(`UPDATE ${TABLES[kind]} SET needs_review = false, updated_at = now() WHERE id = $1`, [id]);
}

const IDS = { ORGANIZER: 'organizer_ids', CATEGORY: 'category_ids' } as const;

/** Puts another entity, or none, in the place of one wherever it is used, and removes it. */
export async function replaceEntity(
  tx: Db,
  projectId: string,
  kind: EntityKind,
  id: string,
  by: string | null,
): Promise<void> {
  if (kind === 'VENUE') {
    await tx.query('UPDATE event SET venue_id = $3, updated_at = now() WHERE project_id = $1 AND venue_id = $2', [
      ...[projectId, id, by],
    ]);
  } else {
    const column = IDS[kind];
    // Organizers keep their order, categories have that of their ids.
    await tx.query(
      `UPDATE event SET updated_at = now(), ${column} = (
         SELECT coalesce(jsonb_agg(id ORDER BY ${kind === 'CATEGORY' ? 'id' : 'place'}), '[]') FROM (
           SELECT CASE WHEN used.id = $2 THEN $3 ELSE used.id END AS id, min(used.place) AS place
             FROM jsonb_array_elements_text(${column}) WITH ORDINALITY AS used(id, place) GROUP BY 1) AS kept
          WHERE id IS NOT NULL)
        WHERE project_id = $1 AND ${column} ? $2`,
      [projectId, id, by],
    );
  }
  await tx.query('UPDATE entity_rule SET entity_id = $4 WHERE project_id = $1 AND kind = $2 AND entity_id = $3', [
    ...[projectId, kind, id, by],
  ]);
  // What imports met under the one is a matter of the other from now on, and part of its history.
  await tx.query('UPDATE entity_reference SET entity_id = $3 WHERE kind = $1 AND entity_id = $2', [kind, id, by]);
  await tx.query(`DELETE FROM ${TABLES[kind]} WHERE project_id = $1 AND id = $2`, [projectId, id]);
}

const CANDIDATES = 5;
/** Below this two names have little in common. */
const LEAST_SCORE = 0.2;
const PLACE = "coalesce(details->>'city', '') AS place";

/** For each name the entities whose names are most alike: one statement. */
export function findAlike(
  db: Db,
  projectId: string,
  kind: EntityKind,
  names: readonly AskedName[],
): Promise<SimilarEntity[]> {
  return db.query<SimilarEntity>(
    `SELECT asked.position::int AS asked, entity.id AS "entityId", entity.name, entity.place, entity.score
       FROM unnest($2::text[], $3::uuid[]) WITH ORDINALITY AS given(name, made, number)
      CROSS JOIN LATERAL (SELECT given.name, given.made, given.number - 1 AS position) AS asked
      CROSS JOIN LATERAL (
        SELECT id, name, ${PLACE}, similarity(match_name, asked.name)::float8 AS score FROM ${TABLES[kind]}
         WHERE project_id = $1 AND id IS DISTINCT FROM asked.made
           AND similarity(match_name, asked.name) >= ${LEAST_SCORE}
         ORDER BY score DESC, id LIMIT ${CANDIDATES}) AS entity
      ORDER BY asked.position, entity.score DESC, entity.id`,
    [projectId, names.map(({ name }) => matchText(name)), names.map(({ except }) => except)],
  );
}

/** Those whose name contains the text, by name. */
export function searchEntities(
  db: Db,
  projectId: string,
  kind: EntityKind,
  text: string,
  limit: number,
): Promise<Entity[]> {
  return db.query<Entity>(
    `SELECT id AS "entityId", name, ${PLACE} FROM ${TABLES[kind]}
      WHERE project_id = $1 AND name ILIKE $2 ORDER BY name, id LIMIT $3`,
    [projectId, `%${text.replace(/[\\%_]/g, '\\$&')}%`, limit],
  );
}

export function readNamed(db: Db, projectId: string, kind: EntityKind, ids: readonly string[]): Promise<Entity[]> {
  return db.query<Entity>(
    `SELECT id AS "entityId", name, ${PLACE} FROM ${TABLES[kind]} WHERE project_id = $1 AND id = ANY($2::uuid[])`,
    [projectId, ids],
  );
}
