import type { Db } from '../../sdk/records.ts';
import type { EngineContext } from '../context.ts';
import { lockLane } from '../store/lockLane.ts';
import { releaseRows } from './releaseRows.ts';

/** What a person decided, and what it came to. */
export interface Decided<T> {
  readonly result: T;
  /** Failed rows that were waiting for it and are tried again now. */
  readonly releasedRows: number;
  /** The imports that they belong to. */
  readonly releasedIn: readonly string[];
}

export interface Decision<T> {
  readonly actor: string;
  readonly projectId: string;
  readonly importer: string;
  /** Keeps the decision. `keys` are what rows waited for, as in RowFault.waitsFor. */
  take(tx: Db): Promise<{ readonly result: T; readonly keys: readonly string[] }>;
}

/**
 * Takes a decision that failed rows may wait for, in one transaction in which no chunk of the project and importer runs:
 * a chunk sees it, or its failed rows are released by it.
 */
export function decide<T>(context: EngineContext, decision: Decision<T>): Promise<Decided<T>> {
  const { actor, projectId, importer } = decision;
  return context.database.transaction(async (tx) => {
    await lockLane(tx, { projectId, importId: '' }, importer, false);
    const { result, keys } = await decision.take(tx);
    if (keys.length === 0) return { result, releasedRows: 0, releasedIn: [] };
    const released = await releaseRows(context, tx, { projectId, actor, keys });
    return { result, releasedRows: released.rows, releasedIn: released.importIds };
  });
}
