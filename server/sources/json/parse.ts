import { isTooDeep, type Json, MAX_JSON_LEVELS } from '../../sdk/json.ts';

/** Integers of so many digits may not survive as numbers. */
const longInteger = /\d{16}/;

/**
 * JSON.parse, except that an integer beyond what a number holds exactly (an id of 19 digits) becomes the string that
 * stands there. Throws SyntaxError, for more than MAX_JSON_LEVELS too.
 */
export function parseJson(text: string): Json {
  const plain: Json = JSON.parse(text);
  // Before a reviver, which calls itself.
  if (isTooDeep(plain)) throw new SyntaxError(TOO_DEEP);
  return longInteger.test(text) ? JSON.parse(text, keepLongIntegers) : plain;
}

export const TOO_DEEP = `it has more than ${MAX_JSON_LEVELS} levels`;

/** A number as it stands in a text, as a string where a number would change it. */
export function exactNumber(source: string): number | string {
  const number = Number(source);
  return /^-?\d+$/.test(source) && !Number.isSafeInteger(number) ? source : number;
}

function keepLongIntegers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? exactNumber(context.source) : value;
}
