import type { Db } from '../../../sdk/index.ts';
import type { EntityKind } from '../entityReference.ts';
import { KINDS, keyOf } from '../resolver.ts';
import {
  type RekeyedMatch,
  type Renamed,
  type Replaced,
  readEntities,
  readMatches,
  readNamedRules,
  readReferences,
  rekeyMatches,
  rekeyRules,
  removeEntities,
  renameEntities,
  renameReferences,
  replaceEntities,
  type StoredEntity,
  type StoredMatch,
} from '../store/refoldNames.ts';
import { type Fold, Places, refoldKey, refoldName } from './places.ts';

export interface RefoldedEntities {
  readonly places: Places;
  /** Which entity is now meant instead of one, by its id. */
  readonly replaced: ReadonlyMap<string, string>;
  readonly byKind: ReadonlyMap<EntityKind, readonly Replaced[]>;
}

export async function refoldEntities(db: Db, former: Fold): Promise<RefoldedEntities> {
  const places = new Places(former);
  const byKind = new Map<EntityKind, readonly Replaced[]>();
  for (const kind of KINDS) {
    const entities = await readEntities(db, kind);
    for (const { city } of entities) if (kind === 'VENUE' && city !== null) places.add(city);
    const { renamed, replaced } = renamedEntities(kind, entities);
    await renameEntities(
      db,
      kind,
      renamed,
      replaced.map(({ id }) => id),
    );
    await replaceEntities(db, kind, replaced);
    byKind.set(kind, replaced);
  }
  const replaced = new Map([...byKind.values()].flat().map(({ id, by }) => [id, by]));
  return { places, replaced, byKind };
}

/** Of those that get one key, the first stays. */
function renamedEntities(kind: EntityKind, entities: readonly StoredEntity[]) {
  const kept = new Map<string, string>();
  const renamed: Renamed[] = [];
  const replaced: Replaced[] = [];
  for (const entity of entities) {
    const { id, projectId } = entity;
    const made = refolded(kind, entity);
    const key = `${projectId}\n${keyOf(made)}`;
    const by = kept.get(key);
    if (by !== undefined) {
      replaced.push({ id, by });
      continue;
    }
    kept.set(key, id);
    if (keyOf(made) !== keyOf(entity)) renamed.push(made);
  }
  return { renamed, replaced };
}

function refolded(kind: EntityKind, entity: StoredEntity | StoredMatch): Renamed {
  const { id, name, city, matchName } = entity;
  const matchPlace = kind === 'VENUE' && city !== null ? refoldName(city, '') : '';
  return { id, matchName: refoldName(name, matchName), matchPlace };
}

export async function removeReplaced(db: Db, { byKind }: RefoldedEntities): Promise<void> {
  for (const [kind, replaced] of byKind) {
    await removeEntities(
      db,
      kind,
      replaced.map(({ id }) => id),
    );
  }
}

/** The keys of decisions, open matches and what imports met. Gives the open matches as they were. */
export async function refoldKeys(db: Db, former: Fold, places: Places): Promise<readonly StoredMatch[]> {
  const openMatches = await readMatches(db);
  for (const { kind, city } of openMatches) if (kind === 'VENUE' && city !== null) places.add(city);
  await refoldRules(db, former, places);
  await refoldMatches(db, openMatches);
  const references = await readReferences(db);
  const renamed = references.map((reference) => {
    const newName = refoldName(reference.name, reference.matchName);
    return { ...reference, newName, newPlace: places.refold(reference.matchPlace) };
  });
  await renameReferences(db, renamed);
  return openMatches;
}

const BY_NAME = 'name:';

async function refoldRules(db: Db, former: Fold, places: Places): Promise<void> {
  const decisions = (await readNamedRules(db)).map((decision) => {
    const newKey = refoldKey(decision.key.slice(BY_NAME.length), decision.name, former, places);
    return { ...decision, newKey: `${BY_NAME}${newKey}` };
  });
  const { first, others } = distinct(decisions, ({ projectId, kind, newKey }) => `${projectId}\n${kind}\n${newKey}`);
  await rekeyRules(
    db,
    first.filter(({ key, newKey }) => newKey !== key),
    others,
  );
}

async function refoldMatches(db: Db, openMatches: readonly StoredMatch[]): Promise<void> {
  const renamed = openMatches.map((openMatch) => {
    const made = refolded(openMatch.kind, openMatch);
    return { ...openMatch, ...made, newKey: keyOf(made) };
  });
  const keyIn = ({ projectId, kind, newKey }: (typeof renamed)[number]) => `${projectId}\n${kind}\n${newKey}`;
  const made = new Map(renamed.filter(({ entityId }) => entityId !== null).map((each) => [keyIn(each), each.entityId]));
  const { first, others } = distinct(renamed, keyIn);
  const rekeyed = first.map(
    (each): RekeyedMatch => ({ ...each, entityId: each.entityId ?? made.get(keyIn(each)) ?? null }),
  );
  await rekeyMatches(
    db,
    rekeyed,
    others.map(({ id }) => id),
  );
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): { first: T[]; others: T[] } {
  const seen = new Set<string>();
  const [first, others]: [T[], T[]] = [[], []];
  for (const item of items) {
    (seen.has(keyOf(item)) ? others : first).push(item);
    seen.add(keyOf(item));
  }
  return { first, others };
}
