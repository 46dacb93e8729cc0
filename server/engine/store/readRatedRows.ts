import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { RatedRows } from '../assessment.ts';

/** What is no fault of the row in itself: what the environment, the code, other records or unknown entities did. */
const NOT_INVALID = [
  'CHUNK_FAILED',
  'IMPORTER_ERROR',
  'REFUSED_BY_DATABASE',
  'DUPLICATE',
  'DUPLICATE_VALUE',
  'AMBIGUOUS_MATCH',
];

/** An import's rows as its assessment counts them. Null when there is no such import. */
export async function readRatedRows(
  tx: Db,
  importId: string,
): Promise<(RatedRows & { readonly importerName: string; readonly options: JsonObject }) | null> {
  const [row] = await tx.query<RatedRows & { readonly importerName: string; readonly options: JsonObject }>(
    `SELECT created + updated + unchanged + skipped + failed + discarded AS rows, failed + discarded AS bad,
            bad.invalid, bad.unresolved, importer_name AS "importerName", options
       FROM import, LATERAL (
              SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(tags) AS tag WHERE ${IS_INVALID}))::int AS invalid,
                     count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(tags) AS tag WHERE ${IS_UNRESOLVED}))::int AS unresolved
                FROM failed_row WHERE import_id = import.id AND status <> 'RESOLVED') bad
      WHERE id = $1`,
    [importId, NOT_INVALID.map((code) => `code=${code}`)],
  );
  return row ?? null;
}

const IS_UNRESOLVED = `tag LIKE 'code=UNRESOLVED\\_%'`;
const IS_INVALID = `tag LIKE 'code=%' AND tag NOT LIKE '% field=%' AND tag <> ALL($2::text[]) AND NOT ${IS_UNRESOLVED}`;
