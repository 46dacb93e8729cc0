import {
  type CatalogueColumn,
  type ConvertedColumn,
  conversionOf,
  convertValues,
  readCatalogue,
  readSql,
  writeSql,
} from './hostTable/tableColumns.ts';
import type { Json } from './json.ts';
import { listedTable, recordFields } from './listing/listedTable.ts';
import type { Db, MatchKey, RecordFields, RecordStore, StoredRecord } from './records.ts';
import { quote, type TableColumn, type TableDescription, type TableKey } from './tableDescription.ts';

/**
 * `IS TRUE` keeps the project's index out of it: in a table that has grown since it was last analysed the planner
 * would rather read the whole project than look up the ids (measured at 100,000 contacts: 116 ms against 38 ms).
 */
const BY_IDS = '(project_id = $1::text) IS TRUE AND id = ANY($2::uuid[])';

/** By the name of a column, for those whose values Postgres converts. */
type Conversions = ReadonlyMap<string, CatalogueColumn>;

/**
 * A store for records that are the rows of one table. Every call is one statement, however many records. Where columns
 * are of other types than described, `open` makes the store that reads, writes and compares by them.
 */
export function tableStore<R extends RecordFields>(table: TableDescription<R>): RecordStore<R> {
  const asDescribed = storeOver(table, new Map());
  /** Of a store that an author made of this one, methods of their own stay. */
  const replaced = (store: RecordStore<R>, opened: RecordStore<R>): Partial<RecordStore<R>> => {
    const names = new Set(Object.keys(asDescribed) as (keyof RecordStore<R>)[]);
    const entries = Object.entries(opened).filter(([name]) => {
      const key = name as keyof RecordStore<R>;
      return !names.has(key) || store[key] === asDescribed[key];
    });
    return Object.fromEntries(entries);
  };
  return {
    ...asDescribed,
    async open(this: RecordStore<R>, db) {
      const catalogue = await readCatalogue(db, table.table);
      const conversions = Object.values(table.columns).flatMap((column: TableColumn) => {
        const conversion = conversionOf(column, catalogue.get(column.column));
        return conversion === null ? [] : [[column.column, conversion] as const];
      });
      return conversions.length === 0 ? this : { ...this, ...replaced(this, storeOver(table, new Map(conversions))) };
    },
  };
}

function storeOver<R extends RecordFields>(table: TableDescription<R>, conversions: Conversions): RecordStore<R> {
  const fields = Object.keys(table.columns);
  const select = selectSql(table, conversions);
  const insert = insertSql(table, conversions);
  const update = updateSql(table, conversions);
  const keys = Object.entries(table.keys);
  const uniqueKeys = keys.filter(([, { unique }]) => unique);
  const most = Object.fromEntries(keys.flatMap(([key, rules]) => (rules.most ? [[key, rules.most]] : [])));

  return {
    type: table.type,
    listed: { fields: recordFields(table.columns), table: listedTable(table, conversions) },
    ...conversionsOf(table, conversions),
    keysOf: (record) => keysOf(keys, record),
    uniqueKeysOf: (record) => keysOf(uniqueKeys, record),
    most,
    async load(db, scope, wanted, { lock }) {
      if (wanted.length === 0) return [];
      const { where, values } = findByKeys(table, wanted, conversions);
      return read(db, fields, `${select} WHERE ${where} ORDER BY id${lock ? ' FOR UPDATE' : ''}`, [
        scope.projectId,
        ...values,
      ]);
    },
    async loadByIds(db, scope, ids, { lock }) {
      if (ids.length === 0) return [];
      return read(db, fields, `${select} WHERE ${BY_IDS} ORDER BY id${lock ? ' FOR UPDATE' : ''}`, [
        scope.projectId,
        ids,
      ]);
    },
    async insert(db, scope, records) {
      if (records.length === 0) return;
      const stamp = table.stamps?.importId === undefined ? [] : [scope.importId];
      await db.query(insert, [scope.projectId, ...lists(table, fields, records), ...stamp]);
    },
    async update(db, scope, records) {
      if (records.length === 0) return;
      await db.query(update, [scope.projectId, ...lists(table, fields, records)]);
    },
    async remove(db, scope, ids) {
      if (ids.length === 0) return;
      await db.query(`DELETE FROM ${quote(table.table)} WHERE ${BY_IDS}`, [scope.projectId, ids]);
    },
  };
}

function conversionsOf<R extends RecordFields>(
  table: TableDescription<R>,
  conversions: Conversions,
): Pick<RecordStore<R>, 'conversion'> {
  const columns = Object.entries<TableColumn>(table.columns).flatMap(([field, column]): ConvertedColumn[] => {
    const conversion = conversions.get(column.column);
    return conversion === undefined ? [] : [{ field, column, conversion }];
  });
  if (columns.length === 0) return {};
  const fields = columns.map(({ field }) => field);
  return { conversion: { fields, convert: (db, values) => convertValues(db, columns, values) } };
}

function keysOf<R extends RecordFields>(keys: readonly (readonly [string, TableKey<R>])[], record: R): MatchKey[] {
  return keys.flatMap(([key, { value }]) => {
    const found = value(record);
    return found === null ? [] : [{ key, value: found }];
  });
}

/** Each row has `id` and the fields as f0, f1 ..., so that a field may have any name. */
function selectSql(table: TableDescription<RecordFields>, conversions: Conversions): string {
  const columns = Object.values(table.columns).map((column, index) => {
    return `${readSql(column, quote(column.column), conversionIn(conversions, column))} AS f${index}`;
  });
  return `SELECT ${['id', ...columns].join(', ')} FROM ${quote(table.table)}`;
}

function insertSql(table: TableDescription<RecordFields>, conversions: Conversions): string {
  const columns = Object.values(table.columns);
  const targets = ['id', 'project_id', ...columns.map(({ column }) => quote(column))];
  const written = columns.map((column, index) =>
    writeSql(column, fromList(column, index), conversionIn(conversions, column)),
  );
  const values = ['r.id', '$1::text', ...written];
  const { importedAt, importId } = table.stamps ?? {};
  if (importedAt !== undefined) {
    targets.push(quote(importedAt));
    values.push('now()');
  }
  if (importId !== undefined) {
    targets.push(quote(importId));
    values.push(`$${columns.length + 3}::uuid`);
  }
  return `INSERT INTO ${quote(table.table)} (${targets.join(', ')}) SELECT ${values.join(', ')} FROM ${unnest(columns)}`;
}

function updateSql(table: TableDescription<RecordFields>, conversions: Conversions): string {
  const columns = Object.values(table.columns);
  const sets = columns.map((column, index) => {
    const conversion = conversionIn(conversions, column);
    const value = writeSql(column, fromList(column, index), conversion);
    return `${quote(column.column)} = ${conversion ? unlessSame(column, conversion, fromList(column, index), value) : value}`;
  });
  if (table.stamps?.updatedAt !== undefined) sets.push(`${quote(table.stamps.updatedAt)} = now()`);
  return `UPDATE ${quote(table.table)} t SET ${sets.join(', ')} FROM ${unnest(columns)} WHERE t.id = r.id AND (t.project_id = $1::text) IS TRUE`;
}

/** A column may hold more than its field says, such as the time of a day: it keeps that while the field stays the same. */
function unlessSame(column: TableColumn, conversion: CatalogueColumn, given: string, value: string): string {
  const held = `t.${quote(column.column)}`;
  const asRead = column.type === 'uuid' ? `${given}::text` : readSql(column, given, null);
  return `CASE WHEN ${readSql(column, held, conversion)} IS NOT DISTINCT FROM ${asRead} THEN ${held} ELSE ${value} END`;
}

function conversionIn(conversions: Conversions, { column }: TableColumn): CatalogueColumn | null {
  return conversions.get(column) ?? null;
}

/**
 * $2 is the ids, $3 and on a list for each column. A list of jsonb goes as the lines of one text, where an empty one is
 * null: as items of an array, each of JSON's many quotes would have to be escaped.
 */
function unnest(columns: readonly TableColumn[]): string {
  const parameters = columns.map(({ type }, index) =>
    type === 'jsonb' ? `string_to_array($${index + 3}::text, E'\\n', '')` : `$${index + 3}::${type}[]`,
  );
  const names = columns.map((_, index) => `f${index}`);
  return `unnest(${['$2::uuid[]', ...parameters].join(', ')}) AS r(${['id', ...names].join(', ')})`;
}

function fromList({ type }: TableColumn, index: number): string {
  return type === 'jsonb' ? `r.f${index}::jsonb` : `r.f${index}`;
}

/** The ids, then each column's values: what `unnest` wants. */
function lists<R extends RecordFields>(
  table: TableDescription<R>,
  fields: readonly (keyof R & string)[],
  records: readonly StoredRecord<R>[],
): unknown[] {
  const columns = fields.map((field) => {
    const values = records.map((record) => record.fields[field] ?? null);
    if (table.columns[field].type !== 'jsonb') return values;
    return values.map((value) => (value === null ? '' : JSON.stringify(value))).join('\n');
  });
  return [records.map(({ id }) => id), ...columns];
}

/**
 * One indexed search for each key. `ARRAY(SELECT unnest(...))` and not the parameter itself: its length would be known
 * to the planner, which takes it for a reason to read the whole of a table that has grown since it was last analysed
 * (measured at 200,000 contacts and 500 keys: 64 ms against 6 ms).
 */
function findByKeys(
  table: TableDescription<RecordFields>,
  wanted: readonly MatchKey[],
  conversions: Conversions,
): { where: string; values: string[][] } {
  const byKey = Map.groupBy(wanted, ({ key }) => key);
  const found: string[] = [];
  const values: string[][] = [];
  const isLimited = Object.values(table.keys).some(({ most }) => most !== undefined);
  for (const [key, matches] of byKey) {
    const rules = table.keys[key];
    if (rules === undefined) throw new Error(`Store "${table.type}" has no key "${key}".`);
    values.push([...new Set(matches.map(({ value }) => value))]);
    const search = searchedSql(rules);
    const conversion = 'column' in rules ? conversions.get(rules.column) : undefined;
    const cast = conversion && conversion.category !== 'S' ? `::${conversion.bare}` : '';
    const list = `SELECT unnest($${values.length + 1}::text[])${cast}`;
    if (!isLimited) found.push(`${search} = ANY(ARRAY(${list}))`);
    else found.push(idsOf(table.table, search, list, limitOf(rules.most, wanted.length)));
  }
  // Ids first where the holders of a value are limited: one search for each value, which no list of values allows.
  const where = isLimited
    ? `(project_id = $1::text) IS TRUE AND id = ANY(ARRAY(${found.join(' UNION ALL ')}))`
    : `project_id = $1::text AND (${found.join(' OR ')})`;
  return { where, values };
}

/** What a key searches, as it stands in its index. */
export function searchedSql<R extends RecordFields>(key: TableKey<R>): string {
  return 'column' in key ? quote(key.column) : `(${key.expression})`;
}

/** How many of a crowd are read. */
export function limitOf(most: number | undefined, wanted: number): number | null {
  return most === undefined ? null : most + wanted + 1;
}

function idsOf(table: string, search: string, list: string, limit: number | null): string {
  const ids = `SELECT id FROM ${quote(table)} WHERE project_id = $1::text AND ${search}`;
  if (limit === null) return `(${ids} = ANY(ARRAY(${list})))`;
  return `(SELECT held.id FROM (${list} AS value) wanted CROSS JOIN LATERAL (${ids} = wanted.value LIMIT ${limit}) held)`;
}

async function read<R extends RecordFields>(
  db: Db,
  fields: readonly string[],
  text: string,
  values: readonly unknown[],
): Promise<StoredRecord<R>[]> {
  const rows = await db.query<{ readonly id: string; readonly [field: string]: Json }>(text, values);
  return rows.map((row) => {
    const entries = fields.map((field, index) => [field, row[`f${index}`] ?? null]);
    // The database is foreign to the type system: that its columns hold the fields is what the description says.
    return { id: row.id, fields: Object.fromEntries(entries) as R };
  });
}
