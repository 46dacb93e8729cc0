import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import type { NewEntity, ReviewKind } from '../../sdk/reference/review.ts';
import { databaseError } from '../apply/applyRows.ts';
import { classifyError, sqlState } from '../model/classifyError.ts';
import { InvalidInput } from '../model/errors.ts';
import type { MatchAnswer } from '../model/review.ts';
import { saveRule } from './store/entityRules.ts';
import { deleteMatch, type OpenMatch } from './store/openMatches.ts';

export interface Deciding {
  readonly projectId: string;
  readonly actor: string;
  /** Of the input, for messages. */
  readonly path: readonly string[];
}

/**
 * Takes a match off the queue: remembers the answer under the source's id and under the name, and has the records that
 * use what an import created follow it. Gives the key that rows waited for. Throws InvalidInput for an entity that is not
 * there.
 */
export async function decideMatch(
  tx: Db,
  { projectId, actor, path }: Deciding,
  kind: ReviewKind,
  openMatch: OpenMatch,
  answer: MatchAnswer,
): Promise<string> {
  const { key, name, details, source, sourceId } = openMatch;
  const made = openMatch.entityId;
  const entityId = await entityOf(tx, { projectId, name, details }, kind, made, answer, path);
  if (made !== null && made !== entityId) await kind.replace?.(tx, projectId, made, entityId);
  const rule = { projectId, kind: kind.kind, entityId, name, source, actor };
  if (source !== null && sourceId !== null) await saveRule(tx, { ...rule, key: `id:${source}#${sourceId}` });
  await saveRule(tx, { ...rule, key: `name:${key}` });
  await deleteMatch(tx, openMatch.id);
  return waitingKey(kind.kind, key);
}

/** Makes the record, or finds the one of this name. Throws InvalidInput where its table refuses one that has only a name. */
export async function createRecord(
  tx: Db,
  kind: ReviewKind,
  entity: NewEntity,
  path: readonly string[],
): Promise<string> {
  try {
    return await kind.create(tx, entity);
  } catch (error) {
    if (sqlState(error) === null || classifyError(error) === 'environment') throw error;
    const { name } = entity;
    throw new InvalidInput([
      { path: [...path], message: message('CREATE_REFUSED', { name, cause: databaseError(error) }) },
    ]);
  }
}

/** What rows wait for, as in RowError.waitsFor. */
export function waitingKey(kind: string, key: string): string {
  return `${kind}:${key}`;
}

/** The record with this id, locked. Throws InvalidInput where the project has none. */
export async function lockEntity(
  tx: Db,
  kind: ReviewKind,
  projectId: string,
  id: string,
  path: readonly string[],
): Promise<string> {
  const found = await kind.lock(tx, projectId, id);
  if (found === null) throw new InvalidInput([{ path: [...path, 'entityId'], message: kind.notFound(id) }]);
  return found;
}

async function entityOf(
  tx: Db,
  entity: NewEntity,
  kind: ReviewKind,
  made: string | null,
  answer: MatchAnswer,
  path: readonly string[],
): Promise<string | null> {
  const { projectId } = entity;
  if (answer.action === 'IGNORE') return null;
  if (answer.action === 'CREATE' && made === null) return createRecord(tx, kind, entity, path);
  const id = answer.action === 'LINK' ? await lockEntity(tx, kind, projectId, answer.entityId, path) : made;
  if (id !== null) await kind.confirm?.(tx, projectId, id);
  return id;
}

export function unknownKind(kind: string): InvalidInput {
  return new InvalidInput([{ path: ['kind'], message: message('NO_SUCH_KIND', { name: kind }) }]);
}
