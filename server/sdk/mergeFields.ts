import { sameValue } from './canonical.ts';
import type { MergePolicy } from './importer.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { RecordFields } from './records.ts';

/** Says nothing: null, an empty text, list or object. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/**
 * The usual merge of an importer. UPDATE: what comes replaces what is there, except that an empty value never erases.
 * ENRICH: what comes fills only what is empty. Objects (addresses, metadata) are merged name by name by the same rule;
 * lists are values as a whole. Gives back `current` itself when nothing changes.
 */
export function mergeFields<R extends RecordFields>(current: R, incoming: Partial<R>, policy: MergePolicy): R {
  // A merge has the names of both and each value comes from one of them, which the type of a JSON object cannot say.
  return mergeObjects(current, incoming, policy) as R;
}

function mergeObjects(
  current: JsonObject,
  incoming: { readonly [name: string]: Json | undefined },
  policy: MergePolicy,
): JsonObject {
  const changes: [string, Json][] = [];
  for (const name of Object.keys(incoming)) {
    const before = Object.hasOwn(current, name) ? current[name] : undefined;
    const after = mergeValue(before, incoming[name], policy);
    if (after === undefined || (before !== undefined && sameValue(after, before))) continue;
    changes.push([name, after]);
  }
  // Not by assignment: a column may be called __proto__.
  return changes.length === 0 ? current : { ...current, ...Object.fromEntries(changes) };
}

function mergeValue(current: Json | undefined, incoming: Json | undefined, policy: MergePolicy): Json | undefined {
  if (incoming === undefined) return current;
  if (isEmpty(incoming)) return current === undefined ? incoming : current;
  if (isEmpty(current)) return incoming;
  if (isObject(current) && isObject(incoming)) return mergeObjects(current, incoming, policy);
  return policy === 'UPDATE' ? incoming : current;
}
