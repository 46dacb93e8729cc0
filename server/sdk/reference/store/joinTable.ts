import type { Db } from '../../records.ts';
import { quote } from '../../tableDescription.ts';
import type { JoinTable } from '../reference.ts';
import { readColumns, readKey, type TargetColumn, tableParts, tableSql } from './targetTable.ts';

/** A join table as it is now. */
export interface OpenJoin {
  readonly sql: string;
  readonly from: TargetColumn;
  readonly to: TargetColumn;
  /** Filled with the project's id, where the table has it. */
  readonly tenant: TargetColumn | null;
}

export interface JoinName {
  readonly join: JoinTable;
  /** The tables on its two sides. */
  readonly own: string;
  readonly other: string;
}

/** The join table, or what it lacks for one; null where there is no such table. */
export async function readJoin(db: Db, { join, own, other }: JoinName): Promise<OpenJoin | string | null> {
  const columns = await readColumns(db, join.table);
  if (columns.size === 0) return null;
  const from = await sideOf(db, columns, join.table, join.from, own);
  const to = await sideOf(db, columns, join.table, join.to, other, from);
  if (!from || !to) {
    const [side, table] = from ? ['to', other] : ['from', own];
    return `the table "${join.table}" has no column that refers to "${table}"; name it in through.${side}`;
  }
  return { sql: tableSql(join.table), from, to, tenant: columns.get('project_id') ?? null };
}

/** The column that was named, else the one whose foreign key leads to the table, else the one that is called like it. */
async function sideOf(
  db: Db,
  columns: ReadonlyMap<string, TargetColumn>,
  table: string,
  named: string | undefined,
  to: string,
  taken?: TargetColumn,
): Promise<TargetColumn | undefined> {
  if (named !== undefined) return columns.get(named);
  const rows = await db.query<{ readonly name: string }>(
    `SELECT a.attname::text AS name FROM pg_constraint f
       JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
      WHERE f.conrelid = to_regclass($1) AND f.confrelid = to_regclass($2) AND f.contype = 'f'
        AND cardinality(f.conkey) = 1
      ORDER BY a.attnum`,
    [tableSql(table), tableSql(to)],
  );
  const names = [...rows.map(({ name }) => name), `${tableParts(to).name}_id`];
  return names.map((name) => columns.get(name)).find((column) => column !== undefined && column !== taken);
}

/** Makes the join table of two tables that are there, each with a key of one column. */
export async function createJoin(db: Db, { join, own, other }: JoinName): Promise<void> {
  const side = async (table: string, named: string | undefined) => {
    const [key = ''] = await readKey(db, table);
    const type = (await readColumns(db, table)).get(key)?.type;
    const column = quote(named ?? `${tableParts(table).name}_id`);
    return {
      column,
      sql: `${column} ${type} NOT NULL REFERENCES ${tableSql(table)} (${quote(key)}) ON DELETE CASCADE`,
    };
  };
  const [from, to] = [await side(own, join.from), await side(other, join.to)];
  await db.query(
    `CREATE TABLE ${tableSql(join.table)} (${from.sql}, ${to.sql}, PRIMARY KEY (${from.column}, ${to.column}))`,
  );
  await db.query(`CREATE INDEX ON ${tableSql(join.table)} (${to.column})`);
  await db.query(`COMMENT ON TABLE ${tableSql(join.table)} IS 'Made by Sluice'`);
}

/** The keys that each of the records is joined with, in the order of their texts. */
export async function readJoined(
  db: Db,
  { sql, from, to }: OpenJoin,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.query<{ readonly id: string; readonly keys: readonly string[] }>(
    `SELECT ${quote(from.name)}::text AS id, array_agg(DISTINCT ${quote(to.name)}::text) AS keys
       FROM ${sql} WHERE ${quote(from.name)} = ANY($1::${from.type}[]) GROUP BY 1`,
    [ids],
  );
  return new Map(rows.map(({ id, keys }) => [id, keys.toSorted()]));
}

export interface Joined {
  readonly id: string;
  readonly keys: readonly string[];
}

/** Joins each record with these keys and no others. A row that is right already stays, with whatever else it holds. */
export async function writeJoined(
  db: Db,
  { sql, from, to, tenant }: OpenJoin,
  projectId: string,
  records: readonly Joined[],
): Promise<void> {
  const pairs = records.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));
  const [own, other] = [quote(from.name), quote(to.name)];
  const wanted = `unnest($2::${from.type}[], $3::${to.type}[]) AS w(id, key)`;
  const lists = [pairs.map(({ id }) => id), pairs.map(({ key }) => key)];
  await db.query(
    `DELETE FROM ${sql} j WHERE j.${own} = ANY($1::${from.type}[])
        AND NOT EXISTS (SELECT FROM ${wanted} WHERE w.id = j.${own} AND w.key = j.${other})`,
    [records.map(({ id }) => id), ...lists],
  );
  if (pairs.length === 0) return;
  const owner = tenant === null ? '' : `, ${quote(tenant.name)}`;
  await db.query(
    `INSERT INTO ${sql} (${own}, ${other}${owner})
     SELECT w.id, w.key${tenant === null ? '' : `, $1::text::${tenant.type}`} FROM ${wanted}
      WHERE $1::text IS NOT NULL
        AND NOT EXISTS (SELECT FROM ${sql} j WHERE j.${own} = w.id AND j.${other} = w.key)`,
    [projectId, ...lists],
  );
}

export async function removeJoined(db: Db, { sql, from }: OpenJoin, ids: readonly string[]): Promise<void> {
  await db.query(`DELETE FROM ${sql} WHERE ${quote(from.name)} = ANY($1::${from.type}[])`, [ids]);
}
