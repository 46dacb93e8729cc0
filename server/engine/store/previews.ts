import type { Db, MatchKey, RecordFields, StoredRecord } from '../../sdk/records.ts';

import { limitOf } from '../../sdk/tableStore.ts';

export interface Preview {
  readonly id: string;
  readonly fields: RecordFields;
  readonly keys: readonly MatchKey[];
}

/** Keeps records as a dry run would have left them, in place of what it kept of them before. */
export async function savePreviews(db: Db, importId: string, previews: readonly Preview[]): Promise<void> {
  const ids = previews.map(({ id }) => id);
  await db.query(
    `INSERT INTO preview_record (import_id, record_id, fields)
     SELECT $1, id, fields::jsonb FROM unnest($2::text[], $3::text[]) AS preview(id, fields)
     ON CONFLICT (import_id, record_id) DO UPDATE SET fields = excluded.fields`,
    [importId, ids, previews.map(({ fields }) => JSON.stringify(fields))],
  );
  await db.query('DELETE FROM preview_key WHERE import_id = $1 AND record_id = ANY($2::text[])', [importId, ids]);
  const keys = previews.flatMap(({ id, keys: own }) => own.map((key) => ({ id, key: previewKey(key) })));
  await db.query(
    `INSERT INTO preview_key (import_id, record_id, key) SELECT $1, * FROM unnest($2::text[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [importId, keys.map(({ id }) => id), keys.map(({ key }) => key)],
  );
}

/** A match key as preview_key keeps it. */
export function previewKey({ key, value }: MatchKey): string {
  return `${key}=${value}`;
}

/** The records that a dry run has made or changed and that any of the keys finds now; see RecordStore for `most`. */
export async function findPreviews(
  db: Db,
  importId: string,
  keys: readonly MatchKey[],
  most: Readonly<Record<string, number>>,
): Promise<StoredRecord<RecordFields>[]> {
  return db.query<StoredRecord<RecordFields>>(
    `SELECT record_id AS id, fields FROM preview_record
      WHERE import_id = $1 AND record_id IN
            (SELECT held.record_id
               FROM unnest($2::text[], $3::int[]) AS wanted(key, most)
              CROSS JOIN LATERAL (SELECT record_id FROM preview_key
                                   WHERE import_id = $1 AND key = wanted.key LIMIT wanted.most) held)`,
    [importId, keys.map(previewKey), keys.map(({ key }) => limitOf(most[key], keys.length))],
  );
}

/** Of these records, those that a dry run has made or changed, by id. */
export async function findPreviewsByIds(
  db: Db,
  importId: string,
  ids: readonly string[],
): Promise<Map<string, StoredRecord<RecordFields>>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<StoredRecord<RecordFields>>(
    'SELECT record_id AS id, fields FROM preview_record WHERE import_id = $1 AND record_id = ANY($2::text[])',
    [importId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** All records that a dry run has made or changed so far. */
export function findAllPreviews(db: Db, importId: string): Promise<StoredRecord<RecordFields>[]> {
  return db.query<StoredRecord<RecordFields>>(
    'SELECT record_id AS id, fields FROM preview_record WHERE import_id = $1',
    [importId],
  );
}
