import type { Db, RecordScope } from '../../../sdk/index.ts';
import type { EntityKind } from '../mention.ts';

export const TABLES: Readonly<Record<EntityKind, string>> = {
  VENUE: 'venue',
  ORGANIZER: 'organizer',
  CATEGORY: 'event_category',
};

export interface KnownEntity {
  readonly id: string;
  readonly matchName: string;
  readonly matchPlace: string;
}

export interface SimilarEntity extends KnownEntity {
  /** The name that it is like, from 0 to 1. */
  readonly asked: string;
  readonly score: number;
}

/** The project's entities of a kind, and those that this dry run would have made ($2 is no import otherwise). */
const entities = (kind: EntityKind) => `(
  SELECT id, match_name, match_place FROM ${TABLES[kind]} WHERE project_id = $1
  UNION ALL
  SELECT entity_id, match_name, match_place FROM entity_mention
   WHERE import_id = $2 AND kind = '${kind}' AND outcome = 'CREATED') AS entity`;

const scopeOf = ({ projectId, importId }: RecordScope, dryRun: boolean) => [projectId, dryRun ? importId : null];

/** What was decided about these keys before; an entity that is no longer there was never decided for. */
export function findDecisions(
  db: Db,
  { projectId }: RecordScope,
  kind: EntityKind,
  keys: readonly string[],
): Promise<{ readonly key: string; readonly entityId: string | null }[]> {
  return db.query(
    `SELECT key, entity_id AS "entityId" FROM entity_decision
      WHERE project_id = $1 AND kind = $2 AND key = ANY($3::text[])
        AND (entity_id IS NULL OR entity_id IN (SELECT id FROM ${TABLES[kind]}))`,
    [projectId, kind, keys],
  );
}

/** Those with exactly these names, wherever they are. */
export function findByNames(
  db: Db,
  scope: RecordScope,
  kind: EntityKind,
  names: readonly string[],
  dryRun: boolean,
): Promise<KnownEntity[]> {
  return db.query<KnownEntity>(
    `SELECT id, match_name AS "matchName", match_place AS "matchPlace" FROM ${entities(kind)}
      WHERE match_name = ANY($3::text[]) ORDER BY id`,
    [...scopeOf(scope, dryRun), names],
  );
}

/** Those whose names are at least so much alike, by pg_trgm; each name is one search of its index. */
export async function findSimilar(
  db: Db,
  scope: RecordScope,
  kind: EntityKind,
  names: readonly string[],
  { threshold, dryRun }: { readonly threshold: number; readonly dryRun: boolean },
): Promise<SimilarEntity[]> {
  if (names.length === 0) return [];
  await setThreshold(db, threshold);
  return db.query<SimilarEntity>(
    `SELECT wanted.name AS asked, entity.id, entity.match_name AS "matchName", entity.match_place AS "matchPlace",
            similarity(entity.match_name, wanted.name) AS score
       FROM unnest($3::text[]) AS wanted(name)
       JOIN ${entities(kind)} ON entity.match_name % wanted.name ORDER BY entity.id`,
    [...scopeOf(scope, dryRun), names],
  );
}

/** How much alike these names are among themselves, where it is at least so much. */
export async function scorePairs(
  db: Db,
  names: readonly string[],
  threshold: number,
): Promise<{ readonly a: string; readonly b: string; readonly score: number }[]> {
  if (names.length < 2) return [];
  await setThreshold(db, threshold);
  return db.query(
    `WITH name AS (SELECT * FROM unnest($1::text[]) WITH ORDINALITY AS name(text, place))
     SELECT one.text AS a, other.text AS b, similarity(one.text, other.text) AS score
       FROM name one JOIN name other ON one.place < other.place WHERE one.text % other.text`,
    [names],
  );
}

async function setThreshold(db: Db, threshold: number): Promise<void> {
  await db.query("SELECT set_config('pg_trgm.similarity_threshold', $1, true)", [String(threshold)]);
}
