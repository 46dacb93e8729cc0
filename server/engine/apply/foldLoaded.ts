import type { Db, RecordFields, RecordScope, StoredRecord } from '../../sdk/records.ts';
import type { PreparedRow } from '../model/preparedRow.ts';
import { Conversions } from './conversions.ts';
import { type Folded, fold, keysOf, type Learned } from './fold.ts';
import { type FoldRules, keyText } from './recordIndex.ts';
import { SuppliedValues } from './suppliedValues.ts';

export interface LoadRules extends FoldRules {
  readonly scope: RecordScope;
}

/**
 * Loads the records that the rows can find and folds the rows over them. Where that gives a record a unique value that
 * nobody asked for yet, whoever holds it is loaded too and the rows are folded anew: so each row is judged by the
 * records as they stood before it, while the database sees only what is saved in the end.
 */
export async function foldLoaded(
  db: Db,
  rules: LoadRules,
  rows: readonly PreparedRow[],
  { lock }: { readonly lock: boolean },
): Promise<Folded> {
  const { scope, store } = rules;
  const asked = new Set<string>();
  const records = new Map<string, StoredRecord<RecordFields>>();
  const learned = { conversions: new Conversions(store), supplied: new SuppliedValues(store) };
  let wanted = keysOf(rules, rows);
  let folded: Folded | null = null;
  for (;;) {
    for (const key of wanted) asked.add(keyText(key));
    const known = records.size;
    const found = wanted.length === 0 ? [] : await store.load(db, scope, wanted, { lock });
    for (const record of found) records.set(record.id, record);
    // Nobody holds those values: what was folded stands.
    if (folded && records.size === known) return folded;
    do folded = fold(rules, [...records.values()], rows, learned);
    while (await learn(db, learned));
    wanted = folded.uniqueKeys.filter((key) => !asked.has(keyText(key)));
    if (wanted.length === 0) return folded;
  }
}

/** Asks the database for all that a fold did not know. False where that was nothing. */
async function learn(db: Db, { conversions, supplied }: Learned): Promise<boolean> {
  const converted = await conversions.learn(db);
  return (await supplied.learn(db)) || converted;
}
