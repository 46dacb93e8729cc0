import type { Db } from '../sdk/records.ts';
import { assessImport } from './assessImport.ts';
import type { EngineContext } from './context.ts';
import { addDeliveries } from './store/addDeliveries.ts';

/** What the end of an import needs. */
export type Ending = Pick<EngineContext, 'importers' | 'jobs'>;

/**
 * What belongs to every end that an import comes to by itself, in the transaction of its status: the assessment, where
 * all of its rows have an outcome, and a message to whoever wanted to be told.
 */
export async function concludeImport(
  context: Ending,
  tx: Db,
  id: string,
  step: 'complete' | 'completeWithErrors' | 'settle' | 'fail',
): Promise<void> {
  if (step !== 'fail') await assessImport(context, tx, id);
  for (const deliveryId of await addDeliveries(tx, id)) await context.jobs.deliver(tx, deliveryId);
}
