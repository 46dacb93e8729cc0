import { InvalidInput } from '../../../engine/model/errors.ts';
import { message } from '../../../messages/catalogue.ts';
import type { Db } from '../../../sdk/records.ts';
import type { EntityKind } from '../mention.ts';
import { saveDecision } from './store/decisions.ts';
import { confirmEntity, existsEntity, insertEntity, replaceEntity } from './store/entities.ts';
import { deleteQuestion, type Question } from './store/questions.ts';

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

export interface Answering {
  readonly projectId: string;
  readonly actor: string;
  /** Of the input, for messages. */
  readonly path: readonly string[];
}

/**
 * Takes a question off the queue: remembers the answer under the source's id and under the name, and has the events
 * follow it. Gives the key that rows waited for. Throws InvalidInput for an entity that is not there.
 */
export async function answerQuestion(
  tx: Db,
  { projectId, actor, path }: Answering,
  question: Question,
  answer: Answer,
): Promise<string> {
  const { kind, key, name, details, source, sourceId } = question;
  const made = question.entityId;
  if (answer.action === 'LINK' && !(await existsEntity(tx, projectId, kind, answer.entityId))) {
    throw new InvalidInput([
      { path: [...path, 'entityId'], message: message(NOT_THERE[kind], { id: answer.entityId }) },
    ]);
  }
  const entityId = await entityOf(tx, { projectId, kind, name, details }, made, answer);
  if (made !== null && made !== entityId) await replaceEntity(tx, projectId, kind, made, entityId);
  const remembered = { projectId, kind, entityId, name, source, actor };
  if (source !== null && sourceId !== null) {
    await saveDecision(tx, { ...remembered, key: `id:${source}#${sourceId}` });
  }
  await saveDecision(tx, { ...remembered, key: `name:${key}` });
  await deleteQuestion(tx, question.id);
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
