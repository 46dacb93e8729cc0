import type { Db } from '../../sdk/records.ts';
import type { StartSwitch } from '../startSwitches.ts';

/** The last entry of each importer, and the one of all importers first. */
export async function readStartSwitches(db: Db): Promise<StartSwitch[]> {
  return db.query<StartSwitch>(
    `SELECT DISTINCT ON (importer) importer, is_on AS "isOn", reason, actor, at
       FROM start_switch ORDER BY importer NULLS FIRST, id DESC`,
  );
}
