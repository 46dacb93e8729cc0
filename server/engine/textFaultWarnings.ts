import type { SourceRow, SourceWarning } from '../sources/types.ts';

/** What a person reads of each kind of fault; the code of the warning is that of the rows' faults. */
const WORDS: Readonly<Record<string, string>> = {
  RAGGED_ROW: 'have more or fewer cells than the header. Perhaps the delimiter is another, or a cell lacks its quotes.',
  BAD_QUOTE:
    'have a quoted cell that goes on after its closing quote. Perhaps the quote is another character, or none.',
  UNCLOSED_QUOTE: 'have a quote that is never closed. Perhaps the quote is another character, or none.',
  BAD_JSON: 'are no JSON.',
  NOT_AN_OBJECT: 'are no JSON objects.',
};

/** Tells of rows that would fail as text, whatever they are mapped to: how many of those looked at, and the first. */
export function textFaultWarnings(rows: readonly SourceRow[]): SourceWarning[] {
  const byCode = Map.groupBy(
    rows.flatMap((row) => (row.fault ? [{ row, code: row.fault.code }] : [])),
    ({ code }) => code,
  );
  return [...byCode].map(([code, found]) => {
    const first = found[0]?.row;
    const where = first?.line == null ? `row ${first?.number ?? 1}` : `line ${first.line}`;
    const what = WORDS[code] ?? 'cannot be read.';
    const message = `${found.length} of the first ${rows.length} rows ${what} The first is on ${where}.`;
    return { code, message, count: found.length };
  });
}
