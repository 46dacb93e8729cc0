import { Tokenizer, TokenParser } from '@streamparser/json';
import { isTooDeep, type Json } from '../../sdk/json.ts';
import { SourceError } from '../types.ts';
import { exactNumber, TOO_DEEP } from './parse.ts';

/** Keeps integers that a number cannot hold. The library allows it and its type does not. */
class ExactTokenizer extends Tokenizer {
  protected override parseNumber(source: string): number {
    return exactNumber(source) as number;
  }
}

/**
 * The elements of a JSON text's array, as its bytes come: of the array that it is, or of the only array among the
 * members of the object that it is. Throws SourceError BAD_JSON, SEVERAL_ARRAYS.
 */
export class ElementParser {
  readonly #tokenizer = new ExactTokenizer();
  readonly #parser: TokenParser;
  #elements: Json[] = [];
  #member: string | null = null;

  /** `isArray`: whether the text is an array; else it is an object. */
  constructor(isArray: boolean) {
    // keepStack off: what was given out is forgotten, so that memory does not grow with the text.
    const parser = new TokenParser({ paths: [isArray ? '$.*' : '$.*.*'], keepStack: false });
    this.#parser = parser;
    this.#tokenizer.onToken = (token) => parser.write(token);
    parser.onValue = ({ value, parent, stack }) => {
      if (!Array.isArray(parent)) return;
      if (!isArray) this.#holdMember(String(stack[1]?.key));
      if (isTooDeep(value)) throw new SyntaxError(TOO_DEEP);
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

  #holdMember(member: string): void {
    this.#member ??= member;
    if (member === this.#member) return;
    throw new SourceError(
      'SEVERAL_ARRAYS',
      `The JSON has several arrays ("${this.#member}", "${member}"). Give one array of objects, or an object with one array.`,
    );
  }
}

function badJson(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceError('BAD_JSON', `The file is no JSON from some place on: ${reason}`, { cause: error });
}
