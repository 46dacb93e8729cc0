/** How much is scanned at once, in bytes. */
const windowBytes = 256 * 1024;

/**
 * Joins pieces to windows for a scan. What it leaves over stands at the start of the next window, which is then
 * at least twice as long, so that a row of megabytes is looked at a few times only.
 */
export class WindowFeed {
  readonly #pieces: AsyncIterator<Buffer>;
  #final = false;

  constructor(pieces: AsyncIterator<Buffer>) {
    this.#pieces = pieces;
  }

  /** Nothing comes after the last window. */
  get final(): boolean {
    return this.#final;
  }

  /** The next window, beginning with what the last scan left over. */
  async next(rest: Buffer): Promise<Buffer> {
    const wanted = Math.max(windowBytes, 2 * rest.length);
    const parts: Buffer[] = [rest];
    let length = rest.length;
    while (length < wanted && !this.#final) {
      const { done, value } = await this.#pieces.next();
      if (done) this.#final = true;
      else {
        parts.push(value);
        length += value.length;
      }
    }
    return Buffer.concat(parts, length);
  }

  /** Closes the source, when a reader stops before its end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }
}
