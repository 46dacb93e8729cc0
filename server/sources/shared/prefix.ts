import { createHash } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import type { Json } from '../../sdk/json.ts';
import { type Position, SourceError } from '../types.ts';

/**
 * For a reader that cannot seek, and so reads again what it gave before: counts those rows off and sees that they are
 * the same. Rows that were imported and rows that follow would else be of two different sources.
 */
export class Prefix {
  readonly #from: Position;
  readonly #hash = createHash('sha256');
  #row = 0;

  constructor(from: Position | null) {
    this.#from = from ?? { row: 0, byte: 0, line: null };
  }

  /** True for a row that an earlier read has given. Throws SourceError SOURCE_CHANGED at the last of them. */
  has(row: Json): boolean {
    this.#hash.update(`${JSON.stringify(row)}\n`);
    this.#row += 1;
    const { row: last, prefix } = this.#from;
    if (this.#row === last && prefix !== undefined && prefix !== this.mark()) throw changed(last);
    return this.#row <= last;
  }

  /** Whether what comes next was read before too. */
  get isBehind(): boolean {
    return this.#row < this.#from.row;
  }

  /** What tells all rows so far from any others: a Position's `prefix`. */
  mark(): string {
    return this.#hash.copy().digest('base64');
  }

  /** Throws SOURCE_CHANGED where the source ends before the rows that an earlier read has given. */
  end(): void {
    if (this.#row < this.#from.row) throw changed(this.#from.row);
  }
}

function changed(rows: number): SourceError {
  return new SourceError(message('SOURCE_CHANGED', { cause: message('SOURCE_CHANGED_SINCE', { rows }) }));
}
