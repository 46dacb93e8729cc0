import type { Db } from '../sdk/records.ts';
import { assess } from './assessment.ts';
import type { EngineContext } from './context.ts';
import { thresholdsOf } from './options.ts';
import { readRatedRows } from './store/readRatedRows.ts';
import { saveAssessment } from './store/saveAssessment.ts';

/** Keeps how an import that has ended went, against the thresholds of its options. In the transaction of its end. */
export async function assessImport({ importers }: Pick<EngineContext, 'importers'>, tx: Db, id: string): Promise<void> {
  const rated = await readRatedRows(tx, id);
  if (!rated) return;
  const resolvesEntities = importers.get(rated.importerName)?.resolve !== undefined;
  await saveAssessment(tx, id, assess(rated, thresholdsOf(rated.options), resolvesEntities));
}
