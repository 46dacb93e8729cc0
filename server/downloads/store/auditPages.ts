import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly detail: Json;
}

const PAGE_ROWS = 500;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What was done to an import, oldest first, page by page: ids grow with time. */
export async function* auditPages(db: Db, importId: string): AsyncGenerator<AuditLine[], void, undefined> {
  for (let after = NO_ID; ; ) {
    const rows = await db.query<AuditLine>(
      `SELECT id, at, actor, action, detail FROM audit_entry WHERE import_id = $1 AND id > $2::uuid
        ORDER BY id LIMIT ${PAGE_ROWS}`,
      [importId, after],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}
