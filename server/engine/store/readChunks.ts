import type { Db } from '../../sdk/records.ts';

export interface StoredChunk {
  readonly index: number;
  readonly fromSource: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  readonly endByte: number | null;
  readonly rows: Uint8Array;
}

/** The import's chunks from `from` on, in order, at most `limit`. */
export async function readChunks(db: Db, importId: string, from: number, limit: number): Promise<StoredChunk[]> {
  return db.query<StoredChunk>(
    `SELECT index, from_source AS "fromSource", first_row AS "firstRow", last_row AS "lastRow",
            row_count AS "rowCount", end_byte::float8 AS "endByte", rows
       FROM import_chunk WHERE import_id = $1 AND index >= $2 ORDER BY index LIMIT $3`,
    [importId, from, limit],
  );
}
