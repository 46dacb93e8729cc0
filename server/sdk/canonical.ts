import { isObject, type Json, type JsonObject } from './json.ts';

/** JSON with the names of every object in code unit order and no white space: equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  let members = '';
  for (const name of Object.keys(value).sort()) {
    members += `${members === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`;
  }
  return `{${members}}`;
}

/** Deep equality of JSON values; neither the order of names in an object counts, nor how letters are composed. */
export function sameValue(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a === 'string') return typeof b === 'string' && isComposedAlike(a, b);
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  return isObject(a) && isObject(b) && sameObject(a, b);
}

/** Longer texts are compared as they are: composing takes quadratic time over combining marks in a row. */
const COMPOSED = 10_000;

function isComposedAlike(a: string, b: string): boolean {
  return a.length <= COMPOSED && b.length <= COMPOSED && a.normalize() === b.normalize();
}

function sameList(a: readonly Json[], b: readonly Json[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index] ?? null));
}

function sameObject(a: JsonObject, b: JsonObject): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameValue(a[name] ?? null, b[name] ?? null));
}
