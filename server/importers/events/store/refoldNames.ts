import { type Db, type JsonObject, MATCH_TEXT_VERSION } from '../../../sdk/index.ts';
import type { EntityKind } from '../entityReference.ts';
import { KINDS } from '../resolver.ts';
import { TABLES } from './findEntities.ts';

/** The column whose comment says by which version of `matchText` names are stored. */
const MARKED = 'venue.match_name';
const COMMENT = 'Folded by matchText, version ';

/** The version by which names are stored here; 1 where nothing says so. */
export async function readFoldVersion(db: Db): Promise<number> {
  const [row] = await db.query<{ comment: string | null }>(
    `SELECT col_description(attrelid, attnum) AS comment FROM pg_attribute
      WHERE attrelid = 'venue'::regclass AND attname = 'match_name'`,
  );
  const version = row?.comment?.startsWith(COMMENT) ? Number(row.comment.slice(COMMENT.length)) : 1;
  return Number.isInteger(version) ? version : 1;
}

export async function writeFoldVersion(db: Db): Promise<void> {
  await db.query(`COMMENT ON COLUMN ${MARKED} IS '${COMMENT}${MATCH_TEXT_VERSION}'`);
}

/** Until the transaction ends, an import of another process writes no names. Reading goes on. */
export async function lockNames(db: Db): Promise<void> {
  await db.query(
    `LOCK TABLE event, venue, organizer, event_category, entity_rule, entity_match, entity_reference
       IN SHARE ROW EXCLUSIVE MODE`,
  );
}

/** A name with its key, as it is stored and as it is to be. */
export interface Renamed {
  readonly id: string;
  readonly matchName: string;
  readonly matchPlace: string;
}

export interface StoredEntity extends Renamed {
  readonly projectId: string;
  readonly name: string;
  readonly city: string | null;
}

/** Those that a person has looked at first, then the older ones. */
export function readEntities(db: Db, kind: EntityKind): Promise<StoredEntity[]> {
  return db.query(
    `SELECT id, project_id AS "projectId", name, details->>'city' AS city,
            match_name AS "matchName", match_place AS "matchPlace"
       FROM ${TABLES[kind]} ORDER BY needs_review, created_at, id`,
  );
}

/** In two steps, since a new key may be the old one of another; `parted` leave theirs to others. */
export async function renameEntities(
  db: Db,
  kind: EntityKind,
  renamed: readonly Renamed[],
  parted: readonly string[],
): Promise<void> {
  const ids = [...renamed.map(({ id }) => id), ...parted];
  if (ids.length === 0) return;
  await db.query(`UPDATE ${TABLES[kind]} SET match_name = id::text WHERE id = ANY($1::uuid[])`, [ids]);
  await db.query(
    `UPDATE ${TABLES[kind]} AS entity SET match_name = renamed.match_name, match_place = renamed.match_place
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS renamed(id, match_name, match_place)
      WHERE entity.id = renamed.id`,
    columnsOf(renamed, 'id', 'matchName', 'matchPlace'),
  );
}

/** One entity in the place of another: `by` is what `id` is from now on. */
export interface Replaced {
  readonly id: string;
  readonly by: string;
}

/** What keeps ids of entities, with the type of its column. */
const REFERRING = [
  ['entity_rule', 'text'],
  ['entity_match', 'text'],
  ['entity_reference', 'uuid'],
] as const;

/** Points what was decided and met at the entities that stay, which take over what only the others say. */
export async function replaceEntities(db: Db, kind: EntityKind, replaced: readonly Replaced[]): Promise<void> {
  for (const { id, by } of replaced) {
    await db.query(
      `UPDATE ${TABLES[kind]} AS kept SET details = gone.details || kept.details FROM ${TABLES[kind]} AS gone
        WHERE kept.id = $2::uuid AND gone.id = $1::uuid`,
      [id, by],
    );
    for (const [table, type] of REFERRING) {
      await db.query(`UPDATE ${table} SET entity_id = $2::${type} WHERE kind = $3 AND entity_id = $1::${type}`, [
        id,
        by,
        kind,
      ]);
    }
  }
}

/** Once no event refers to them. */
export async function removeEntities(db: Db, kind: EntityKind, ids: readonly string[]): Promise<void> {
  await db.query(`DELETE FROM ${TABLES[kind]} WHERE id = ANY($1::uuid[])`, [ids]);
}

export interface StoredRule {
  readonly projectId: string;
  readonly kind: EntityKind;
  readonly key: string;
  readonly name: string;
}

/** What was decided about names: by a person first, then the older ones. */
export function readNamedRules(db: Db): Promise<StoredRule[]> {
  return db.query(
    `SELECT project_id AS "projectId", kind, key, name FROM entity_rule
      WHERE key LIKE 'name:%' AND kind = ANY($1) ORDER BY decided_by IS NULL, created_at, key`,
    [KINDS],
  );
}

export interface Rekeyed extends StoredRule {
  readonly newKey: string;
}

export async function rekeyRules(db: Db, rekeyed: readonly Rekeyed[], dropped: readonly StoredRule[]): Promise<void> {
  await db.query(
    `DELETE FROM entity_rule USING unnest($1::text[], $2::text[], $3::text[]) AS dropped(project_id, kind, key)
      WHERE entity_rule.project_id = dropped.project_id AND entity_rule.kind = dropped.kind
        AND entity_rule.key = dropped.key`,
    columnsOf(dropped, 'projectId', 'kind', 'key'),
  );
  // Two steps here and below, since a new key may be the old one of another. No key begins with a line break.
  for (const [from, to] of [
    ['renamed.key', "E'\\n' || renamed.new_key"],
    ["E'\\n' || renamed.new_key", 'renamed.new_key'],
  ]) {
    await db.query(
      `UPDATE entity_rule SET key = ${to}
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS renamed(project_id, kind, key, new_key)
        WHERE entity_rule.project_id = renamed.project_id AND entity_rule.kind = renamed.kind
          AND entity_rule.key = ${from}`,
      columnsOf(rekeyed, 'projectId', 'kind', 'key', 'newKey'),
    );
  }
}

export interface StoredMatch extends Renamed {
  readonly projectId: string;
  readonly kind: EntityKind;
  readonly key: string;
  readonly name: string;
  readonly city: string | null;
  readonly entityId: string | null;
}

/** The open matches, the older ones first. */
export function readMatches(db: Db): Promise<StoredMatch[]> {
  return db.query(
    `SELECT id, project_id AS "projectId", kind, key, name, details->>'city' AS city, entity_id AS "entityId",
            match_name AS "matchName", match_place AS "matchPlace"
       FROM entity_match WHERE kind = ANY($1) ORDER BY created_at, id`,
    [KINDS],
  );
}

/** `entityId` is what an import made for the openMatch. */
export type RekeyedMatch = Renamed & { readonly newKey: string; readonly entityId: string | null };

export async function rekeyMatches(
  db: Db,
  rekeyed: readonly RekeyedMatch[],
  dropped: readonly string[],
): Promise<void> {
  await db.query('DELETE FROM entity_match WHERE id = ANY($1::uuid[])', [dropped]);
  await db.query("UPDATE entity_match SET key = E'\\n' || id::text WHERE id = ANY($1::uuid[])", [
    rekeyed.map(({ id }) => id),
  ]);
  await db.query(
    `UPDATE entity_match AS openMatch
        SET key = renamed.key, match_name = renamed.match_name, match_place = renamed.match_place,
            entity_id = renamed.entity_id
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
         AS renamed(id, key, match_name, match_place, entity_id)
      WHERE openMatch.id = renamed.id`,
    columnsOf(rekeyed, 'id', 'newKey', 'matchName', 'matchPlace', 'entityId'),
  );
}

export interface NewMatch extends Renamed {
  readonly projectId: string;
  readonly importId: string;
  readonly kind: EntityKind;
  readonly key: string;
  readonly name: string;
  readonly details: JsonObject;
}

/** Those that are not there. */
export async function addMatches(db: Db, openMatches: readonly NewMatch[]): Promise<void> {
  await db.query(
    `INSERT INTO entity_match (id, project_id, import_id, kind, key, name, match_name, match_place, details)
     SELECT id, project_id, import_id, kind, key, name, match_name, match_place, details::jsonb
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
         AS asked(id, project_id, import_id, kind, key, name, match_name, match_place, details)
     ON CONFLICT (project_id, kind, key) DO NOTHING`,
    [
      ...columnsOf(openMatches, 'id', 'projectId', 'importId', 'kind', 'key', 'name', 'matchName', 'matchPlace'),
      openMatches.map(({ details }) => JSON.stringify(details)),
    ],
  );
}

export interface StoredReference {
  readonly kind: EntityKind;
  readonly name: string;
  readonly matchName: string;
  readonly matchPlace: string;
}

/** What imports met, each name once. */
export function readReferences(db: Db): Promise<StoredReference[]> {
  return db.query(
    `SELECT DISTINCT kind, name, match_name AS "matchName", match_place AS "matchPlace" FROM entity_reference`,
  );
}

export interface RenamedReference extends StoredReference {
  readonly newName: string;
  readonly newPlace: string;
}

/** All references, with those that keep their names: of an import's references that become one, the one that made something stays. */
export async function renameReferences(db: Db, renamed: readonly RenamedReference[]): Promise<void> {
  const values = columnsOf(renamed, 'kind', 'name', 'matchName', 'matchPlace', 'newName', 'newPlace');
  const names = `unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                   AS renamed(kind, name, match_name, match_place, new_name, new_place)`;
  const isRenamed = `reference.kind = renamed.kind AND reference.name = renamed.name
                 AND reference.match_name = renamed.match_name AND reference.match_place = renamed.match_place`;
  await db.query(
    `WITH ranked AS (
       SELECT reference.import_id, reference.kind, reference.key, row_number() OVER (
                PARTITION BY reference.import_id, reference.kind, new_name, new_place
                    ORDER BY reference.outcome <> 'CREATED', reference.key) AS place
         FROM entity_reference AS reference JOIN ${names} ON ${isRenamed})
     DELETE FROM entity_reference AS reference USING ranked
      WHERE ranked.place > 1 AND reference.import_id = ranked.import_id AND reference.kind = ranked.kind
        AND reference.key = ranked.key`,
    values,
  );
  await db.query(
    `UPDATE entity_reference AS reference
        SET key = E'\\n' || new_name || '|' || new_place, match_name = new_name, match_place = new_place
       FROM ${names} WHERE ${isRenamed} AND (new_name <> renamed.match_name OR new_place <> renamed.match_place)`,
    values,
  );
  await db.query("UPDATE entity_reference SET key = substr(key, 2) WHERE key LIKE E'\\n%'");
}

export interface WaitingRow {
  readonly id: string;
  readonly importId: string;
  readonly projectId: string;
  readonly waitsFor: readonly string[];
  readonly errors: readonly JsonObject[];
}

/** The next failed rows above `after`, in the order of their ids, that wait for decisions. */
export function readWaitingRows(db: Db, after: string, limit: number): Promise<WaitingRow[]> {
  return db.query(
    `SELECT failed_row.id, import_id AS "importId", import.project_id AS "projectId", waits_for AS "waitsFor", errors
       FROM failed_row JOIN import ON import.id = failed_row.import_id
      WHERE failed_row.status = 'OPEN' AND waits_for IS NOT NULL AND waits_for <> '{}' AND failed_row.id > $1::uuid
      ORDER BY failed_row.id LIMIT $2`,
    [after, limit],
  );
}

export async function updateWaitingRows(
  db: Db,
  rows: readonly Pick<WaitingRow, 'id' | 'waitsFor' | 'errors'>[],
): Promise<void> {
  await db.query(
    `UPDATE failed_row SET waits_for = string_to_array(renamed.keys, E'\\n'), errors = renamed.errors::json
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS renamed(id, keys, errors) WHERE failed_row.id = renamed.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ waitsFor }) => waitsFor.join('\n')),
      rows.map(({ errors }) => JSON.stringify(errors)),
    ],
  );
}

/** A list for each column, as `unnest` wants them. */
function columnsOf<T extends object>(rows: readonly T[], ...names: readonly (keyof T)[]): unknown[] {
  return names.map((name) => rows.map((row) => row[name]));
}
