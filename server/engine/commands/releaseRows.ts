import type { Db } from '../../sdk/records.ts';
import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import { mayRetryRows } from '../model/status.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { beginPhase, moveImport } from '../store/status.ts';
import { findWaiting, readReleased, releaseWaiting } from '../store/waitingRows.ts';
import { lockImport } from './lockImport.ts';
import { storeRetryChunks } from './retryFailedRows.ts';

/** What rows of a project waited for, and who has decided it. */
export interface Release {
  readonly projectId: string;
  readonly actor: string;
  /** As in RowError.waitsFor. */
  readonly keys: readonly string[];
}

export interface Released {
  readonly rows: number;
  readonly importIds: readonly string[];
}

/**
 * With the transaction in which a decision is taken: the failed rows that waited for it, and wait for no other, are
 * tried again by themselves. Those of an import that is paused, cancelled or failed go when it is resumed. The chunk
 * runner of the importer must be locked, so that no chunk at work parks a row for what is decided here. How many rows
 * go, and of which imports.
 */
export async function releaseRows(context: EngineContext, tx: Db, release: Release): Promise<Released> {
  const { projectId, actor, keys } = release;
  let rows = 0;
  const importIds: string[] = [];
  for (const importId of await findWaiting(tx, projectId, keys)) {
    const state = await lockImport(tx, importId);
    await releaseWaiting(tx, importId, keys);
    if (!mayRetryRows(state.status)) continue;
    const count = await retryReleased(context, tx, state, actor);
    if (count > 0) importIds.push(importId);
    rows += count;
  }
  return { rows, importIds };
}

async function retryReleased({ jobs }: EngineContext, tx: Db, state: ImportState, actor: string): Promise<number> {
  const count = await storeReleasedChunks(tx, state);
  if (count === 0) return 0;
  const atRest = state.status === 'COMPLETED_WITH_ERRORS';
  if (atRest) await beginPhase(tx, state.id, 'RETRY', count);
  const detail = { rows: count };
  await addAuditEntry(tx, { projectId: state.projectId, importId: state.id, actor, action: 'RELEASE_ROWS', detail });
  if (atRest) await moveImport(tx, state.id, 'retry');
  await jobs.wake(tx, 'chunks', state.id);
  return count;
}

/** Lays released rows down to be tried again, behind all other chunks; how many. Under the import row's lock. */
export async function storeReleasedChunks(tx: Db, state: ImportState): Promise<number> {
  const rowNumbers = await readReleased(tx, state.id);
  if (rowNumbers.length === 0) return 0;
  return storeRetryChunks(tx, state, { filter: { rowNumbers }, corrections: new Map() });
}
