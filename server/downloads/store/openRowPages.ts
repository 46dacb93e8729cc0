import type { ExportedRow } from '../../engine/failedRows/exportedRow.ts';
import type { Db } from '../../sdk/records.ts';

/** A page ends at so many rows, or so many bytes of their values: memory stays flat whatever the rows are. */
const PAGE_ROWS = 500;
const PAGE_BYTES = 4 * 1024 * 1024;

type Stored = Omit<ExportedRow, 'columns' | 'importId'>;

/**
 * An import's open failed rows in the order of the source, page by page, each in a statement of its own: a slow reader
 * holds nothing open. `tags`: only rows with one of them, as saveFailedRows writes them.
 */
export async function* openRowPages(
  db: Db,
  importId: string,
  columns: readonly string[],
  tags: readonly string[] | null = null,
): AsyncGenerator<ExportedRow[], void, undefined> {
  for (let after = 0; ; ) {
    const rows = await db.query<Stored>(
      `SELECT "rowNumber", line, "values", corrected, errors FROM (
         SELECT *, sum(size) OVER (ORDER BY "rowNumber") - size AS before FROM (
           SELECT row_number AS "rowNumber", line, "values", corrected, errors,
                  octet_length("values"::text) + octet_length(errors::text) AS size
             FROM failed_row
            WHERE import_id = $1 AND status = 'OPEN' AND row_number > $2 AND ($3::text[] IS NULL OR tags && $3::text[])
            ORDER BY row_number LIMIT ${PAGE_ROWS}) page) sized
        WHERE before < ${PAGE_BYTES} ORDER BY "rowNumber"`,
      [importId, after, tags],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ ...row, importId, columns }));
    after = last.rowNumber;
  }
}
