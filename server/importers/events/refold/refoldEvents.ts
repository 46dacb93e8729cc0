import { type Db, type Json, sameValue } from '../../../sdk/index.ts';
import { keyAtStart, keyAtVenue, slugOfTitle } from '../eventKey.ts';
import {
  type Changes,
  type NamedParts,
  readEvents,
  readKeys,
  readProvenance,
  readVenueNames,
  renameSightings,
  type StoredEntry,
  type StoredEvent,
  updateEvents,
  updateProvenance,
} from '../store/refoldEvents.ts';
import type { Fold } from './places.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';
const BATCH = 1_000;

type VenueNames = ReadonlyMap<string, { readonly matchName: string; readonly matchPlace: string }>;

interface Refolding {
  /** Null for an event that keeps its slug and key. */
  readonly former: Fold | null;
  readonly replaced: ReadonlyMap<string, string>;
  /** What the sources call a venue, where all call it by one name. */
  readonly venueNames: VenueNames;
}

/** Slugs that were made from titles, the keys of events, their references, and the same in what imports did to them. */
export async function refoldEvents(db: Db, former: Fold, replaced: ReadonlyMap<string, string>): Promise<void> {
  const refolding = { former, replaced, venueNames: await venueNames(db) };
  for (let after = NO_ID; ; ) {
    const events = await readEvents(db, after, BATCH);
    const last = events.at(-1);
    if (last === undefined) return;
    after = last.id;
    await refoldBatch(db, refolding, events);
  }
}

/** As a row's key would name them. A venue that sources name in several ways gets into the key with its next row. */
async function venueNames(db: Db): Promise<VenueNames> {
  const names = new Map<string, { matchName: string; matchPlace: string } | null>();
  for (const { id, ...name } of await readVenueNames(db)) {
    const known = names.get(id);
    const isOther = known === null || (known !== undefined && keyAtVenue('', known) !== keyAtVenue('', name));
    names.set(id, isOther ? null : name);
  }
  return new Map([...names].flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])));
}

async function refoldBatch(db: Db, refolding: Refolding, events: readonly StoredEvent[]): Promise<void> {
  const ids = events.map(({ id }) => id);
  const entries = Map.groupBy(await readProvenance(db, ids), ({ recordId }) => recordId);
  const historyOf = ({ id }: StoredEvent) => entries.get(id) ?? [];
  const wanted = events.map((event) => ({ event, made: refolded(refolding, event, historyOf(event)) }));
  const hindered = await withTakenKeys(db, wanted);
  const rulesOf = ({ id }: StoredEvent) => (hindered.has(id) ? { ...refolding, former: null } : refolding);
  const changed = events
    .map((event) => ({ event, made: refolded(rulesOf(event), event, historyOf(event)) }))
    .filter(({ event, made }) => !isSame(event, made));
  await updateEvents(
    db,
    changed.map(({ made }) => made),
  );
  await updateProvenance(
    db,
    events.flatMap((event) => refoldedEntries(rulesOf(event), event, historyOf(event))),
  );
  const renamed = changed.map(({ event, made }) => ({
    ...{ projectId: event.projectId, slugStart: event.slugStart, newSlugStart: made.slugStart },
    newAtStart: keyAtStart(made.source, made.slug, startIn(made)),
  }));
  await renameSightings(
    db,
    renamed.filter(({ slugStart, newSlugStart }) => slugStart !== newSlugStart),
  );
}

interface Refolded {
  readonly event: StoredEvent;
  readonly made: StoredEvent;
}

/** Two events under one key would fail their row as ambiguous: the older one gets it, the other keeps what it has. */
async function withTakenKeys(db: Db, wanted: readonly Refolded[]): Promise<ReadonlySet<string>> {
  const moved = wanted.filter(({ event, made }) => event.slugStart !== made.slugStart).map(({ made }) => made);
  const keyOf = ({ projectId, slugStart }: Pick<StoredEvent, 'projectId' | 'slugStart'>) =>
    `${projectId}\n${slugStart}`;
  const taken = await readKeys(
    db,
    moved.map(({ slugStart }) => slugStart),
  );
  const holders = new Map(taken.map((each) => [keyOf(each), each.id]));
  const hindered = moved.filter((event) => {
    const holder = holders.get(keyOf(event)) ?? event.id;
    holders.set(keyOf(event), holder);
    return holder !== event.id;
  });
  return new Set(hindered.map(({ id }) => id));
}

function isSame(event: StoredEvent, made: StoredEvent): boolean {
  return PARTS.every((part) => sameValue(event[part], made[part]));
}

/** What is made anew; title and source only tell how. */
const PARTS = ['slug', 'slugStart', 'venueId', 'organizerIds', 'categoryIds'] as const;

function startIn({ source, slug, slugStart }: NamedParts): string {
  return slugStart.slice(keyAtStart(source, slug, '').length).split('|', 1)[0] ?? '';
}

function refolded<T extends NamedParts>(refolding: Refolding, parts: T, entries: readonly StoredEntry[]): T {
  const { former, replaced, venueNames } = refolding;
  const { title, slug, source, slugStart, venueId } = parts;
  const entities = {
    venueId: venueId === null ? null : (replaced.get(venueId) ?? venueId),
    organizerIds: replacedIds(parts.organizerIds, replaced),
    categoryIds: replacedIds(parts.categoryIds, replaced, true),
  };
  const isFromTitle = former !== null && slug === slugOfTitle(title, former) && !hasOwnSlug(slug, entries);
  if (!isFromTitle || !slugStart.startsWith(keyAtStart(source, slug, ''))) return { ...parts, ...entities };
  const newSlug = slugOfTitle(title);
  const atStart = keyAtStart(source, newSlug, startIn(parts));
  const named = entities.venueId === null ? undefined : venueNames.get(entities.venueId);
  const venue = slugStart.slice(keyAtStart(source, slug, startIn(parts)).length);
  return { ...parts, ...entities, slug: newSlug, slugStart: named ? keyAtVenue(atStart, named) : `${atStart}${venue}` };
}

/** Calendars make slugs from titles themselves, often the same ones: those stay. */
function hasOwnSlug(slug: string, entries: readonly StoredEntry[]): boolean {
  return entries.findLast(({ changes }) => changes.slug?.[1] === slug)?.hasSlugs ?? false;
}

function replacedIds(ids: readonly string[], replaced: Refolding['replaced'], sorted = false): readonly string[] {
  if (!ids.some((id) => replaced.has(id))) return ids;
  const distinct = [...new Set(ids.map((id) => replaced.get(id) ?? id))];
  return sorted ? distinct.sort() : distinct;
}

/** What the imports did, from one state of the event to the next, as if they had been folded so all along. */
function refoldedEntries(
  refolding: Refolding,
  event: StoredEvent,
  entries: readonly StoredEntry[],
): Pick<StoredEntry, 'recordId' | 'seq' | 'changes'>[] {
  let state: Readonly<Record<string, Json>> = { ...event, ...valuesOf(entries.toReversed(), 0) };
  return entries.flatMap((entry) => {
    const before = { ...state, ...valuesOf([entry], 0) };
    state = { ...before, ...valuesOf([entry], 1) };
    const changes = refoldedChanges(refolding, entry, entries, before, state);
    return sameValue(entry.changes, changes) ? [] : [{ ...entry, changes }];
  });
}

/** The old (0) or new (1) values of changes, of several the last. */
function valuesOf(entries: readonly StoredEntry[], side: 0 | 1): Record<string, Json> {
  return Object.fromEntries(
    entries.flatMap(({ changes }) => Object.entries(changes).map(([field, values]) => [field, values[side]] as const)),
  );
}

function refoldedChanges(
  refolding: Refolding,
  { changes }: StoredEntry,
  entries: readonly StoredEntry[],
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): Changes {
  const [old, now] = [before, after].map((state) => refolded(refolding, partsOf(state), entries));
  const made = PARTS.flatMap((part) => {
    const values = [changes[part]?.[0] === null ? null : (old?.[part] ?? null), now?.[part] ?? null] as const;
    return sameValue(values[0], values[1]) ? [] : [[part, values] as const];
  });
  const rest = Object.entries(changes).filter(([field]) => !PARTS.some((part) => part === field));
  return Object.fromEntries([...rest, ...made]);
}

function partsOf(state: Readonly<Record<string, Json>>): NamedParts {
  const text = (field: string) => (typeof state[field] === 'string' ? state[field] : null);
  const list = (field: string) => {
    const value = state[field];
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  };
  return {
    ...{ title: text('title') ?? '', slug: text('slug') ?? '', source: text('source') },
    ...{ slugStart: text('slugStart') ?? '', venueId: text('venueId') },
    ...{ organizerIds: list('organizerIds'), categoryIds: list('categoryIds') },
  };
}
