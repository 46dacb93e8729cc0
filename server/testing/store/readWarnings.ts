import { messageText } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Db } from '../../sdk/records.ts';

/** What the import says to whoever looks at it; `count` is how often. */
export interface TestedWarning {
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

export async function readWarnings(db: Db, importId: string): Promise<TestedWarning[]> {
  const rows = await db.query<{ code: string; reason: Message; count: number }>(
    `SELECT code, reason, count FROM import_warning WHERE import_id = $1 ORDER BY code, "column"`,
    [importId],
  );
  return rows.map(({ code, reason, count }) => ({ code, message: messageText(reason), count }));
}
