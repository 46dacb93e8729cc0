import type { Db } from '../../sdk/records.ts';
import type { ImportPhase } from '../engine.ts';

/** From now on, percent and time left are of this phase, which has so many rows. */
export async function beginPhase(tx: Db, importId: string, phase: ImportPhase, rows: number): Promise<void> {
  await tx.query(
    'UPDATE import SET phase = $2::import_phase, percent = 0, phase_rows = $3, phase_rows_done = 0 WHERE id = $1',
    [importId, phase, rows],
  );
}
