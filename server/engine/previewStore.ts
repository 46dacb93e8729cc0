import type { AnyImporter } from '../sdk/importer.ts';
import type { Db, MatchKey, RecordFields, RecordScope, StoredRecord } from '../sdk/records.ts';
import { UniqueConflict } from './faults.ts';
import { findPreviews, findPreviewsByIds } from './store/findPreviews.ts';
import { savePreviews } from './store/savePreviews.ts';

type AnyStore = AnyImporter['store'];
type AnyRecord = StoredRecord<RecordFields>;

/**
 * An importer's store as a dry run sees it: what the run would have written lies over the real records, which are read
 * and neither written nor locked. What a unique index would refuse is refused here too, so that the counts are those
 * of the import that follows.
 */
export function previewStore(real: AnyStore): AnyStore {
  const load = async (db: Db, scope: RecordScope, keys: readonly MatchKey[]): Promise<AnyRecord[]> => {
    const records: AnyRecord[] = await real.load(db, scope, keys, { lock: false });
    const previews = await findPreviews(db, scope.importId, keys);
    const hidden = await findPreviewsByIds(
      db,
      scope.importId,
      records.map(({ id }) => id),
    );
    // A real record that this run changed is found by the keys that it would have now, and by no others.
    return byId([...records.filter(({ id }) => !hidden.has(id)), ...previews]);
  };

  const save = async (db: Db, scope: RecordScope, records: readonly AnyRecord[]): Promise<void> => {
    const unique = records.flatMap(({ fields }) => real.uniqueKeysOf(fields));
    const holders = unique.length === 0 ? [] : await load(db, scope, unique);
    refuseConflicts(real, records, holders);
    await savePreviews(
      db,
      scope.importId,
      records.map(({ id, fields }) => ({ id, fields, keys: real.keysOf(fields) })),
    );
  };

  return {
    ...real,
    load,
    loadByIds: async (db, scope, ids) => {
      const previews = await findPreviewsByIds(db, scope.importId, ids);
      const records: AnyRecord[] = await real.loadByIds(db, scope, ids, { lock: false });
      return byId([...records.filter(({ id }) => !previews.has(id)), ...previews.values()]);
    },
    insert: save,
    update: save,
    remove: async () => {
      throw new Error('A dry run removes nothing.');
    },
  };
}

/**
 * Of a single row this is exactly what a unique index says. Of several it may refuse what the rows one by one would
 * not; then they are halved, as for a real refusal.
 */
function refuseConflicts(store: AnyStore, records: readonly AnyRecord[], holders: readonly AnyRecord[]): void {
  const owners = new Map<string, string>();
  for (const { id, fields } of [...holders, ...records]) {
    for (const { key, value } of store.uniqueKeysOf(fields)) {
      const name = `${key}=${value}`;
      const owner = owners.get(name);
      if (owner !== undefined && owner !== id) throw new UniqueConflict();
      owners.set(name, id);
    }
  }
}

function byId(records: readonly AnyRecord[]): AnyRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
