import type { Json } from '../../json.ts';
import type { Db } from '../../records.ts';
import { quote } from '../../tableDescription.ts';
import { equalsSql, type TargetTable, tableSql, tenantSql } from './targetTable.ts';

/** The keys of new records: of the column's own default, else UUIDs, which `uuid` makes. Takes numbers of a sequence. */
export async function newKeys(
  db: Db,
  { key, sql }: TargetTable,
  count: number,
  uuid: () => string,
): Promise<readonly string[]> {
  if (count === 0) return [];
  if (key.default === null) {
    if (key.category !== 'S' && key.type !== 'pg_catalog.uuid') {
      throw new Error(`nothing gives new records of ${sql} their ${key.name}`);
    }
    return Array.from({ length: count }, uuid);
  }
  const rows = await db.query<{ readonly id: string }>(
    `SELECT (${key.default})::text AS id FROM generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ id }) => id);
}

export interface NewRecord {
  readonly id: string;
  /** By column, the key and the tenant aside. */
  readonly values: Readonly<Record<string, Json>>;
}

/** Makes records. Gives each as it is then, by column, without its key, its tenant and what is empty. */
export async function insertRecords(
  db: Db,
  target: TargetTable,
  projectId: string,
  records: readonly NewRecord[],
): Promise<ReadonlyMap<string, Readonly<Record<string, Json>>>> {
  const { key, tenant } = target;
  const made = new Map<string, Readonly<Record<string, Json>>>();
  const signature = ({ values }: NewRecord) => JSON.stringify(Object.keys(values).sort());
  for (const alike of Map.groupBy(records, signature).values()) {
    const given = alike.map(({ id, values }) => ({
      ...values,
      [key.name]: id,
      ...(tenant === null ? {} : { [tenant.name]: projectId }),
    }));
    const names = Object.keys(given[0] ?? {});
    const unknown = names.find((name) => !target.columns.has(name));
    if (unknown !== undefined) throw new Error(`the table ${target.sql} has no column ${unknown}`);
    const list = names.map(quote).join(', ');
    const rows = await db.query<{ readonly id: string; readonly row: Readonly<Record<string, Json>> }>(
      `INSERT INTO ${target.sql} AS t (${list}) OVERRIDING SYSTEM VALUE
       SELECT ${names.map((name) => `(made.row).${quote(name)}`).join(', ')}
         FROM (SELECT jsonb_populate_record(NULL::${target.sql}, value) AS row
                 FROM jsonb_array_elements($1::jsonb) AS given(value)) made
    RETURNING t.${quote(key.name)}::text AS id, ${rowSql(target)} AS row`,
      [JSON.stringify(given)],
    );
    for (const { id, row } of rows) made.set(id, row);
  }
  return made;
}

/** A record by column, without its key, its tenant and what is empty. */
function rowSql({ key, tenant }: TargetTable): string {
  const left = [key, ...(tenant === null ? [] : [tenant])].map(({ name }) => `'${name.replaceAll("'", "''")}'`);
  return `jsonb_strip_nulls(to_jsonb(t) - ARRAY[${left.join(', ')}]::text[])`;
}

/** Of these records those that are there, as they are. */
export async function readRecords(
  db: Db,
  target: TargetTable,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, Json>>>> {
  const rows = await db.query<{ readonly id: string; readonly row: Readonly<Record<string, Json>> }>(
    `SELECT t.${quote(target.key.name)}::text AS id, ${rowSql(target)} AS row
       FROM unnest($2::text[]) AS wanted(id) JOIN ${target.sql} t ON ${equalsSql(target.key, 'wanted.id')}
      WHERE ${tenantSql(target, '$1')} FOR UPDATE OF t`,
    [projectId, ids],
  );
  return new Map(rows.map(({ id, row }) => [id, row]));
}

/** A column that may hold a record's key. */
export interface Referrer {
  readonly table: string;
  readonly column: string;
}

/** Of these records those to which any of the columns refers, or any foreign key of the database. */
export async function readReferred(
  db: Db,
  target: TargetTable,
  ids: readonly string[],
  referrers: readonly Referrer[],
): Promise<ReadonlySet<string>> {
  const keys = await db.query<{ readonly table: string; readonly column: string }>(
    `SELECT f.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
       FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
      WHERE f.confrelid = to_regclass($1) AND f.contype = 'f' AND cardinality(f.conkey) = 1`,
    [target.sql],
  );
  const named = await existing(db, referrers);
  const all = new Map([...keys, ...named].map((each) => [`${each.table}.${each.column}`, each]));
  const key = `t.${quote(target.key.name)}`;
  const refers = [...all.values()].map(({ table, column }) => {
    const isOwnType = keys.some((each) => each.table === table && each.column === column);
    return isOwnType
      ? `EXISTS (SELECT FROM ${table} r WHERE r.${column} = ${key})`
      : `EXISTS (SELECT FROM ${table} r WHERE r.${column}::text = ${key}::text)`;
  });
  if (refers.length === 0) return new Set();
  const rows = await db.query<{ readonly id: string }>(
    `SELECT ${key}::text AS id
       FROM unnest($1::text[]) AS wanted(id) JOIN ${target.sql} t ON ${equalsSql(target.key, 'wanted.id')}
      WHERE ${refers.join(' OR ')}`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of the columns that are there, as they stand in a statement. */
async function existing(db: Db, referrers: readonly Referrer[]): Promise<readonly Referrer[]> {
  return db.query<Referrer>(
    `SELECT DISTINCT a.attrelid::regclass::text AS table, quote_ident(a.attname) AS column
       FROM unnest($1::text[], $2::text[]) AS given(name, attribute)
       JOIN pg_attribute a ON a.attrelid = to_regclass(given.name) AND a.attname = given.attribute AND NOT a.attisdropped`,
    [referrers.map(({ table }) => tableSql(table)), referrers.map(({ column }) => column)],
  );
}

export async function removeRecords(db: Db, target: TargetTable, ids: readonly string[]): Promise<void> {
  await db.query(
    `DELETE FROM ${target.sql} t USING unnest($1::text[]) AS wanted(id) WHERE ${equalsSql(target.key, 'wanted.id')}`,
    [ids],
  );
}

/** Until the transaction ends, no other import creates records of the project in the table: each name is made once. */
export async function lockCreation(db: Db, target: TargetTable, projectId: string): Promise<void> {
  const owner = target.tenant === null ? '' : projectId;
  await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [`${target.sql} ${owner}`]);
}
