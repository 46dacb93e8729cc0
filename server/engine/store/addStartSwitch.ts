import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../sdk/records.ts';
import type { StartSwitch } from '../startSwitches.ts';

export async function addStartSwitch(tx: Db, entry: Omit<StartSwitch, 'at'>): Promise<void> {
  await tx.query('INSERT INTO start_switch (id, importer, is_on, reason, actor) VALUES ($1, $2, $3, $4, $5)', [
    uuidv7(),
    entry.importer,
    entry.isOn,
    entry.reason,
    entry.actor,
  ]);
}
