import { message } from '../../messages/catalogue.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import { MAX_ENTITY_NAME } from '../../sdk/reference/review.ts';
import { isStorableText } from '../../sdk/storable.ts';
import { decide } from '../commands/decide.ts';
import type { EngineContext } from '../model/context.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { EntityName, MatchAnswer, MatchDecision, Reviewed } from '../model/review.ts';
import { createRecord, decideMatch, lockEntity, unknownKind, waitingKey } from './decideMatch.ts';
import { kindsOf, type SharedKind } from './kinds.ts';
import { deleteRule, saveRule } from './store/entityRules.ts';
import { lockMatches, lockMatchOf, readKinds } from './store/openMatches.ts';

/** As many as a person decides at once. */
export const MAX_DECISIONS = 500;

interface Asking {
  readonly context: EngineContext;
  readonly actor: string;
  readonly projectId: string;
}

/** Answers matches of the review queue, all or none. Throws NotFound for one that is not there (any more). */
export async function decideEntityMatches(
  { context, actor, projectId }: Asking,
  decisions: readonly MatchDecision[],
): Promise<Reviewed> {
  checkNumber(decisions);
  const kinds = kindsOf(context.importers);
  const ids = decisions.map(({ id }) => id);
  // Before the transaction, for its locks: the kind of a match never changes.
  const concerned = await readKinds(context.database, projectId, ids);
  const { result, ...released } = await decide(context, {
    ...{ actor, projectId, importers: concerned.flatMap((kind) => kinds.get(kind)?.importers ?? []) },
    async take(tx) {
      const openMatches = new Map((await lockMatches(tx, projectId, ids)).map((found) => [found.id, found]));
      const keys: string[] = [];
      for (const [index, answer] of decisions.entries()) {
        const openMatch = openMatches.get(answer.id.toLowerCase());
        const shared = openMatch && kinds.get(openMatch.kind);
        if (!openMatch || !shared) throw new NotFound(message('DECIDED_ALREADY', { id: answer.id }));
        const path = ['decisions', String(index)];
        keys.push(await decideMatch(tx, { projectId, actor, path }, shared.reviewKind, openMatch, answer));
      }
      return { result: keys.length, keys };
    },
  });
  return { decided: result, ...released };
}

function checkNumber(decisions: readonly { readonly id: string }[]): void {
  const path = ['decisions'];
  if (decisions.length === 0) throw new InvalidInput([{ path, message: message('ONE_DECISION') }]);
  if (decisions.length > MAX_DECISIONS) {
    throw new InvalidInput([{ path, message: message('DECISIONS_AT_ONCE', { count: MAX_DECISIONS }) }]);
  }
  if (new Set(decisions.map(({ id }) => id.toLowerCase())).size < decisions.length) {
    throw new InvalidInput([{ path, message: message('DECISION_EACH') }]);
  }
}

/**
 * Says what a source's name means in the project, before it is met or after: a record of the project, or (null) nothing.
 * A match about it is answered with it.
 */
export async function setEntityRule(
  { context, actor, projectId }: Asking,
  { kind, name, place = '' }: EntityName,
  entityId: string | null,
): Promise<Reviewed> {
  const { reviewKind, importers } = requireKind(context, kind);
  const { result: _result, ...released } = await decide(context, {
    ...{ actor, projectId, importers },
    async take(tx) {
      const key = await requireKey(tx, { reviewKind, importers }, name, place);
      const openMatch = await lockMatchOf(tx, projectId, kind, key);
      const answer: MatchAnswer = entityId === null ? { action: 'IGNORE' } : { action: 'LINK', entityId };
      if (openMatch) {
        const decided = await decideMatch(tx, { projectId, actor, path: [] }, reviewKind, openMatch, answer);
        return { result: null, keys: [decided] };
      }
      const id = entityId === null ? null : await lockEntity(tx, reviewKind, projectId, entityId, []);
      await saveRule(tx, { projectId, kind, key: `name:${key}`, entityId: id, name, source: null, actor });
      return { result: null, keys: [waitingKey(kind, key)] };
    },
  });
  return { decided: 1, ...released };
}

/** Forgets what was remembered; later imports ask again. */
export async function deleteEntityRule(
  { context, actor, projectId }: Asking,
  kind: string,
  key: string,
): Promise<Reviewed> {
  const { importers } = requireKind(context, kind);
  await decide(context, {
    ...{ actor, projectId, importers },
    async take(tx) {
      if (!(await deleteRule(tx, projectId, kind, key))) throw new NotFound(message('NO_SUCH_RULE', { name: key }));
      return { result: null, keys: [] };
    },
  });
  return { decided: 1, releasedRows: 0, releasedIn: [] };
}

/** Makes a record of the project, or gives the one that is there with its name and place. */
export async function createEntity(
  { context, actor, projectId }: Asking,
  { kind, name, details }: { readonly kind: string; readonly name: string; readonly details: JsonObject },
): Promise<string> {
  const { reviewKind, importers } = requireKind(context, kind);
  const { result } = await decide(context, {
    ...{ actor, projectId, importers },
    async take(tx) {
      const place = typeof details.city === 'string' ? details.city : '';
      const key = await requireKey(tx, { reviewKind, importers }, name, place);
      const id = await createRecord(tx, reviewKind, { projectId, name: name.trim(), details }, ['name']);
      const openMatch = await lockMatchOf(tx, projectId, kind, key);
      if (!openMatch) return { result: id, keys: [] };
      const answer = { action: 'LINK', entityId: id } as const;
      return {
        result: id,
        keys: [await decideMatch(tx, { projectId, actor, path: [] }, reviewKind, openMatch, answer)],
      };
    },
  });
  return result;
}

function requireKind({ importers }: EngineContext, kind: string): SharedKind {
  const shared = kindsOf(importers).get(kind);
  if (!shared) throw unknownKind(kind);
  return shared;
}

async function requireKey(db: Db, { reviewKind }: SharedKind, name: string, place: string): Promise<string> {
  const isName = name.trim() !== '' && name.trim().length <= MAX_ENTITY_NAME && isStorableText(name + place);
  const key = isName ? await reviewKind.keyOf(db, name, place) : '';
  if (key !== '') return key;
  throw new InvalidInput([{ path: ['name'], message: message('NAME_LENGTH', { limit: MAX_ENTITY_NAME }) }]);
}
