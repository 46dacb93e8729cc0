import type { AnyImporter } from '../../sdk/importer.ts';
import type { Db, RecordFields, RecordScope } from '../../sdk/records.ts';
import type { Folded } from './fold.ts';

/**
 * Gives the records that a fold made the ids of their table: those that its sequence or default gives, an author's, or
 * the fields themselves. The fold knows them by UUIDs, which stay where a store has no ids of its own, and in a dry run:
 * it takes no number of a sequence. Asked before the insert, for as many as are inserted and no more.
 */
export async function assignIds(
  tx: Db,
  { store, scope }: { readonly store: AnyImporter['store']; readonly scope: RecordScope },
  folded: Folded,
): Promise<Folded> {
  const { inserted } = folded;
  if (!store.newIds || inserted.length === 0) return folded;
  const ids = await store.newIds(
    tx,
    scope,
    inserted.map(({ fields }): RecordFields => fields),
  );
  const idOf = new Map(inserted.map(({ id }, index) => [id, ids[index] ?? id]));
  return {
    ...folded,
    inserted: inserted.map((record) => ({ ...record, id: idOf.get(record.id) ?? record.id })),
    entries: folded.entries.map((entry) => ({ ...entry, recordId: idOf.get(entry.recordId) ?? entry.recordId })),
  };
}
