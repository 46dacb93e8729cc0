/**
 * Where cells end after which a record is known not to be closed, as bytes of the whole text. Any record that gets to
 * such a place ends as badly. Without this, a text of lines like `x","y` would be read to its end from each of its lines.
 */
export class UnclosedCells {
  readonly #ends = new Set<number>();
  #last = 0;

  has(end: number): boolean {
    return this.#ends.has(end);
  }

  /** `ends` of a record's cells, relative to `from`. */
  add(ends: readonly number[], from: number): void {
    for (const end of ends) this.#ends.add(from + end);
    this.#last = Math.max(this.#last, from + (ends.at(-1) ?? 0));
  }

  /** Nothing before `at` will be asked for. */
  forget(at: number): void {
    if (at > this.#last) this.#ends.clear();
  }
}
