import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { sameValue } from '../../sdk/canonical.ts';
import type { Json } from '../../sdk/json.ts';
import type { RecordFields } from '../../sdk/records.ts';
import type { RecordHistoryEntry } from '../model/provenance.ts';

/** How a record goes back to what it was before an import, or why it stays. */
export type Reversal =
  | { readonly kind: 'remove' }
  | { readonly kind: 'restore'; readonly fields: RecordFields }
  /** What the import made is gone already. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'keep'; readonly reason: Message };

/**
 * Decides from the record as it is now (undefined: no longer there), what the import did to it in the order of
 * importRun, and whether another import that stands touched it since. A field that the import wrote and that holds
 * something else now keeps the record, whoever wrote it.
 */
export function reversalOf(
  current: RecordFields | undefined,
  entries: readonly RecordHistoryEntry[],
  changedSince: boolean,
): Reversal {
  const created = entries[0]?.outcome === 'CREATED';
  if (current === undefined) {
    return created ? { kind: 'gone' } : { kind: 'keep', reason: message('RECORD_GONE') };
  }
  const before = new Map<string, Json>();
  const after = new Map<string, Json>();
  for (const { changes } of entries) {
    for (const [field, [old, now]] of Object.entries(changes)) {
      if (!before.has(field)) before.set(field, old);
      after.set(field, now);
    }
  }
  // A creation wrote every field, the empty ones too.
  const written = created ? Object.keys(current) : [...after.keys()];
  const edited = written.filter((field) => !sameValue(current[field] ?? null, after.get(field) ?? null));
  if (edited.length > 0) return { kind: 'keep', reason: message('RECORD_CHANGED', { fields: edited.sort() }) };
  if (changedSince) return { kind: 'keep', reason: message('RECORD_CHANGED_BY_LATER_IMPORT') };
  return created ? { kind: 'remove' } : { kind: 'restore', fields: { ...current, ...Object.fromEntries(before) } };
}
