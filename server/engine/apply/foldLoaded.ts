import type { AnyImporter, DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db, RecordFields, RecordScope, StoredRecord } from '../../sdk/records.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import { Conversions } from './conversions.ts';
import { type Folded, fold, keysOf } from './fold.ts';
import { keyText } from './recordIndex.ts';

export interface FoldRules {
  readonly scope: RecordScope;
  readonly importer: AnyImporter;
  readonly store: AnyImporter['store'];
  readonly policy: DuplicatePolicy;
  readonly options: JsonObject;
}

/**
 * Loads the records that the rows can find and folds the rows over them. Where that gives a record a unique value that
 * nobody asked for yet, whoever holds it is loaded too and the rows are folded anew: so each row is judged by the
 * records as they stood before it, while the database sees only what is saved in the end.
 */
export async function foldLoaded(
  db: Db,
  { scope, importer, store, policy, options }: FoldRules,
  rows: readonly PreparedRow[],
  { lock }: { readonly lock: boolean },
): Promise<Folded> {
  const asked = new Set<string>();
  const records = new Map<string, StoredRecord<RecordFields>>();
  const conversions = new Conversions(store);
  let wanted = keysOf(importer, options, rows);
  let folded: Folded | null = null;
  for (;;) {
    for (const key of wanted) asked.add(keyText(key));
    const known = records.size;
    const found = wanted.length === 0 ? [] : await store.load(db, scope, wanted, { lock });
    for (const record of found) records.set(record.id, record);
    // Nobody holds those values: what was folded stands.
    if (folded && records.size === known) return folded;
    do folded = fold(importer, policy, options, [...records.values()], rows, conversions);
    while (await conversions.learn(db));
    wanted = folded.uniqueKeys.filter((key) => !asked.has(keyText(key)));
    if (wanted.length === 0) return folded;
  }
}
