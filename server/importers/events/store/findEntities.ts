import type { Db, RecordScope } from '../../../sdk/index.ts';
import type { EntityKind } from '../entityReference.ts';

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
  /** The name for which it may be meant. */
  readonly asked: string;
}

/** A name as it is compared, and in its usual spelling, by which others are searched for too. */
export interface WantedName {
  readonly name: string;
  readonly usual: string;
}

/**
 * So much of their groups of three letters must two names share to be looked at: 1st Church and First Church do. How
 * alike they are is for `likeness` to say.
 */
const CANDIDATE = 0.2;
/** For each name; more are alike in words that all have. */
const MAX_CANDIDATES = 50;

/** The project's entities of a kind, and those that this dry run would have made ($2 is no import otherwise). */
const entities = (kind: EntityKind) => `(
  SELECT id, match_name, match_place FROM ${TABLES[kind]} WHERE project_id = $1
  UNION ALL
  SELECT entity_id, match_name, match_place FROM entity_reference
   WHERE import_id = $2 AND kind = '${kind}' AND outcome = 'CREATED') AS entity`;

const scopeOf = ({ projectId, importId }: RecordScope, dryRun: boolean) => [projectId, dryRun ? importId : null];

/** What was decided about these keys before; an entity that is no longer there was never decided for. */
export function findRules(
  db: Db,
  { projectId }: RecordScope,
  kind: EntityKind,
  keys: readonly string[],
): Promise<{ readonly key: string; readonly entityId: string | null }[]> {
  return db.query(
    `SELECT key, entity_id AS "entityId" FROM entity_rule
      WHERE project_id = $1 AND kind = $2 AND key = ANY($3::text[])
        AND (entity_id IS NULL OR EXISTS (SELECT FROM ${TABLES[kind]} AS entity
              WHERE entity.id = CASE WHEN kind = $2 THEN entity_id::uuid END))`,
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

/** Those whose names may mean the same, the most similar ones of each; each name is a search or two of the index. */
export async function findSimilar(
  db: Db,
  scope: RecordScope,
  kind: EntityKind,
  wanted: readonly WantedName[],
  dryRun: boolean,
): Promise<SimilarEntity[]> {
  if (wanted.length === 0) return [];
  await setThreshold(db);
  return db.query<SimilarEntity>(
    `SELECT wanted.name AS asked, found.id, found.match_name AS "matchName", found.match_place AS "matchPlace"
       FROM unnest($3::text[], $4::text[]) AS wanted(name, usual),
            LATERAL (SELECT * FROM ${entities(kind)} WHERE match_name % wanted.name OR match_name % wanted.usual
                      ORDER BY greatest(similarity(match_name, wanted.name), similarity(match_name, wanted.usual)) DESC, id
                      LIMIT ${MAX_CANDIDATES}) AS found
      ORDER BY found.id`,
    [...scopeOf(scope, dryRun), wanted.map(({ name }) => name), wanted.map(({ usual }) => usual)],
  );
}

/** Which of these names may mean the same. */
export async function findPairs(
  db: Db,
  wanted: readonly WantedName[],
): Promise<{ readonly a: string; readonly b: string }[]> {
  if (wanted.length < 2) return [];
  await setThreshold(db);
  return db.query(
    `WITH name AS (SELECT * FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS name(text, usual, place))
     SELECT one.text AS a, other.text AS b
       FROM name one JOIN name other ON one.place < other.place WHERE one.usual % other.usual OR one.text % other.text`,
    [wanted.map(({ name }) => name), wanted.map(({ usual }) => usual)],
  );
}

async function setThreshold(db: Db): Promise<void> {
  await db.query("SELECT set_config('pg_trgm.similarity_threshold', $1, true)", [String(CANDIDATE)]);
}
