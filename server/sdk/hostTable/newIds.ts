import { randomUUID } from 'node:crypto';
import type { Json } from '../json.ts';
import type { Db, RecordFields, RecordScope, RecordStore } from '../records.ts';
import { textOf } from './hostKeys.ts';
import type { HostDescription, HostShape, IdColumn } from './hostShape.ts';
import { idText } from './sql.ts';

/** The ids of new records, where they are not all UUIDs that Sluice makes; null where they are. */
export function newIdsOf<R extends RecordFields>(
  description: HostDescription<R>,
  shape: HostShape,
): RecordStore<R>['newIds'] | null {
  if (shape.id.length === 1 && shape.id[0]?.from === 'sluice') return null;
  return async (db, scope, records) => {
    const columns: (readonly string[])[] = [];
    for (const id of shape.id) columns.push(await valuesOf(db, description, shape, id, scope, records));
    return records.map((_, index) => idText(columns.map((values) => values[index] ?? '')));
  };
}

async function valuesOf<R extends RecordFields>(
  db: Db,
  { newId }: HostDescription<R>,
  { tenant }: HostShape,
  { column, from, field }: IdColumn,
  { projectId }: RecordScope,
  records: readonly RecordFields[],
): Promise<readonly string[]> {
  if (field !== null) return records.map((record) => textOf(record[field] ?? null) ?? '');
  if (from === 'tenant' && tenant) return records.map(() => tenant.valueOf(projectId));
  if (typeof newId === 'function') return records.map(() => newId());
  if (from === 'sluice') return records.map(() => randomUUID());
  const sql = newId?.sql ?? column.default;
  if (sql === null) throw new Error(`nothing gives new records their ${column.name}`);
  const rows = await db.query<{ readonly id: Json }>(
    `SELECT (${sql})::${column.exact}::text AS id FROM generate_series(1, $1::int)`,
    [records.length],
  );
  return rows.map(({ id }) => String(id));
}
