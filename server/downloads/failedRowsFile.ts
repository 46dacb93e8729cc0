import { countExtras, exportedCells, exportedColumns } from '../engine/failedRows/exportedRow.ts';
import type { Db } from '../sdk/records.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { DownloadFormat } from './links.ts';
import { openRowPages } from './store/openRowPages.ts';

/** Only rows that are wrong as text have cells beyond the columns. */
const TEXT_ERROR_TAGS = [
  'code=RAGGED_ROW',
  'code=BAD_QUOTE',
  'code=UNCLOSED_QUOTE',
  'code=BAD_JSON',
  'code=NOT_AN_OBJECT',
];

/**
 * An import's open failed rows as a file that can be corrected and imported again: the source's columns in their order,
 * with the values that were tried last, then Sluice's own. Piece by piece.
 */
export async function* failedRowsFile(
  db: Db,
  { id, columns }: { readonly id: string; readonly columns: readonly string[] },
  format: DownloadFormat,
): AsyncGenerator<string, void, undefined> {
  let extras = 0;
  for await (const page of openRowPages(db, id, columns, TEXT_ERROR_TAGS)) {
    extras = page.reduce((most, row) => Math.max(most, countExtras(row)), extras);
  }
  const names = exportedColumns(columns, extras);
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(names);
  for await (const page of openRowPages(db, id, columns)) {
    for (const row of page) {
      const cells = exportedCells(row, extras);
      if (format === 'csv') yield csvLine(cells);
      // Not by assignment: a column may be called __proto__.
      else yield `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])))}\n`;
    }
  }
}
