import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { type Db, type Resolution, type ResolveContext, type RowError, RowRejected } from '../../sdk/index.ts';
import type { EntityKind, EntityReference } from './entityReference.ts';
import type { EventInput } from './eventInput.ts';
import { usualSpelling } from './likeness.ts';
import type { EventOptions } from './options.ts';
import { type Answer, KINDS, Resolver, ruleKeys } from './resolver.ts';
import { withSharedUrls } from './sharedUrls.ts';
import { findByNames, findPairs, findRules, findSimilar } from './store/findEntities.ts';
import { type ResolvedReference, saveResolved } from './store/saveResolved.ts';
import { saveSightings } from './store/saveSightings.ts';

type Context = ResolveContext<EventOptions>;
type Resolvers = Readonly<Record<EntityKind, Resolver>>;

/** Finds the project's venues, organizers and categories for the events of a chunk, in a few statements a kind. */
export async function resolveEvents(
  db: Db,
  given: readonly EventInput[],
  context: Context,
): Promise<Resolution<EventInput>> {
  const inputs = await withSharedUrls(db, context, given);
  const resolvers: Resolvers = {
    VENUE: await resolverOf(db, 'VENUE', inputs, context),
    ORGANIZER: await resolverOf(db, 'ORGANIZER', inputs, context),
    CATEGORY: await resolverOf(db, 'CATEGORY', inputs, context),
  };
  const answered = inputs.map((input) => resolvedOf(input, resolvers));
  for (const [index, answers] of answered.entries()) {
    for (const warning of warningsOf(answers)) context.warn(index, warning);
  }
  return {
    inputs: inputs.map((input, index) => resolvedInput(input, answered[index] ?? [])),
    async save({ stands }) {
      await saveSightings(db, context.importId, inputs);
      await saveResolved(
        db,
        context,
        answered.flatMap((answers, index) => answers.map((answer) => ({ ...answer, stands: stands(index) }))),
      );
      return {};
    },
  };
}

const UNKNOWN_OPTION = {
  VENUE: 'unknownVenue',
  ORGANIZER: 'unknownOrganizer',
  CATEGORY: 'unknownCategory',
} as const satisfies Record<EntityKind, keyof EventOptions>;

async function resolverOf(
  db: Db,
  kind: EntityKind,
  inputs: readonly EventInput[],
  context: Context,
): Promise<Resolver> {
  const { options, dryRun } = context;
  const found = inputs.flatMap((input) =>
    referencesOf(input, kind).map((each) => ({ each, source: input.event.source })),
  );
  const unknown = options[UNKNOWN_OPTION[kind]];
  const { similarity } = options;
  const nothing = { decisions: new Map(), entities: [], similar: [], pairs: [] };
  if (found.length === 0) return new Resolver(nothing, unknown, similarity);
  const keys = new Set(found.flatMap(({ each, source }) => ruleKeys(each, source)));
  const decided = await findRules(db, context, kind, [...keys]);
  const decisions = new Map(decided.map(({ key, entityId }) => [key, entityId]));
  const open = found.filter(({ each, source }) => !ruleKeys(each, source).some((key) => decisions.has(key)));
  const names = [...new Set(open.map(({ each }) => each.matchName))];
  const entities = await findByNames(db, context, kind, names, dryRun);
  // At 1 only names that are the same will do.
  const wanted = similarity < 1 ? names.map((name) => ({ name, usual: usualSpelling(name) })) : [];
  const similar = await findSimilar(db, context, kind, wanted, dryRun);
  const pairs = unknown === 'CREATE' ? await findPairs(db, wanted) : [];
  return new Resolver({ decisions, entities, similar, pairs }, unknown, similarity);
}

function referencesOf({ venue, organizers, categories }: EventInput, kind: EntityKind): readonly EntityReference[] {
  if (kind === 'VENUE') return venue ? [venue] : [];
  return kind === 'ORGANIZER' ? organizers : categories;
}

type Resolved = Omit<ResolvedReference, 'stands'>;

function resolvedOf(input: EventInput, resolvers: Resolvers): Resolved[] {
  const { source } = input.event;
  return KINDS.flatMap((kind) =>
    referencesOf(input, kind).map((reference) => ({
      ...{ kind, reference, source },
      answer: resolvers[kind].answer(reference, source),
    })),
  );
}

/** The input with the project's ids, or all that is unresolved of it. */
function resolvedInput(input: EventInput, answers: readonly Resolved[]): EventInput | RowRejected {
  const [rowError, ...others] = answers.flatMap(({ kind, reference, answer }) =>
    answer.outcome === 'UNRESOLVED' ? [unresolved(kind, reference, answer)] : [],
  );
  if (rowError) return new RowRejected(rowError, ...others);
  const idsOf = (kind: EntityKind) => [
    ...new Set(answers.flatMap((each) => (each.kind === kind && each.answer.entityId ? [each.answer.entityId] : []))),
  ];
  const [venueId = null] = idsOf('VENUE');
  return {
    ...input,
    resolved: { venueId, organizerIds: idsOf('ORGANIZER'), categoryIds: idsOf('CATEGORY').sort() },
  };
}

const FIELDS = { VENUE: 'venue', ORGANIZER: 'organizer', CATEGORY: 'categories' } as const;
const CODES = {
  VENUE: { unknown: 'UNRESOLVED_VENUE', made: 'VENUE_CREATED', similar: 'VENUE_BY_SIMILARITY' },
  ORGANIZER: { unknown: 'UNRESOLVED_ORGANIZER', made: 'ORGANIZER_CREATED', similar: 'ORGANIZER_BY_SIMILARITY' },
  CATEGORY: { unknown: 'UNRESOLVED_CATEGORY', made: 'CATEGORY_CREATED', similar: 'CATEGORY_BY_SIMILARITY' },
} as const;

function unresolved(kind: EntityKind, { name }: EntityReference, { key }: Answer): RowError {
  return {
    ...message(CODES[kind].unknown, { name }),
    field: FIELDS[kind],
    value: name,
    waitsFor: `${kind}:${key}`,
  };
}

function warningsOf(answers: readonly Resolved[]): Message[] {
  return answers.flatMap(({ kind, answer }) => [
    ...(answer.outcome === 'CREATED' ? [message(CODES[kind].made)] : []),
    ...(answer.by === 'similarity' ? [message(CODES[kind].similar)] : []),
  ]);
}
