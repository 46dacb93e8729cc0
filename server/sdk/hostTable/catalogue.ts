import type { Db } from '../records.ts';
import type { CatalogueColumn } from './tableColumns.ts';
import { quoteTable, type TableParts } from './tableName.ts';

/** A column as the catalogue has it, with what decides how it is written. */
export interface HostColumn extends CatalogueColumn {
  /** SQL of the value that an insert gives it unasked; null where there is none. */
  readonly default: string | null;
  /** GENERATED ALWAYS AS (...): never written. */
  readonly isGenerated: boolean;
  /** Its sequence, as it stands in a statement; null where it has none. */
  readonly sequence: string | null;
  readonly canUseSequence: boolean;
  /** Of an array: the type of its items, qualified. */
  readonly item: string | null;
  /** Labels of an enum, in its order; empty for other types. */
  readonly labels: readonly string[];
  /** Rights of the current role. */
  readonly canSelect: boolean;
  readonly canInsert: boolean;
  readonly canUpdate: boolean;
}

/** A unique index or constraint over plain columns. */
export interface HostUnique {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isPrimary: boolean;
  /** NULLS NOT DISTINCT: two nulls are alike. */
  readonly nullsAlike: boolean;
}

/** An index over plain columns or expressions, unique or not: each part as SQL writes it. */
export type HostIndex = readonly string[];

export interface HostTable {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly isView: boolean;
  /** Rows can be locked FOR UPDATE: of a table, and of a view that Postgres updates by itself. */
  readonly canLock: boolean;
  readonly canInsert: boolean;
  readonly canDelete: boolean;
  /** Runs before rows are inserted, and may fill what no field does. */
  readonly hasInsertTrigger: boolean;
  /** It stands in the schema of Sluice's own tables. */
  readonly isBesideOwn: boolean;
  readonly role: string;
  readonly columns: ReadonlyMap<string, HostColumn>;
  readonly uniques: readonly HostUnique[];
  readonly indexes: readonly HostIndex[];
}

type Relation = Omit<HostTable, 'columns' | 'uniques' | 'indexes'>;

/** What the catalogue says of a table or view; null where there is none of that name. */
export async function readHostTable(db: Db, table: TableParts): Promise<HostTable | null> {
  const [relation] = await db.query<Relation>(RELATION, [table.schema, table.name, quoteTable(table)]);
  if (!relation) return null;
  const columns = await db.query<HostColumn>(COLUMNS, [relation.oid]);
  const indexes = await db.query<HostUnique & { readonly isUnique: boolean; readonly parts: HostIndex }>(INDEXES, [
    relation.oid,
  ]);
  return {
    ...relation,
    columns: new Map(columns.map((column) => [column.name, column])),
    uniques: indexes.filter(({ isUnique }) => isUnique),
    indexes: indexes.map(({ parts }) => parts),
  };
}

/** By the schema's name where one is given: to_regclass would fail where the role may not look into the schema. */
const RELATION = `
  SELECT c.oid::text, n.nspname::text AS schema, c.relname::text AS name, c.relkind IN ('v', 'm') AS "isView",
         c.relkind IN ('r', 'p', 'f') OR (c.relkind = 'v' AND pg_relation_is_updatable(c.oid, false) & 4 <> 0)
           AS "canLock",
         pg_relation_is_updatable(c.oid, true) & 8 <> 0 AS "canInsert",
         has_table_privilege(c.oid, 'DELETE') AS "canDelete",
         EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal AND tgtype & 5 = 5
                    AND tgtype & 66 <> 0) AS "hasInsertTrigger",
         n.oid IS NOT DISTINCT FROM (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('import_chunk'))
           AS "isBesideOwn",
         current_user::text AS role
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
     AND CASE WHEN $1::text IS NULL THEN c.oid = to_regclass($3) ELSE n.nspname = $1 AND c.relname = $2 END`;

const COLUMNS = `
  WITH RECURSIVE based AS (
    SELECT a.attnum AS place, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS id,
           a.atttypmod AS modifier, NOT a.attnotnull AS nullable,
           a.attgenerated <> '' AS generated, a.attidentity <> '' AS identity,
           CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS value,
           CASE WHEN a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
                THEN pg_get_serial_sequence($1::oid::regclass::text, a.attname) END AS sequence
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT b.place, b.name, b.type, t.typbasetype, CASE WHEN t.typtypmod >= 0 THEN t.typtypmod ELSE b.modifier END,
           b.nullable AND NOT t.typnotnull, b.generated, b.identity,
           coalesce(b.value, pg_get_expr(t.typdefaultbin, 0)), b.sequence
      FROM based b JOIN pg_type t ON t.oid = b.id
     WHERE t.typtype = 'd'
  )
  SELECT b.name, b.type, bare.name AS bare, t.typcategory::text AS category, b.nullable AS "isNullable",
         b.value IS NOT NULL OR b.identity AS "hasDefault",
         CASE WHEN b.identity THEN 'nextval(' || quote_literal(b.sequence) || '::regclass)' ELSE b.value END AS default,
         b.generated AS "isGenerated", b.sequence,
         b.sequence IS NULL OR has_sequence_privilege(b.sequence, 'USAGE') AS "canUseSequence",
         CASE WHEN t.typcategory = 'A' THEN quote_ident(item_schema.nspname) || '.' || quote_ident(item.typname) END
           AS item,
         ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = coalesce(item.oid, t.oid) ORDER BY enumsortorder) AS labels,
         has_column_privilege($1::oid, b.place, 'SELECT') AS "canSelect",
         has_column_privilege($1::oid, b.place, 'INSERT') AS "canInsert",
         has_column_privilege($1::oid, b.place, 'UPDATE') AS "canUpdate",
         -- The precision of numbers and times rounds and never cuts off; that of texts does, so it is left out.
         CASE WHEN coalesce(item.typcategory, t.typcategory) IN ('N', 'D', 'T') AND b.modifier >= 0
              THEN format_type(b.id, b.modifier) ELSE bare.name END AS exact
    FROM based b JOIN pg_type t ON t.oid = b.id JOIN pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_type item ON item.oid = t.typelem AND t.typcategory = 'A'
    LEFT JOIN pg_namespace item_schema ON item_schema.oid = item.typnamespace,
         LATERAL (SELECT CASE WHEN n.nspname = 'pg_catalog' THEN 'pg_catalog.' || t.typname
                             ELSE quote_ident(n.nspname) || '.' || quote_ident(t.typname) END AS name) bare
   WHERE t.typtype <> 'd'
   ORDER BY b.place`;

const INDEXES = `
  SELECT c.relname::text AS name, i.indisprimary AS "isPrimary",
         i.indisunique AND i.indexprs IS NULL AS "isUnique",
         coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS "nullsAlike",
         ARRAY(SELECT a.attname::text FROM unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) WITH ORDINALITY AS part(number, place)
                 JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number ORDER BY place) AS columns,
         ARRAY(SELECT pg_get_indexdef(i.indexrelid, place, false)
                 FROM generate_series(1, i.indnkeyatts) AS place) AS parts
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE i.indrelid = $1::oid AND i.indisvalid AND i.indpred IS NULL
   ORDER BY i.indisprimary DESC, c.relname`;
