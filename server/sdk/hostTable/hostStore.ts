import type { Json } from '../json.ts';
import { listedField, recordFields } from '../listing/listedTable.ts';
import type { ListedTable } from '../listing/recordList.ts';
import type { Conversion, Db, MatchKey, RecordFields, RecordScope, RecordStore, StoredRecord } from '../records.ts';
import { readHostTable } from './catalogue.ts';
import { plainNumber } from './digits.ts';
import { comparedKey, type HostKey, keyOf, keysOfShape, searchSql } from './hostKeys.ts';
import { type HostDescription, type HostShape, nameOf, shapeOf } from './hostShape.ts';
import { insertSql, updateSql } from './hostWrites.ts';
import { newIdsOf } from './newIds.ts';
import { byIdsSql, columnSql, idColumnsSql, idText, Parameters, tableSql, tenantSql } from './sql.ts';
import { suppliesOf } from './supplies.ts';
import { convertValues, readSql } from './tableColumns.ts';
import { partsOf } from './tableName.ts';

/**
 * A store over a table or view that is there already, with keys, types, constraints and defaults of its own. All of that
 * is read from the catalogue by `open`, before records are worked on; until then the store knows no records.
 */
export function hostStore<R extends RecordFields>(description: HostDescription<R>): RecordStore<R> {
  const closed = (): never => {
    throw new Error(`The store of "${nameOf(description)}" has to be opened first: store.open(db).`);
  };
  // Others than the imports of one project and importer may write the same records.
  const shared =
    description.tenant !== undefined ? { lockOf: (scope: RecordScope) => lockName(description, scope) } : {};
  return {
    type: description.type,
    ...shared,
    listed: { fields: recordFields(description.columns), table: null },
    ...{ keysOf: closed, uniqueKeysOf: closed, load: closed, loadByIds: closed },
    ...{ insert: closed, update: closed, remove: closed },
    async open(db) {
      const table = await readHostTable(db, partsOf(description.table));
      if (table === null) throw new Error(`there is no table "${nameOf(description)}"`);
      return { ...openStore<R>(description, shapeOf(description, table)), ...shared };
    },
  };
}

function lockName<R extends RecordFields>(description: HostDescription<R>, { projectId }: RecordScope): string {
  const { tenant } = description;
  const own = tenant ? (tenant.value?.(projectId) ?? projectId) : null;
  return JSON.stringify([nameOf(description), own]);
}

function openStore<R extends RecordFields>(description: HostDescription<R>, shape: HostShape): RecordStore<R> {
  const keys = keysOfShape(description, shape);
  const byName = new Map(keys.map((key) => [key.name, key]));
  const unique = keys.filter(({ constraint }) => constraint !== null);
  const newIds = newIdsOf(description, shape);
  const supplies = suppliesOf(description, shape);
  const conversion = conversionIn(shape);
  return {
    type: description.type,
    ...(conversion ? { conversion } : {}),
    ...(supplies ? { supplies } : {}),
    ...(newIds ? { newIds } : {}),
    fixed: fixedIn(description, shape),
    listed: { fields: recordFields(description.columns), table: listedIn(shape) },
    keysOf: (record) => keysOf(keys, record),
    uniqueKeysOf: (record) => keysOf(unique, record),
    matchKey: (key) => {
      const known = byName.get(key.key);
      return known ? comparedKey(known, key) : key;
    },
    async load(db, scope, wanted, { lock }) {
      if (wanted.length === 0) return [];
      const parameters = new Parameters();
      const where = whereSql(shape, byName, scope, wanted, parameters);
      return read<R>(db, shape, where, parameters, lock);
    },
    async loadByIds(db, scope, ids, { lock }) {
      if (ids.length === 0) return [];
      const parameters = new Parameters();
      return read<R>(db, shape, byIdsSql(shape, scope.projectId, ids, parameters), parameters, lock);
    },
    async insert(db, scope, records) {
      if (records.length === 0) return;
      const parameters = new Parameters();
      await db.query(insertSql(shape, scope.projectId, records, parameters), parameters.values);
    },
    async update(db, scope, records) {
      if (records.length === 0) return;
      const parameters = new Parameters();
      await db.query(updateSql(shape, scope.projectId, records, parameters), parameters.values);
    },
    async remove(db, scope, ids) {
      if (ids.length === 0) return;
      const parameters = new Parameters();
      const where = byIdsSql(shape, scope.projectId, ids, parameters);
      await db.query(`DELETE FROM ${tableSql(shape)} t WHERE ${where}`, parameters.values);
    },
  };
}

function keysOf(keys: readonly HostKey[], record: RecordFields): MatchKey[] {
  return keys.flatMap((key) => keyOf(key, record) ?? []);
}

/** The table so that its records can be listed. */
function listedIn(shape: HostShape): ListedTable | null {
  const [first, ...rest] = shape.id.map(({ column }) => ({ column: columnSql(column), type: column.bare }));
  if (first === undefined) return null;
  const { tenant } = shape;
  return {
    from: `${tableSql(shape)} t`,
    key: [first, ...rest],
    tenant: tenant && { column: columnSql(tenant.column), type: tenant.column.bare, valueFor: tenant.valueOf },
    fields: shape.fields.map(({ field, form, conversion }) => listedField(field, form, conversion)),
  };
}

function fixedIn<R extends RecordFields>({ match }: HostDescription<R>, { id }: HostShape) {
  return id.flatMap(({ field }) =>
    field === null ? [] : [{ field, ignoreCase: match.ignoreCase && match.fields.includes(field) }],
  );
}

function conversionIn({ fields }: HostShape): Conversion | null {
  const columns = fields.flatMap(({ field, form, conversion }) =>
    conversion === null ? [] : [{ field, column: form, conversion }],
  );
  if (columns.length === 0) return null;
  const numbers = new Set(
    columns.flatMap(({ field, column, conversion }) =>
      conversion.category === 'N' && column.type === 'text' ? [field] : [],
    ),
  );
  return {
    fields: columns.map(({ field }) => field),
    same: (field, a, b) => numbers.has(field) && numberText(a) === numberText(b),
    convert: (db, values) => convertValues(db, columns, values),
  };
}

function numberText(value: Json): string {
  return plainNumber(String(value));
}

function whereSql(
  shape: HostShape,
  keys: ReadonlyMap<string, HostKey>,
  { projectId }: RecordScope,
  wanted: readonly MatchKey[],
  parameters: Parameters,
): string {
  const conditions: string[] = [];
  const searches: string[] = [];
  for (const [name, own] of Map.groupBy(wanted, ({ key }) => key)) {
    const key = keys.get(name);
    if (key === undefined) throw new Error(`The table "${shape.table.name}" has no key "${name}".`);
    const found = searchSql(shape, projectId, key, own, parameters);
    if ('condition' in found) conditions.push(found.condition);
    else searches.push(found.ids);
  }
  const own = tenantSql(shape, projectId, parameters);
  const either = `${own} AND (${conditions.join(' OR ')})`;
  if (searches.length === 0) return either;
  if (conditions.length > 0) searches.push(`(SELECT ${idColumnsSql(shape)} FROM ${tableSql(shape)} t WHERE ${either})`);
  return `(${own}) IS TRUE AND ${inIds(shape, searches.join(' UNION ALL '))}`;
}

function inIds(shape: HostShape, ids: string): string {
  const [only] = shape.id;
  if (only !== undefined && shape.id.length === 1) return `${columnSql(only.column)} = ANY(ARRAY(${ids}))`;
  return `(${idColumnsSql(shape)}) IN (${ids})`;
}

async function read<R extends RecordFields>(
  db: Db,
  shape: HostShape,
  where: string,
  parameters: Parameters,
  lock: boolean,
): Promise<StoredRecord<R>[]> {
  const ids = shape.id.map(({ column }, index) => `${columnSql(column)}::text AS k${index}`);
  const fields = shape.fields.map(({ form, column, conversion }, index) => {
    return `${readSql(form, columnSql(column), conversion)} AS f${index}`;
  });
  const locking = lock && shape.table.canLock ? ' FOR UPDATE OF t' : '';
  const rows = await db.query<{ readonly [name: string]: Json }>(
    `SELECT ${[...ids, ...fields].join(', ')} FROM ${tableSql(shape)} t WHERE ${where}
      ORDER BY ${idColumnsSql(shape)}${locking}`,
    parameters.values,
  );
  return rows.map((row) => {
    const entries = shape.fields.map(({ field }, index) => [field, row[`f${index}`] ?? null]);
    const id = idText(shape.id.map((_, index) => String(row[`k${index}`])));
    // The database is foreign to the type system: that its columns hold the fields is what the description says.
    return { id, fields: Object.fromEntries(entries) as R };
  });
}
