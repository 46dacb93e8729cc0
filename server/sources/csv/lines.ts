const lf = 10;
const cr = 13;

/**
 * Index after the last end of line in `limit` bytes from `start`, or the text's own end where it is `final` and nearer;
 * null where no line ends there. A CR that an LF may follow is no end yet.
 */
export function endOfLines(text: Buffer, start: number, limit: number, final: boolean): number | null {
  const end = start + limit;
  if (final && end >= text.length) return text.length;
  const piece = text.subarray(start, end);
  const lastLf = piece.lastIndexOf(lf);
  if (lastLf >= 0) return start + lastLf + 1;
  let lastCr = piece.lastIndexOf(cr);
  const next = text[start + lastCr + 1];
  if (lastCr >= 0 && (next === lf || next === undefined))
    lastCr = lastCr === 0 ? -1 : piece.lastIndexOf(cr, lastCr - 1);
  return lastCr < 0 ? null : start + lastCr + 1;
}

/** Index of the end of the line that starts at `start`, and of what follows its end of line. */
export function lineAt(text: Buffer, start: number): { readonly end: number; readonly next: number } {
  let end = start;
  while (end < text.length && text[end] !== lf && text[end] !== cr) end += 1;
  const width = text[end] === cr && text[end + 1] === lf ? 2 : 1;
  return { end, next: Math.min(end + width, text.length) };
}

/** Index of the first byte that ends no line. */
export function skipBlank(text: Buffer, start: number): number {
  let at = start;
  while (text[at] === lf || text[at] === cr) at += 1;
  return at;
}

/** Ends of line in a text, CRLF being one. */
export function countBreaks(text: string): number {
  let breaks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lf || (code === cr && text.charCodeAt(at + 1) !== lf)) breaks += 1;
  }
  return breaks;
}
