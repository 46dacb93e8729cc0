import type { Engine } from '../../../engine/engine.ts';
import { InvalidInput, NotFound } from '../../../engine/model/errors.ts';
import { message } from '../../../messages/catalogue.ts';
import type { JsonObject } from '../../../sdk/json.ts';
import { matchText } from '../../../sdk/matchText.ts';
import { isStorableText } from '../../../sdk/storable.ts';
import { type EntityKind, MAX_NAME } from '../entityReference.ts';
import { type Answer, decideMatch, NOT_THERE } from './decideMatch.ts';
import { existsEntity, insertEntity } from './store/entities.ts';
import { lockMatches, lockMatchOf } from './store/openMatches.ts';
import { deleteRule, saveRule } from './store/rules.ts';

/** The importer whose rows wait for decisions. */
const IMPORTER = 'events';
/** As many as a person decides at once. */
export const MAX_DECISIONS = 500;

interface Asking {
  readonly engine: Pick<Engine, 'decide'>;
  readonly actor: string;
  readonly projectId: string;
}

export interface Reviewed {
  readonly decided: number;
  readonly releasedRows: number;
  /** The imports that the released rows belong to. */
  readonly releasedIn: readonly string[];
}

/** Answers openMatches of the review queue, all or none. Throws NotFound for one that is not there (any more). */
export async function decideEntityMatches(
  { engine, actor, projectId }: Asking,
  answers: readonly (Answer & { readonly id: string })[],
): Promise<Reviewed> {
  checkNumber(answers);
  const { result, ...released } = await engine.decide({
    ...{ actor, projectId, importer: IMPORTER },
    async take(tx) {
      const ids = answers.map(({ id }) => id);
      const openMatches = new Map(
        (await lockMatches(tx, projectId, ids)).map((openMatch) => [openMatch.id, openMatch]),
      );
      const keys: string[] = [];
      for (const [index, answer] of answers.entries()) {
        const openMatch = openMatches.get(answer.id.toLowerCase());
        if (!openMatch) throw new NotFound(message('DECIDED_ALREADY', { id: answer.id }));
        const path = ['decisions', String(index)];
        keys.push(await decideMatch(tx, { projectId, actor, path }, openMatch, answer));
      }
      return { result: keys.length, keys };
    },
  });
  return { decided: result, ...released };
}

function checkNumber(answers: readonly { readonly id: string }[]): void {
  const path = ['decisions'];
  if (answers.length === 0) throw new InvalidInput([{ path, message: message('ONE_DECISION') }]);
  if (answers.length > MAX_DECISIONS) {
    throw new InvalidInput([{ path, message: message('DECISIONS_AT_ONCE', { count: MAX_DECISIONS }) }]);
  }
  if (new Set(answers.map(({ id }) => id.toLowerCase())).size < answers.length) {
    throw new InvalidInput([{ path, message: message('DECISION_EACH') }]);
  }
}

export interface EntityName {
  readonly kind: EntityKind;
  readonly name: string;
  /** The city of a venue. */
  readonly place?: string;
}

/**
 * Says what a source's name means in the project, before it is met or after: an entity of the project, or (null) nothing.
 * A openMatch about it is answered with it.
 */
export async function setEntityRule(
  { engine, actor, projectId }: Asking,
  { kind, name, place }: EntityName,
  entityId: string | null,
): Promise<Reviewed> {
  const key = keyOf({ kind, name, ...(place === undefined ? {} : { place }) });
  const { result: _result, ...released } = await engine.decide({
    ...{ actor, projectId, importer: IMPORTER },
    async take(tx) {
      const openMatch = await lockMatchOf(tx, projectId, kind, key);
      const answer: Answer = entityId === null ? { action: 'IGNORE' } : { action: 'LINK', entityId };
      if (openMatch) {
        return { result: null, keys: [await decideMatch(tx, { projectId, actor, path: [] }, openMatch, answer)] };
      }
      if (entityId !== null && !(await existsEntity(tx, projectId, kind, entityId))) {
        throw new InvalidInput([{ path: ['entityId'], message: message(NOT_THERE[kind], { id: entityId }) }]);
      }
      await saveRule(tx, { projectId, kind, key: `name:${key}`, entityId, name, source: null, actor });
      return { result: null, keys: [`${kind}:${key}`] };
    },
  });
  return { decided: 1, ...released };
}

/** Forgets what was remembered; later imports ask again. */
export async function deleteEntityRule(
  { engine, actor, projectId }: Asking,
  kind: EntityKind,
  key: string,
): Promise<Reviewed> {
  await engine.decide({
    ...{ actor, projectId, importer: IMPORTER },
    async take(tx) {
      if (!(await deleteRule(tx, projectId, kind, key))) throw new NotFound(message('NO_SUCH_RULE', { name: key }));
      return { result: null, keys: [] };
    },
  });
  return { decided: 1, releasedRows: 0, releasedIn: [] };
}

/** Makes an entity of the project, or gives the one that is there with its name and place. */
export async function createEntity(
  { engine, actor, projectId }: Asking,
  kind: EntityKind,
  name: string,
  details: JsonObject,
): Promise<string> {
  checkName(name);
  const { result } = await engine.decide({
    ...{ actor, projectId, importer: IMPORTER },
    async take(tx) {
      const id = await insertEntity(tx, { projectId, kind, name: name.trim(), details });
      const place = typeof details.city === 'string' ? { place: details.city } : {};
      const openMatch = await lockMatchOf(tx, projectId, kind, keyOf({ kind, name, ...place }));
      if (!openMatch) return { result: id, keys: [] };
      const answer = { action: 'LINK', entityId: id } as const;
      return { result: id, keys: [await decideMatch(tx, { projectId, actor, path: [] }, openMatch, answer)] };
    },
  });
  return result;
}

function keyOf({ kind, name, place = '' }: EntityName): string {
  checkName(name);
  return `${matchText(name)}|${kind === 'VENUE' ? matchText(place) : ''}`;
}

function checkName(name: string): void {
  if (matchText(name) !== '' && name.trim().length <= MAX_NAME && isStorableText(name)) return;
  throw new InvalidInput([{ path: ['name'], message: message('NAME_LENGTH', { limit: MAX_NAME }) }]);
}
