import { v7 } from 'uuid';
import type { EntityKind, EntityReference } from './entityReference.ts';
import { likeness } from './likeness.ts';
import type { KnownEntity, SimilarEntity } from './store/findEntities.ts';

export type Outcome = 'RESOLVED' | 'IGNORED' | 'CREATED' | 'UNRESOLVED';

/** What a reference is in the project. */
export interface Answer {
  readonly key: string;
  readonly outcome: Outcome;
  /** The project's own; of a created one, the id that it gets. */
  readonly entityId: string | null;
  readonly by: 'decision' | 'name' | 'similarity' | 'nothing';
}

/** What the database knows of the references of a chunk. */
export interface Known {
  readonly decisions: ReadonlyMap<string, string | null>;
  readonly entities: readonly KnownEntity[];
  readonly similar: readonly SimilarEntity[];
  /** Names of the references that may mean the same. */
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
}

/** The name and the place: what is asked about, whatever ids a source gives it. */
export function keyOf({ matchName, matchPlace }: Pick<EntityReference, 'matchName' | 'matchPlace'>): string {
  return `${matchName}|${matchPlace}`;
}

/** The keys by which a decision is found, in order. */
export function ruleKeys(found: EntityReference, source: string | null): string[] {
  const byName = `name:${keyOf(found)}`;
  return found.sourceId === null || source === null ? [byName] : [`id:${source}#${found.sourceId}`, byName];
}

/**
 * Answers references of one kind one after the other, as if each were alone: what one creates, the next finds. By what
 * was decided before, by source id and then by name; by the same name and place; by a name that is alike enough
 * (`likeness`), in no other place. Pure.
 */
export class Resolver {
  readonly #known: Known;
  readonly #createUnknown: boolean;
  readonly #similarity: number;
  readonly #decisions: Map<string, string | null>;
  readonly #made: KnownEntity[] = [];

  constructor(known: Known, unknown: 'CREATE' | 'PARK', similarity: number) {
    this.#known = known;
    this.#similarity = similarity;
    this.#createUnknown = unknown === 'CREATE';
    this.#decisions = new Map(known.decisions);
  }

  answer(found: EntityReference, source: string | null): Answer {
    const key = keyOf(found);
    const keys = ruleKeys(found, source);
    const decided = keys.find((each) => this.#decisions.has(each));
    const entityId = decided === undefined ? null : (this.#decisions.get(decided) ?? null);
    if (decided !== undefined) return { key, outcome: entityId ? 'RESOLVED' : 'IGNORED', entityId, by: 'decision' };
    const answer = this.#byName(found) ?? this.#bySimilarity(found) ?? this.#unknown(found);
    // Remembered in the database as well, once the chunk is saved; the rows behind this one see it already.
    const [first] = keys;
    if (keys.length === 2 && first && answer.entityId && answer.by !== 'similarity') {
      this.#decisions.set(first, answer.entityId);
    }
    return answer;
  }

  #byName(found: EntityReference): Answer | null {
    const named = [...this.#known.entities, ...this.#made].filter(({ matchName }) => matchName === found.matchName);
    const there = named.find(({ matchPlace }) => matchPlace === found.matchPlace);
    const possible = named.filter(({ matchPlace }) => isSamePlace(matchPlace, found.matchPlace));
    const entity = there ?? (possible.length === 1 ? possible[0] : undefined);
    return entity ? { key: keyOf(found), outcome: 'RESOLVED', entityId: entity.id, by: 'name' } : null;
  }

  #bySimilarity(found: EntityReference): Answer | null {
    const [best, second] = this.#candidates(found.matchName)
      .filter((entity) => isSamePlace(entity.matchPlace, found.matchPlace))
      .map(({ id, matchName, matchPlace }) => {
        return { id, score: likeness(found.matchName, matchName, [found.matchPlace, matchPlace]) };
      })
      .filter(({ score }) => score >= this.#similarity)
      .sort((a, b) => b.score - a.score);
    // Two that are equally alike: somebody has to say.
    if (!best || best.score === second?.score) return null;
    return { key: keyOf(found), outcome: 'RESOLVED', entityId: best.id, by: 'similarity' };
  }

  #candidates(name: string): KnownEntity[] {
    const stored = this.#known.similar.filter(({ asked }) => asked === name);
    const made = this.#made.filter(({ matchName }) =>
      this.#known.pairs.some(({ a, b }) => (a === name && b === matchName) || (b === name && a === matchName)),
    );
    return [...stored, ...made];
  }

  #unknown(found: EntityReference): Answer {
    const key = keyOf(found);
    if (!this.#createUnknown) return { key, outcome: 'UNRESOLVED', entityId: null, by: 'nothing' };
    const { matchName, matchPlace } = found;
    const entity = { id: v7(), matchName, matchPlace };
    this.#made.push(entity);
    return { key, outcome: 'CREATED', entityId: entity.id, by: 'nothing' };
  }
}

/** Places that do not contradict each other: one of them may be unknown. */
function isSamePlace(a: string, b: string): boolean {
  return a === b || a === '' || b === '';
}

export const KINDS: readonly EntityKind[] = ['VENUE', 'ORGANIZER', 'CATEGORY'];
