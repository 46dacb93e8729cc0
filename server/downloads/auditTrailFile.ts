import type { Db } from '../sdk/records.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { DownloadFormat } from './links.ts';
import { auditPages } from './store/auditPages.ts';

/** What was done to an import and by whom, oldest first. Piece by piece. */
export async function* auditTrailFile(
  db: Db,
  { id }: { readonly id: string },
  format: DownloadFormat,
): AsyncGenerator<string, void, undefined> {
  if (format === 'csv') yield BYTE_ORDER_MARK + csvLine(['at', 'actor', 'action', 'detail']);
  for await (const page of auditPages(db, id)) {
    for (const { at, actor, action, detail } of page) {
      const time = at.toISOString();
      yield format === 'csv'
        ? csvLine([time, actor, action, detail])
        : `${JSON.stringify({ at: time, actor, action, detail })}\n`;
    }
  }
}
