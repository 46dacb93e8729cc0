import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../sdk/records.ts';
import type { StartSwitch } from '../model/startSwitch.ts';

export async function addStartSwitch(tx: Db, entry: Omit<StartSwitch, 'at'>): Promise<void> {
  await tx.query('INSERT INTO start_switch (id, importer, is_on, reason, actor) VALUES ($1, $2, $3, $4, $5)', [
    uuidv7(),
    entry.importer,
    entry.isOn,
    entry.reason,
    entry.actor,
  ]);
}

/** The last entry of each importer, and the one of all importers first. */
export async function readStartSwitches(db: Db): Promise<StartSwitch[]> {
  return db.query<StartSwitch>(
    `SELECT DISTINCT ON (importer) importer, is_on AS "isOn", reason, actor, at
       FROM start_switch ORDER BY importer NULLS FIRST, id DESC`,
  );
}
