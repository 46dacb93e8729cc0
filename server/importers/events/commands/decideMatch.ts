import { InvalidInput } from '../../../engine/model/errors.ts';
import { message } from '../../../messages/catalogue.ts';
import type { Db } from '../../../sdk/records.ts';
import type { EntityKind } from '../entityReference.ts';
import { confirmEntity, existsEntity, insertEntity, replaceEntity } from './store/entities.ts';
import { deleteMatch, type OpenMatch } from './store/openMatches.ts';
import { saveRule } from './store/rules.ts';

/** The sentence about an id that is none of the project's. */
export const NOT_THERE = {
  VENUE: 'NO_ENTITY_VENUE',
  ORGANIZER: 'NO_ENTITY_ORGANIZER',
  CATEGORY: 'NO_ENTITY_CATEGORY',
} as const satisfies Readonly<Record<EntityKind, string>>;

/** LINK: it is the project's entity with this id. CREATE: it is one of its own. IGNORE: events go without it. */
export type Answer =
  | { readonly action: 'LINK'; readonly entityId: string }
  | { readonly action: 'CREATE' }
  | { readonly action: 'IGNORE' };

export interface Deciding {
  readonly projectId: string;
  readonly actor: string;
  /** Of the input, for messages. */
  readonly path: readonly string[];
}

/**
 * Takes a openMatch off the queue: remembers the answer under the source's id and under the name, and has the events
 * follow it. Gives the key that rows waited for. Throws InvalidInput for an entity that is not there.
 */
export async function decideMatch(
  tx: Db,
  { projectId, actor, path }: Deciding,
  openMatch: OpenMatch,
  answer: Answer,
): Promise<string> {
  const { kind, key, name, details, source, sourceId } = openMatch;
  const made = openMatch.entityId;
  if (answer.action === 'LINK' && !(await existsEntity(tx, projectId, kind, answer.entityId))) {
    throw new InvalidInput([
      { path: [...path, 'entityId'], message: message(NOT_THERE[kind], { id: answer.entityId }) },
    ]);
  }
  const entityId = await entityOf(tx, { projectId, kind, name, details }, made, answer);
  if (made !== null && made !== entityId) await replaceEntity(tx, projectId, kind, made, entityId);
  const rule = { projectId, kind, entityId, name, source, actor };
  if (source !== null && sourceId !== null) {
    await saveRule(tx, { ...rule, key: `id:${source}#${sourceId}` });
  }
  await saveRule(tx, { ...rule, key: `name:${key}` });
  await deleteMatch(tx, openMatch.id);
  return `${kind}:${key}`;
}

async function entityOf(
  tx: Db,
  entity: Parameters<typeof insertEntity>[1],
  made: string | null,
  answer: Answer,
): Promise<string | null> {
  if (answer.action === 'IGNORE') return null;
  if (answer.action === 'LINK') {
    await confirmEntity(tx, entity.kind, answer.entityId);
    return answer.entityId;
  }
  if (made === null) return insertEntity(tx, entity);
  await confirmEntity(tx, entity.kind, made);
  return made;
}
