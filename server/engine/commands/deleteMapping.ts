import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { NotFound } from '../model/errors.ts';
import type { SavedMapping } from '../model/savedMapping.ts';
import { deleteMapping as remove } from '../store/savedMappings.ts';

/** Takes a saved mapping away. Imports that used it keep what they applied. */
export async function deleteMapping({ database }: EngineContext, id: string): Promise<SavedMapping> {
  const removed = await remove(database, id);
  if (!removed) throw new NotFound(message('NO_MAPPING', { id }));
  return removed;
}
