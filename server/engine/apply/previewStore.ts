import type { AnyImporter } from '../../sdk/importer.ts';
import type { Db, MatchKey, RecordFields, RecordScope, StoredRecord } from '../../sdk/records.ts';
import { findPreviews, findPreviewsByIds, savePreviews } from '../store/previews.ts';

type AnyStore = AnyImporter['store'];
type AnyRecord = StoredRecord<RecordFields>;

/**
 * An importer's store as a dry run sees it: what the run would have written lies over the real records, which are read
 * and neither written nor locked.
 */
export function previewStore(real: AnyStore): AnyStore {
  const load = async (db: Db, scope: RecordScope, keys: readonly MatchKey[]): Promise<AnyRecord[]> => {
    const records: AnyRecord[] = await real.load(db, scope, keys, { lock: false });
    const previews = await findPreviews(db, scope.importId, keys, real.most ?? {});
    const hidden = await findPreviewsByIds(
      db,
      scope.importId,
      records.map(({ id }) => id),
    );
    // A real record that this run changed is found by the keys that it would have now, and by no others.
    return byId([...records.filter(({ id }) => !hidden.has(id)), ...previews]);
  };

  const save = (db: Db, scope: RecordScope, records: readonly AnyRecord[]): Promise<void> =>
    savePreviews(
      db,
      scope.importId,
      records.map(({ id, fields }) => ({ id, fields, keys: real.keysOf(fields) })),
    );

  return {
    ...real,
    // A dry run takes no number of a sequence: what each record has of its own is not foretold.
    ...(real.supplies
      ? { supplies: { ...real.supplies, fields: real.supplies.fields.filter(({ each }) => !each) } }
      : {}),
    load,
    loadByIds: async (db, scope, ids) => {
      const previews = await findPreviewsByIds(db, scope.importId, ids);
      // What the run would have made has no id that the real table could take.
      const others = ids.filter((id) => !previews.has(id));
      const records: AnyRecord[] = await real.loadByIds(db, scope, others, { lock: false });
      return byId([...records, ...previews.values()]);
    },
    insert: save,
    update: save,
    remove: async () => {
      throw new Error('A dry run removes nothing.');
    },
  };
}

function byId(records: readonly AnyRecord[]): AnyRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
