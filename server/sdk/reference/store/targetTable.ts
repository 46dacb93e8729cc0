import type { Db } from '../../records.ts';
import { quote } from '../../tableDescription.ts';

/** A column, as a statement needs to know it. */
export interface TargetColumn {
  readonly name: string;
  /** Qualified, without length or precision: pg_catalog.int8. */
  readonly type: string;
  /** pg_type.typcategory: S a text, N a number ... */
  readonly category: string;
  /** SQL that gives the value of a new row; null where nothing does. */
  readonly default: string | null;
  readonly isNullable: boolean;
}

/** The table that a reference looks in, as it is now. */
export interface TargetTable {
  /** As it stands in a statement. */
  readonly sql: string;
  readonly columns: ReadonlyMap<string, TargetColumn>;
  readonly key: TargetColumn;
  readonly by: readonly TargetColumn[];
  /** Null where all projects share the records. */
  readonly tenant: TargetColumn | null;
}

export interface TargetName {
  readonly to: string;
  readonly by: readonly string[];
  readonly tenant?: string | null;
}

/** `shop.category` by its parts; the schema is null where any of the search path will do. */
export function tableParts(table: string): { readonly schema: string | null; readonly name: string } {
  const dot = table.indexOf('.');
  return dot < 1 ? { schema: null, name: table } : { schema: table.slice(0, dot), name: table.slice(dot + 1) };
}

export function tableSql(table: string): string {
  const { schema, name } = tableParts(table);
  return schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`;
}

/** All columns of a table or view; none where there is no such table. */
export async function readColumns(db: Db, table: string): Promise<ReadonlyMap<string, TargetColumn>> {
  const columns = await db.query<TargetColumn>(
    `SELECT a.attname::text AS name, quote_ident(n.nspname) || '.' || quote_ident(t.typname) AS type,
            t.typcategory::text AS category, NOT a.attnotnull AS "isNullable",
            CASE WHEN a.attidentity <> ''
                 THEN format('nextval(%L::regclass)', pg_get_serial_sequence($1, a.attname))
                 WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n ON n.oid = t.typnamespace
       LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`,
    [tableSql(table)],
  );
  return new Map(columns.map((column) => [column.name, column]));
}

/** The columns of the primary key. */
export async function readKey(db: Db, table: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly name: string }>(
    `SELECT a.attname::text AS name
       FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS part(number, place)
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number
      WHERE i.indrelid = to_regclass($1) AND i.indisprimary ORDER BY part.place`,
    [tableSql(table)],
  );
  return rows.map(({ name }) => name);
}

/** The table of a reference, or what it lacks for one. */
export async function readTarget(db: Db, { to, by, tenant = 'project_id' }: TargetName): Promise<TargetTable | string> {
  const columns = await readColumns(db, to);
  if (columns.size === 0) return `there is no table "${to}"`;
  const [keyName, ...others] = await readKey(db, to);
  const key = columns.get(keyName ?? '');
  if (!key || others.length > 0) return `the table "${to}" needs a primary key of one column`;
  const lacking = [...by, ...(tenant === null ? [] : [tenant])].filter((name) => !columns.has(name));
  if (lacking.length > 0) {
    const hint =
      tenant !== null && lacking.includes(tenant) ? '; for a table that all projects share, say tenant: null' : '';
    return `the table "${to}" has no column ${lacking.join(' and no column ')}${hint}`;
  }
  return {
    ...{ sql: tableSql(to), columns, key },
    by: by.flatMap((name) => columns.get(name) ?? []),
    tenant: tenant === null ? null : (columns.get(tenant) ?? null),
  };
}

/** How a name is compared: one space for any white space, none at the ends, and without case unless it counts. */
export function foldSql(value: string, caseSensitive: boolean): string {
  const spaced = `btrim(regexp_replace(${value}, '\\s+', ' ', 'g'))`;
  return caseSensitive ? spaced : `lower(${spaced})`;
}

const INTEGERS = new Set(['pg_catalog.int2', 'pg_catalog.int4', 'pg_catalog.int8']);

/** Whether a column has a text's value; a text that is no value of its type has none. Its index serves. */
export function equalsSql({ name, type, category }: TargetColumn, text: string): string {
  const column = `t.${quote(name)}`;
  if (category === 'S') return `${column} = ${text}`;
  if (INTEGERS.has(type)) return `${column} = CASE WHEN ${text} ~ '^-?[0-9]{1,18}$' THEN ${text}::bigint END`;
  if (type === 'pg_catalog.uuid') {
    return `${column} = CASE WHEN ${text} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ${text}::uuid END`;
  }
  return `${column}::text = ${text}`;
}

/** The records of a project: `parameter` is its id. */
export function tenantSql({ tenant }: TargetTable, parameter: string): string {
  return tenant === null ? `${parameter}::text IS NOT NULL` : equalsSql(tenant, `${parameter}::text`);
}
