import type { Db, MatchKey, RecordFields } from '../../sdk/records.ts';
import { previewKey } from './findPreviews.ts';

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
     SELECT $1, id, fields::jsonb FROM unnest($2::uuid[], $3::text[]) AS preview(id, fields)
     ON CONFLICT (import_id, record_id) DO UPDATE SET fields = excluded.fields`,
    [importId, ids, previews.map(({ fields }) => JSON.stringify(fields))],
  );
  await db.query('DELETE FROM preview_key WHERE import_id = $1 AND record_id = ANY($2::uuid[])', [importId, ids]);
  const keys = previews.flatMap(({ id, keys: own }) => own.map((key) => ({ id, key: previewKey(key) })));
  await db.query(
    `INSERT INTO preview_key (import_id, record_id, key) SELECT $1, * FROM unnest($2::uuid[], $3::text[])
     ON CONFLICT DO NOTHING`,
    [importId, keys.map(({ id }) => id), keys.map(({ key }) => key)],
  );
}
