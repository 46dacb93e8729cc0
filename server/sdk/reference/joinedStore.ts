import type { Db, RecordFields, RecordStore, StoredRecord } from '../records.ts';
import { type JoinName, type OpenJoin, readJoin, readJoined, removeJoined, writeJoined } from './store/joinTable.ts';

/** A field whose list is kept in a join table. */
export interface JoinedField extends JoinName {
  readonly field: string;
}

type Open = JoinedField & { readonly table: OpenJoin };

/** A store whose records also hold what join tables say of them: lists of keys, each a field of the record. */
export function joinedStore<R extends RecordFields>(
  store: RecordStore<R>,
  fields: readonly JoinedField[],
): RecordStore<R> {
  if (fields.length === 0) return store;
  return {
    ...store,
    async open(db) {
      const own = (await store.open?.(db)) ?? store;
      const joins: Open[] = [];
      for (const field of fields) {
        const table = await readJoin(db, field);
        if (table === null || typeof table === 'string') {
          throw new Error(table ?? `there is no table "${field.join.table}"`);
        }
        joins.push({ ...field, table });
      }
      return storeOver(own, joins);
    },
  };
}

function storeOver<R extends RecordFields>(own: RecordStore<R>, joins: readonly Open[]): RecordStore<R> {
  const withLists = async (db: Db, records: StoredRecord<R>[]): Promise<StoredRecord<R>[]> => {
    const ids = records.map(({ id }) => id);
    const lists: (readonly [string, ReadonlyMap<string, readonly string[]>])[] = [];
    if (ids.length > 0) for (const { field, table } of joins) lists.push([field, await readJoined(db, table, ids)]);
    return records.map((record) => {
      const joined = lists.map(([field, keys]) => [field, keys.get(record.id) ?? []] as const);
      return { id: record.id, fields: { ...record.fields, ...Object.fromEntries(joined) } };
    });
  };
  const writeLists = async (db: Db, projectId: string, records: readonly StoredRecord<R>[]): Promise<void> => {
    for (const { field, table } of joins) {
      const joined = records.map(({ id, fields }) => ({ id, keys: keysIn(fields[field]) }));
      await writeJoined(db, table, projectId, joined);
    }
  };
  return {
    ...own,
    load: async (db, scope, keys, options) => withLists(db, await own.load(db, scope, keys, options)),
    loadByIds: async (db, scope, ids, options) => withLists(db, await own.loadByIds(db, scope, ids, options)),
    async insert(db, scope, records) {
      await own.insert(db, scope, records);
      await writeLists(db, scope.projectId, records);
    },
    async update(db, scope, records) {
      await own.update(db, scope, records);
      await writeLists(db, scope.projectId, records);
    },
    async remove(db, scope, ids) {
      for (const { table } of joins) if (ids.length > 0) await removeJoined(db, table, ids);
      await own.remove(db, scope, ids);
    },
  };
}

function keysIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}
