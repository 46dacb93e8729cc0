import { message, messageText, plainMessage } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { isTooDeep, type Json, MAX_JSON_LEVELS } from '../../sdk/json.ts';

/** Integers of so many digits may not survive as numbers. */
const LONG = 16;
/** A number that begins with so many digits, whatever it goes on with. */
const LONG_NUMBER = /(?<![\d.eE+-])-?\d{16}[\d.eE+-]*/g;

/**
 * JSON.parse, except that an integer beyond what a number holds exactly (an id of 19 digits) becomes the string that
 * stands there. Throws SyntaxError, for more than MAX_JSON_LEVELS too.
 */
export function parseJson(text: string): Json {
  const plain: Json = JSON.parse(text);
  if (isTooDeep(plain)) throw new JsonTooDeep();
  const exact = withExactIntegers(text);
  return exact === text ? plain : JSON.parse(exact);
}

const TOO_DEEP = message('JSON_TOO_DEEP', { limit: MAX_JSON_LEVELS });

export class JsonTooDeep extends SyntaxError {
  override readonly name = 'JsonTooDeep';

  constructor() {
    super(messageText(TOO_DEEP));
  }
}

/** Why a text is no JSON, as a part of a sentence; what the parser says is English. */
export function jsonError(error: unknown): Message {
  if (error instanceof JsonTooDeep) return TOO_DEEP;
  return plainMessage(error instanceof Error ? error.message : String(error));
}

/** A number as it stands in a text, as a string where a number would change it. */
export function exactNumber(source: string): number | string {
  const number = Number(source);
  return /^-?\d+$/.test(source) && !Number.isSafeInteger(number) ? source : number;
}

/**
 * A text that is JSON, with quotes around its long integers. A reviver would do the same, and take 40 s over 8 MiB of
 * short numbers.
 */
function withExactIntegers(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    // What is between two texts is mostly a sign or two.
    const between = end - at < LONG ? '' : text.slice(at, end);
    const exact = between.replace(LONG_NUMBER, (number) =>
      typeof exactNumber(number) === 'string' ? `"${number}"` : number,
    );
    if (exact !== between) {
      parts.push(text.slice(kept, at), exact);
      kept = end;
    }
    at = quote < 0 ? end : endOfText(text, quote) + 1;
  }
  return parts.length === 0 ? text : [...parts, text.slice(kept)].join('');
}

/** Index of the quote that closes the text which is opened there. */
function endOfText(json: string, open: number): number {
  let end = json.indexOf('"', open + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

/** Behind an odd number of backslashes. */
function isEscaped(json: string, at: number): boolean {
  let start = at;
  while (json[start - 1] === '\\') start -= 1;
  return (at - start) % 2 === 1;
}
