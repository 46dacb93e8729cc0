/** What JSON can say. A cell of a CSV is always a string; other sources may carry any of these. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** An object of names and values: no list, no null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The most levels of a value that is taken in: what writes JSON, and much else, calls itself once for each. */
export const MAX_JSON_LEVELS = 100;

/** Whether lists and objects are in each other for more than MAX_JSON_LEVELS. */
export function isTooDeep(value: unknown, levels = MAX_JSON_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const inner of Object.values(value)) if (isTooDeep(inner, levels - 1)) return true;
  return false;
}
