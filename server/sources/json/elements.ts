import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { message } from '../../messages/catalogue.ts';
import { type Json, MAX_JSON_LEVELS } from '../../sdk/json.ts';
import { maxColumns } from '../shared/limits.ts';
import { SourceError } from '../types.ts';
import { exactNumber, JsonTooDeep, jsonError } from './parse.ts';

/** Keeps integers that a number cannot hold. The library allows it and its type does not. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(source: string): number {
    return exactNumber(source) as number;
  }
}

/**
 * The elements of a JSON text's array, as its bytes come: of the array that it is, or of the only array among the
 * members of the object that it is. Throws SourceError BAD_JSON, SEVERAL_ARRAYS, TOO_MANY_COLUMNS. Levels and keys are
 * counted as they come: 8 MiB of either take the library half a minute.
 */
export class ElementParser {
  readonly #tokenizer = new ExactTokenizer();
  readonly #parser: TokenParser;
  #elements: Json[] = [];
  #member: string | null = null;
  readonly #rowLevel: number;
  #level = 0;
  #keys = 0;
  #rows = 0;

  /** `isArray`: whether the text is an array; else it is an object. */
  constructor(isArray: boolean) {
    // keepStack off: what was given out is forgotten, so that memory does not grow with the text.
    const parser = new TokenParser({ paths: [isArray ? '$.*' : '$.*.*'], keepStack: false });
    this.#parser = parser;
    this.#rowLevel = isArray ? 2 : 3;
    this.#tokenizer.onToken = (token) => {
      this.#count(token.token);
      parser.write(token);
    };
    parser.onValue = ({ value, parent, stack }) => {
      if (!Array.isArray(parent)) return;
      if (!isArray) this.#holdMember(String(stack[1]?.key));
      this.#rows += 1;
      this.#keys = 0;
      this.#elements.push(value as Json);
    };
  }

  /** The elements that end within these bytes. */
  write(bytes: Buffer): readonly Json[] {
    this.#elements = [];
    try {
      this.#tokenizer.write(bytes);
    } catch (error) {
      throw badJson(error);
    }
    return this.#elements;
  }

  /** Throws where the text ends in its middle. */
  end(): void {
    try {
      this.#tokenizer.end();
      if (!this.#parser.isEnded) this.#parser.end();
    } catch (error) {
      throw badJson(error);
    }
  }

  #count(token: TokenType): void {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.#level += 1;
    else if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#level -= 1;
    else if (token === TokenType.COLON && this.#level === this.#rowLevel) this.#keys += 1;
    // An element is one level below the array that it is in.
    if (this.#level >= this.#rowLevel + MAX_JSON_LEVELS) throw new JsonTooDeep();
    if (this.#keys > maxColumns) throw tooManyKeys(this.#rows + 1);
  }

  #holdMember(member: string): void {
    this.#member ??= member;
    if (member === this.#member) return;
    throw new SourceError(message('SEVERAL_ARRAYS', { one: this.#member, other: member }));
  }
}

/** Of the objects up to that row, or of it alone. */
export function tooManyKeys(row: number): SourceError {
  return new SourceError(
    message('TOO_MANY_COLUMNS', { cause: message('JSON_TOO_MANY_KEYS', { line: row, limit: maxColumns }) }),
  );
}

function badJson(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const cause = message('JSON_BROKEN', { cause: jsonError(error) });
  return new SourceError(message('BAD_JSON', { cause }), { cause: error });
}
