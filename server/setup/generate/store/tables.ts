import type { Db } from '../../../sdk/records.ts';

export interface ListedTable {
  readonly schema: string;
  readonly name: string;
}

/** A foreign key of one column. */
export interface ForeignKey {
  readonly column: string;
  /** The table that it leads to. */
  readonly target: ListedTable;
  readonly targetColumn: string;
}

/** Tables and views that rows can be imported into, but for those of Postgres. */
export function listTables(db: Db): Promise<readonly ListedTable[]> {
  return db.query<ListedTable>(
    `SELECT n.nspname::text AS schema, c.relname::text AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'f') AND NOT c.relispartition
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      ORDER BY 2, 1`,
  );
}

export async function readForeignKeys(db: Db, table: string): Promise<readonly ForeignKey[]> {
  const rows = await db.query<ListedTable & Omit<ForeignKey, 'target'>>(
    `SELECT own.attname::text AS column, n.nspname::text AS schema, c.relname::text AS name,
            other.attname::text AS "targetColumn"
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[1]
       JOIN pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = k.confkey[1]
      WHERE k.conrelid = $1::oid AND k.contype = 'f' AND cardinality(k.conkey) = 1
      ORDER BY k.conname`,
    [table],
  );
  return rows.map(({ column, schema, name, targetColumn }) => ({ column, target: { schema, name }, targetColumn }));
}
