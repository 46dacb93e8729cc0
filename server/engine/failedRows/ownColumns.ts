/** The columns that Sluice adds to a file of failed rows, behind those of the source. */
export const OWN = {
  import: 'sluice_import',
  row: 'sluice_row',
  line: 'sluice_line',
  codes: 'sluice_codes',
  errors: 'sluice_errors',
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(OWN));
const EXTRA = /^sluice_extra_([1-9]\d{0,2})$/;

/** The column of a row's nth cell beyond the source's columns, from 1. */
export function extraColumnName(position: number): string {
  return `sluice_extra_${position}`;
}

/** Whether these columns are those of a file of failed rows. */
export function isReimported(columns: readonly string[]): boolean {
  return columns.includes(OWN.import) && columns.includes(OWN.row);
}

export function isOwnColumn(column: string): boolean {
  return NAMES.has(column) || EXTRA.test(column);
}

/** Which of a row's cells beyond its columns a column holds, from 1; null for any other column. */
export function extraPosition(column: string): number | null {
  const position = EXTRA.exec(column)?.[1];
  return position === undefined ? null : Number(position);
}
