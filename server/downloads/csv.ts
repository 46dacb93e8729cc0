import { escapeFormulas } from '../engine/failedRows/formula.ts';
import { cellText } from '../engine/failedRows/lastAttempt.ts';
import type { Json } from '../sdk/json.ts';

/** Excel takes a CSV for UTF-8 by this mark only; readers that know the standard skip it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of RFC 4180 in which no cell is a formula to a spreadsheet. */
export function csvLine(cells: readonly Json[]): string {
  return `${cells.map((cell) => quoted(escapeFormulas(cellText(cell)))).join(',')}\r\n`;
}

/** Quoted too where another locale's delimiter, or a space at an edge, would be taken for something else. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
