import type { Json } from '../json.ts';
import type { Db, RecordFields, SuppliedField, Supplies } from '../records.ts';
import type { HostDescription, HostField, HostShape } from './hostShape.ts';
import { readSql } from './tableColumns.ts';

/**
 * The defaults of fields' columns, and the times that imports keep up to date. They are asked for before the insert, in
 * its transaction, so that provenance, a dry run and an undo know the values: a creation writes what the database would.
 */
export function suppliesOf<R extends RecordFields>(
  { stamps }: HostDescription<R>,
  { fields }: HostShape,
): Supplies | null {
  const supplied = fields.flatMap((field): (SuppliedField & { readonly sql: string })[] => {
    const sql = field.column.default;
    const isTime = field.field === stamps.changed || field.field === stamps.created;
    if (isTime) {
      const when = field.field === stamps.changed ? 'changed' : 'created';
      return [{ field: field.field, when, each: false, sql: sql !== null && when === 'created' ? sql : 'now()' }];
    }
    return sql === null ? [] : [{ field: field.field, when: 'created', each: !isConstant(sql), sql }];
  });
  if (supplied.length === 0) return null;
  const byField = new Map(fields.map((field) => [field.field, field]));
  const sqlOf = new Map(supplied.map(({ field, sql }) => [field, sql]));
  return {
    fields: supplied.map(({ field, when, each }) => ({ field, when, each })),
    supply: (db, field, count) => supply(db, byField.get(field), sqlOf.get(field), count),
  };
}

async function supply(
  db: Db,
  field: HostField | undefined,
  sql: string | undefined,
  count: number,
): Promise<readonly Json[]> {
  if (field === undefined || sql === undefined) throw new Error('The database supplies no such field.');
  const { form, column, conversion } = field;
  const rows = await db.query<{ readonly value: Json }>(
    `SELECT ${readSql(form, `(${sql})::${column.exact}`, conversion)} AS value FROM generate_series(1, $1::int)`,
    [count],
  );
  return rows.map(({ value }) => value);
}

/** A literal, with or without its type. */
const LITERAL = /^\(?(?:-?[\d.]+|'(?:[^']|'')*')\)?(?:::[\w ."(),[\]]+)?$/;
/** CURRENT_TIMESTAMP(3), as Prisma writes it. */
const CURRENT = /^(?:current|local)_?timestamp\(\d\)$/;
const TYPE = /^[\w ."(),[\]]+$/;
const NAMES = new Set(['null', 'true', 'false', 'now()', 'current_timestamp', 'current_date', 'localtimestamp']);

/** The same for all records of a chunk: a literal, or the time of the transaction. */
function isConstant(sql: string): boolean {
  const [name = '', type] = sql.toLowerCase().split('::', 2);
  return LITERAL.test(sql) || ((NAMES.has(name) || CURRENT.test(name)) && TYPE.test(type ?? 'none'));
}
