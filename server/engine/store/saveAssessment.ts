import type { Db } from '../../sdk/records.ts';
import type { Assessment } from '../assessment.ts';

/** Keeps how an import went. Its revision has grown with what it is assessed for. */
export async function saveAssessment(tx: Db, importId: string, assessment: Assessment): Promise<void> {
  await tx.query('UPDATE import SET assessment = $2::jsonb WHERE id = $1', [importId, JSON.stringify(assessment)]);
}
