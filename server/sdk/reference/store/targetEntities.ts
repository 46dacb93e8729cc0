import type { Db } from '../../records.ts';
import { quote } from '../../tableDescription.ts';
import type { AskedName, Entity, SimilarEntity } from '../review.ts';
import { equalsSql, foldSql, type TargetTable, tenantSql } from './targetTable.ts';

/** As a person compares it in the queue, whatever the reference does. */
const CANDIDATES = 5;
/** Below this two names have little in common. */
const LEAST_SCORE = 0.2;

/** The record's key as its table writes it, and locked; null where the project has none of this key. */
export async function lockRecord(db: Db, target: TargetTable, projectId: string, id: string): Promise<string | null> {
  const [row] = await db.query<{ readonly id: string }>(
    `SELECT ${keySql(target)} AS id FROM ${target.sql} t
      WHERE ${tenantSql(target, '$1')} AND ${equalsSql(target.key, '$2::text')} FOR UPDATE`,
    [projectId, id],
  );
  return row?.id ?? null;
}

/** A name as it is compared. */
export async function foldName(db: Db, name: string, caseSensitive: boolean): Promise<string> {
  const [row] = await db.query<{ readonly name: string }>(`SELECT ${foldSql('$1::text', caseSensitive)} AS name`, [
    name,
  ]);
  return row?.name ?? '';
}

/** For each name the records whose names are most alike: one statement. */
export function findSimilar(
  db: Db,
  target: TargetTable,
  projectId: string,
  names: readonly AskedName[],
): Promise<SimilarEntity[]> {
  return db.query<SimilarEntity>(
    `SELECT (asked.place - 1)::int AS asked, found.id AS "entityId", found.name, '' AS place, found.score
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked(name, made, place)
      CROSS JOIN LATERAL (
        SELECT ${keySql(target)} AS id, ${nameSql(target)} AS name,
               ${scoreSql(target)} AS score
          FROM ${target.sql} t
         WHERE ${tenantSql(target, '$1')} AND ${keySql(target)} IS DISTINCT FROM asked.made
           AND ${scoreSql(target)} >= ${LEAST_SCORE}
         ORDER BY score DESC, id LIMIT ${CANDIDATES}) AS found
      ORDER BY asked.place, found.score DESC, found.id`,
    [projectId, names.map(({ name }) => name), names.map(({ except }) => except)],
  );
}

/** Those whose name contains the text, whatever its case, by name. */
export function searchRecords(
  db: Db,
  target: TargetTable,
  projectId: string,
  text: string,
  limit: number,
): Promise<Entity[]> {
  return db.query<Entity>(
    `SELECT ${keySql(target)} AS "entityId", ${nameSql(target)} AS name, '' AS place FROM ${target.sql} t
      WHERE ${tenantSql(target, '$1')} AND ${nameSql(target)} ILIKE $2 ORDER BY 2, 1 LIMIT $3`,
    [projectId, `%${text.replace(/[\\%_]/g, '\\$&')}%`, limit],
  );
}

/** Those of the records that are there. */
export function readNames(db: Db, target: TargetTable, projectId: string, ids: readonly string[]): Promise<Entity[]> {
  return db.query<Entity>(
    `SELECT ${keySql(target)} AS "entityId", ${nameSql(target)} AS name, '' AS place
       FROM unnest($2::text[]) AS wanted(id) JOIN ${target.sql} t ON ${equalsSql(target.key, 'wanted.id')}
      WHERE ${tenantSql(target, '$1')}`,
    [projectId, ids],
  );
}

function keySql({ key }: TargetTable): string {
  return `t.${quote(key.name)}::text`;
}

/** What a record is called: all that it is found by. */
function nameSql({ by }: TargetTable): string {
  return `concat_ws(' · ', ${by.map(({ name }) => `nullif(t.${quote(name)}::text, '')`).join(', ')})`;
}

/** How alike a name is to the nearest of the columns. */
function scoreSql({ by }: TargetTable): string {
  const scores = by.map(({ name }) => `similarity(lower(t.${quote(name)}::text), lower(asked.name))`);
  return `greatest(${scores.join(', ')})::float8`;
}
