import { message } from '../../messages/catalogue.ts';
import type { SourceWarning } from '../types.ts';

/** So many records over a table may be titles and notes. */
const MOST_ABOVE = 20;
/** A share of the columns that the table usually fills, from which a record is one of the table. */
const TABLE_SHARE = 0.6;
/** Characters of what is above that a warning shows. */
const SHOWN = 200;

/**
 * Which of the first records is the header: 0, unless those above a later one are clearly a title, a date or notes,
 * that one clearly names columns, and what is below it is a table. Blank records are none of them.
 */
export function headerIndex(records: readonly (readonly string[])[]): number {
  const filled = records.map(filledCells);
  const usual = usualWidth(filled.slice(1));
  if (usual < 2) return 0;
  const least = Math.max(2, Math.ceil(usual * TABLE_SHARE));
  const index = filled.findIndex((cells) => cells >= least);
  if (index <= 0 || index > MOST_ABOVE) return 0;
  const above = filled.slice(0, index);
  const below = records.slice(index + 1);
  if (below.length === 0 || above.some((cells) => cells > Math.max(1, usual / 2))) return 0;
  const header = records[index] ?? [];
  const isTable = filled.slice(index + 1).filter((cells) => cells >= 2).length >= below.length * TABLE_SHARE;
  const isPadded = records.slice(0, index).some((record) => record.length >= least);
  return isTable && namesColumns(header) && (isPadded || differs(header, below)) ? index : 0;
}

function filledCells(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);
}

/** How many cells three records in four have at most: short ones are titles, and rows with empty cells. */
function usualWidth(filled: readonly number[]): number {
  const sorted = filled.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** Names are short, different, and hold no dates, amounts or addresses. */
function namesColumns(record: readonly string[]): boolean {
  const names = record.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (new Set(names).size < names.length) return false;
  return names.every((name) => name.length <= 80 && !isData(name));
}

/** In some column the rows hold what no name of a column does: numbers, dates, addresses. */
function differs(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  return header.some((_name, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(isData).length >= cells.length / 2;
  });
}

/** Years name columns as often as they are values; they tell nothing. */
function isData(text: string): boolean {
  if (/^(?:19|20)\d\d$/.test(text)) return false;
  return /@|\d{3}|^\d+\s/.test(text) || (/\d/.test(text) && /^[\d\s.,:/$€£%()+-]+$/.test(text));
}

/** Tells which line was taken for the header, and what is above it. */
export function preambleWarning(line: number, above: readonly string[]): SourceWarning {
  const text = above.join(' / ');
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
  return { ...message('PREAMBLE_SKIPPED', { line, text: shown }), count: above.length };
}
