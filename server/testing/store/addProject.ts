import type { Db } from '../../sdk/records.ts';

export async function addProject(db: Db, id: string): Promise<void> {
  await db.query('INSERT INTO project (id, name) VALUES ($1, $1)', [id]);
}
