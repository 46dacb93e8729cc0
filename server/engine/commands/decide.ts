import type { EngineContext } from '../model/context.ts';
import type { Decided, Decision } from '../model/requests.ts';
import { lockRecords } from '../store/cursor.ts';
import { releaseRows } from './releaseRows.ts';

/**
 * Takes a decision that failed rows may wait for, in one transaction in which no chunk of the project and importers runs:
 * a chunk sees it, or its failed rows are released by it.
 */
export function decide<T>(context: EngineContext, decision: Decision<T>): Promise<Decided<T>> {
  const { actor, projectId, importers } = decision;
  return context.database.transaction(async (tx) => {
    // In one order, so that two decisions never wait for each other.
    for (const importer of [...new Set(importers)].sort()) {
      await lockRecords(tx, { projectId, importId: '' }, importer, false);
    }
    const { result, keys } = await decision.take(tx);
    if (keys.length === 0) return { result, releasedRows: 0, releasedIn: [] };
    const released = await releaseRows(context, tx, { projectId, actor, keys });
    return { result, releasedRows: released.rows, releasedIn: released.importIds };
  });
}
