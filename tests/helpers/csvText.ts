import { parse } from 'csv-parse/sync';

type Row = Readonly<Record<string, string>>;

/** A CSV's rows by column, as a spreadsheet would read them. */
function parsed(text: string): Row[] {
  return parse(text, { bom: true, columns: true });
}

/** The file as somebody saves it again after changing its rows. */
function edited(text: string, change: (row: Row) => Record<string, string | undefined>): string {
  const rows = parsed(text).map(change);
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly (string | undefined)[]): string =>
    cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))].join('\r\n');
}

export const reader = { parsed, edited };
