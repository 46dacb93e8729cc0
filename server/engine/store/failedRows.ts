import type { RowError } from '../../sdk/errors.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { FailedRow, LockedRow, OpenRow, RowFilter } from '../model/failedRow.ts';
import { uncountErrors } from './errorGroups.ts';
import { notifyChange } from './progress.ts';

/** Keeps rows that could not be imported, with their reasons. */
export async function saveFailedRows(tx: Db, importId: string, rows: readonly FailedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO failed_row (id, import_id, row_number, line, "values", errors, tags, origin_import_id, origin_row)
     SELECT id, $1, row_number, line, "values"::json, errors::json, string_to_array(tags, E'\\n'), origin_import, origin_row
       FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::int[])
         AS failed(id, row_number, line, "values", errors, tags, origin_import, origin_row)`,
    [
      importId,
      rows.map((row) => row.id),
      rows.map((row) => row.rowNumber),
      rows.map((row) => row.line),
      rows.map((row) => row.values),
      rows.map((row) => JSON.stringify(row.errors)),
      rows.map((row) => tagsOf(row.errors).join('\n')),
      rows.map((row) => row.origin?.importId ?? null),
      rows.map((row) => row.origin?.row ?? null),
    ],
  );
}

/** What the filters of failed rows look for: each code, each field, and each pair of them, once. */
export function tagsOf(errors: readonly RowError[]): string[] {
  const tags = new Set<string>();
  for (const { code, field } of errors) {
    for (const asked of [{ code }, ...(field === undefined ? [] : [{ field }, { code, field }])]) {
      const tag = tagFor(asked);
      if (tag !== null) tags.add(tag);
    }
  }
  return [...tags];
}

/** The tag of the rows that have an error of this code, this field, or both at once; null for any row. */
export function tagFor(asked: { readonly code?: string; readonly field?: string }): string | null {
  const parts = [
    ...(asked.code === undefined ? [] : [`code=${asked.code}`]),
    ...(asked.field === undefined ? [] : [`field=${asked.field}`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

export interface Page {
  /** Row numbers above this one. */
  readonly after: number;
  readonly limit: number;
}

/** Open failed rows in the order of the source. */
export async function selectOpenRows(
  db: Db,
  importId: string,
  filter: RowFilter,
  { after, limit }: Page,
): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT ${COLUMNS} FROM failed_row WHERE ${SELECTED} ORDER BY row_number LIMIT $5`,
    selection(importId, filter, after, limit),
  );
}

/**
 * Of those, the ones that no chunk ahead of the import's cursor tries again already, and those that are `corrected`.
 */
export async function selectRowsToRetry(
  db: Db,
  importId: string,
  filter: RowFilter,
  { after, limit }: Page,
  corrected: readonly number[],
): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT ${COLUMNS} FROM failed_row
      WHERE ${SELECTED}
        AND (coalesce(retried_in, -1) < (SELECT next_chunk FROM import WHERE id = $1) OR row_number = ANY($6::int[]))
      ORDER BY row_number LIMIT $5`,
    [...selection(importId, filter, after, limit), corrected],
  );
}

const COLUMNS = `id, row_number AS "rowNumber", line, "values", corrected, errors, attempts,
            origin_import_id AS "originImportId", origin_row AS "originRow"`;
const SELECTED = `import_id = $1 AND status = 'OPEN' AND row_number > $2
        AND ($3::int[] IS NULL OR row_number = ANY($3::int[])) AND ($4::text IS NULL OR $4 = ANY(tags))`;

function selection(importId: string, filter: RowFilter, after: number, limit: number): unknown[] {
  return [importId, after, filter.rowNumbers ?? null, tagFor(filter), limit];
}

/** Those of the rows that are still open, by number, held until the transaction ends. */
export async function lockOpenRows(
  tx: Db,
  importId: string,
  rowNumbers: readonly number[],
): Promise<Map<number, LockedRow>> {
  const rows = await tx.query<LockedRow>(
    `SELECT id, row_number AS "rowNumber", errors FROM failed_row
      WHERE import_id = $1 AND row_number = ANY($2::int[]) AND status = 'OPEN' ORDER BY row_number FOR UPDATE`,
    [importId, rowNumbers],
  );
  return new Map(rows.map((row) => [row.rowNumber, row]));
}

/** Gives up the open failed rows that the filter selects, and counts them so; how many. */
export async function discardRows(tx: Db, importId: string, filter: RowFilter): Promise<number> {
  const rows = await tx.query<{ errors: readonly RowError[] }>(
    `UPDATE failed_row SET status = 'DISCARDED', updated_at = now()
      WHERE import_id = $1 AND status = 'OPEN'
        AND ($2::int[] IS NULL OR row_number = ANY($2::int[])) AND ($3::text IS NULL OR $3 = ANY(tags))
  RETURNING errors`,
    [importId, filter.rowNumbers ?? null, tagFor(filter)],
  );
  if (rows.length === 0) return 0;
  await uncountErrors(
    tx,
    importId,
    rows.map((row) => row.errors),
  );
  const [changed] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET failed = failed - $2, discarded = discarded + $2, revision = revision + 1, updated_at = now()
      WHERE id = $1 RETURNING project_id AS "projectId", revision`,
    [importId, rows.length],
  );
  if (changed) await notifyChange(tx, { id: importId, ...changed });
  return rows.length;
}

/** A failed row after it was tried again: resolved where it has no more errors. */
export interface RetriedRow {
  readonly id: string;
  /** The whole row as it was tried, as JSON text. */
  readonly tried: string;
  readonly errors: readonly RowError[];
}

/** Keeps what became of retried rows, with the columns in which they differed from what came. */
export async function saveRetriedRows(tx: Db, rows: readonly RetriedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE failed_row
        SET status = CASE WHEN retried.errors = '[]' THEN 'RESOLVED' ELSE 'OPEN' END::failed_row_status,
            errors = CASE WHEN retried.errors = '[]' THEN failed_row.errors ELSE retried.errors::json END,
            tags = CASE WHEN retried.errors = '[]' THEN failed_row.tags ELSE string_to_array(retried.new_tags, E'\\n') END,
            corrected = (SELECT json_object_agg(tried.key, tried.value) FROM json_each(retried.tried::json) tried
                          WHERE tried.value::text IS DISTINCT FROM (failed_row."values" -> tried.key)::text),
            attempts = attempts + 1, updated_at = now()
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS retried(id, tried, errors, new_tags)
      WHERE failed_row.id = retried.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.tried),
      rows.map((row) => JSON.stringify(row.errors)),
      rows.map((row) => tagsOf(row.errors).join('\n')),
    ],
  );
}

/** What retries changed in the rows from `first` to `last`: row number to the columns that differ from what came. */
export async function readCorrections(
  db: Db,
  importId: string,
  first: number,
  last: number,
): Promise<Map<number, JsonObject>> {
  const rows = await db.query<{ rowNumber: number; corrected: JsonObject }>(
    `SELECT row_number AS "rowNumber", corrected FROM failed_row
      WHERE import_id = $1 AND row_number BETWEEN $2 AND $3 AND corrected IS NOT NULL`,
    [importId, first, last],
  );
  return new Map(rows.map(({ rowNumber, corrected }) => [rowNumber, corrected]));
}
