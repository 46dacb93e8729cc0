import { canonicalJson } from '../../sdk/canonical.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import { toStorableText } from '../../sdk/storable.ts';
import type { AttemptedRow } from '../model/failedRow.ts';
import { escapeFormulas } from './formula.ts';

export interface LastAttempt {
  /** One for each of the import's columns; null where the row had no such cell. */
  readonly cells: readonly Json[];
  /** What the row had beyond them. */
  readonly extras: readonly Json[];
}

/** A row's cells as they were tried last, which is what its errors speak of. */
export function lastAttempt({ values, corrected, columns }: AttemptedRow): LastAttempt {
  const tried: JsonObject = { ...values, ...corrected };
  const known = new Set(columns);
  const beyond = Object.keys(tried).filter((name) => !known.has(name));
  return {
    cells: columns.map((column) => (Object.hasOwn(tried, column) ? (tried[column] ?? null) : null)),
    extras: beyond.map((name) => tried[name] ?? null),
  };
}

/** The cells beyond the columns as they fit into `room` columns of a file: what is left over stands in the last one. */
export function shownExtras(extras: readonly Json[], room: number): readonly Json[] {
  if (extras.length <= room || room === 0) return extras.slice(0, room);
  return [
    ...extras.slice(0, room - 1),
    extras
      .slice(room - 1)
      .map(cellText)
      .join(' '),
  ];
}

/** A value as the text of a cell, before formulas are escaped. NUL would make the whole file a binary one. */
export function cellText(value: Json): string {
  if (value === null) return '';
  return toStorableText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Whether a cell that came back says what the value said when it left: as CSV, or as JSON. */
export function isUntouched(cell: Json, value: Json): boolean {
  if (typeof cell !== 'string') return canonicalJson(cell) === canonicalJson(value);
  const came = evenText(cellText(cell));
  const left = cellText(value);
  return came === evenText(left) || came === evenText(escapeFormulas(left));
}

/** Spreadsheets write their own line breaks inside cells. */
function evenText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
