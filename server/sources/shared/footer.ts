import { message } from '../../messages/catalogue.ts';
import type { Position, SourceRow, SourceWarning } from '../types.ts';

/** More lines than this under a table are no footer, and waiting for its end would take memory. */
const maxFooterLines = 50;
const shownCharacters = 200;
export const FOOTER_IGNORED = 'FOOTER_IGNORED';

/** A record that may be a footer, as it came. */
export interface HeldRecord {
  readonly values: readonly string[];
  readonly line: number;
  /** Behind it; its row is not known yet. */
  readonly end: Position;
}

/**
 * Holds back what looks like a footer (a licence, a total: only the first cell filled, after a blank line) until it is
 * known whether rows follow it.
 */
export class FooterHold {
  readonly #columns: number;
  #held: HeldRecord[] = [];

  constructor(columns: number) {
    this.#columns = columns;
  }

  get isHolding(): boolean {
    return this.#held.length > 0;
  }

  /** Whether the record may belong to a footer. `afterBlank`: a blank line stands before it. */
  mayHold(values: readonly string[], afterBlank: boolean): boolean {
    if (values.length >= this.#columns || this.#held.length >= maxFooterLines) return false;
    if (!afterBlank && !this.isHolding) return false;
    return values[0]?.trim() !== '' && values.every((value, index) => index === 0 || value === '');
  }

  hold(record: HeldRecord): void {
    this.#held.push(record);
  }

  /** They were rows after all. */
  release(): readonly HeldRecord[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  /** The file ended: these were a footer. */
  get held(): readonly HeldRecord[] {
    return this.#held;
  }
}

/** Says which lines at the end of a file are left out as its footer. */
export function footerWarning(lines: readonly Pick<SourceRow, 'values' | 'line'>[]): SourceWarning | null {
  const line = lines[0]?.line;
  if (line == null) return null;
  const text = lines.map(({ values }) => values[0]).join(' / ');
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}...` : text;
  return { ...message(FOOTER_IGNORED, { line, text: shown }), count: lines.length };
}
