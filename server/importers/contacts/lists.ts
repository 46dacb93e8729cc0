import { v7 } from 'uuid';
import type { Db, RecordScope } from '../../sdk/index.ts';

/** Puts contacts on the project's list of this name, which is made when it is new. Those on it already stay as they are. */
export async function putOnList(
  db: Db,
  { projectId, importId }: RecordScope,
  listName: string,
  contactIds: readonly string[],
): Promise<void> {
  const listId = await findOrCreateList(db, projectId, importId, listName);
  await db.query(
    `INSERT INTO contact_list_member (list_id, contact_id, import_id)
     SELECT $1::uuid, id, $2::uuid FROM unnest($3::uuid[]) AS id
     ON CONFLICT DO NOTHING`,
    [listId, importId, contactIds],
  );
}

/** Takes off what this import put on its lists; memberships of others stay, and so does the list. */
export async function takeOffLists(db: Db, { importId }: RecordScope, contactIds: readonly string[]): Promise<void> {
  await db.query('DELETE FROM contact_list_member WHERE import_id = $1::uuid AND contact_id = ANY($2::uuid[])', [
    importId,
    contactIds,
  ]);
}

async function findOrCreateList(db: Db, projectId: string, importId: string, name: string): Promise<string> {
  const existing = await findList(db, projectId, name);
  if (existing !== null) return existing;
  // Waits for another transaction that is making the same list, and then finds its.
  await db.query(
    `INSERT INTO contact_list (id, project_id, name, import_id) VALUES ($1::uuid, $2, $3, $4::uuid)
     ON CONFLICT (project_id, name) DO NOTHING`,
    [v7(), projectId, name, importId],
  );
  const made = await findList(db, projectId, name);
  if (made === null) throw new Error(`The contact list "${name}" was removed while it was being made.`);
  return made;
}

async function findList(db: Db, projectId: string, name: string): Promise<string | null> {
  const [list] = await db.query<{ readonly id: string }>(
    'SELECT id FROM contact_list WHERE project_id = $1 AND name = $2',
    [projectId, name],
  );
  return list?.id ?? null;
}
