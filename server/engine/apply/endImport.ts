import type { Db } from '../../sdk/records.ts';
import { assess } from '../model/assessment.ts';
import type { EngineContext } from '../model/context.ts';
import { thresholdsOf } from '../model/options.ts';
import { addDeliveries } from '../store/deliveries.ts';
import { readRatedRows, saveAssessment } from '../store/imports.ts';
import { listWaiting, lockSlots, type MoveOptions, moveImport } from '../store/status.ts';

/** The steps that end an import's work, for good or for now. */
export type EndingStep = 'complete' | 'completeWithErrors' | 'fail' | 'pause' | 'cancel';

/**
 * Takes a step out of RUNNING, as moveImport does, and wakes whoever waits for the place in the same transaction: a
 * death in between leaves no place empty.
 */
export async function transition(
  context: EngineContext,
  tx: Db,
  importId: string,
  step: EndingStep,
  options: MoveOptions = {},
): Promise<boolean> {
  const { jobs, maxConcurrentImports = null } = context;
  if (!(await moveImport(tx, importId, step, options))) return false;
  if (step !== 'pause' && step !== 'cancel') await completeImport(context, tx, importId, step);
  const free = await lockSlots(tx, importId, maxConcurrentImports);
  if (free === null || free <= 0) return true;
  for (const { id, storeId } of await listWaiting(tx, importId, free)) {
    await jobs.wake(tx, 'plan', id, storeId === null ? {} : { storeId });
  }
  return true;
}

/** What the end of an import needs. */
export type Ending = Pick<EngineContext, 'importers' | 'jobs'>;

/**
 * What belongs to every end that an import comes to by itself, in the transaction of its status: the assessment, where
 * all of its rows have an outcome, and a message to whoever wanted to be told.
 */
export async function completeImport(
  context: Ending,
  tx: Db,
  id: string,
  step: 'complete' | 'completeWithErrors' | 'completeByReimport' | 'fail',
): Promise<void> {
  if (step !== 'fail') await assessImport(context, tx, id);
  for (const deliveryId of await addDeliveries(tx, id)) await context.jobs.deliver(tx, deliveryId);
}

/** Keeps how an import that has ended went, against the thresholds of its options. In the transaction of its end. */
export async function assessImport({ importers }: Pick<EngineContext, 'importers'>, tx: Db, id: string): Promise<void> {
  const rated = await readRatedRows(tx, id);
  if (!rated) return;
  const resolvesEntities = (importers.get(rated.importerName)?.review ?? []).length > 0;
  await saveAssessment(tx, id, assess(rated, thresholdsOf(rated.options), resolvesEntities));
}
