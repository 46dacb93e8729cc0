import { requireRole } from '../../../auth/requireRole.ts';
import { InvalidInput } from '../../../engine/model/errors.ts';
import type { Builder } from '../../../graphql/builder.ts';
import type { Context } from '../../../graphql/context.ts';
import { answer, type ErrorAnswer } from '../../../graphql/errors.ts';
import { isUuid } from '../../../graphql/isUuid.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { isObject, type Json, type JsonObject } from '../../../sdk/json.ts';
import { isStorable } from '../../../sdk/storable.ts';
import type { Answer } from '../commands/answerQuestion.ts';
import {
  createEntity,
  forgetMapping,
  MAX_ANSWERS,
  mapEntity,
  type Reviewed,
  resolveEntities,
} from '../commands/review.ts';
import type { addEntityKind } from './unresolvedEntity.ts';

type ReviewAnswer = ({ readonly __typename: 'ReviewEntitiesSuccess' } & Reviewed) | ErrorAnswer;
type CreateAnswer = { readonly __typename: 'CreateEntitySuccess'; readonly id: string } | ErrorAnswer;
type Kind = ReturnType<typeof addEntityKind>;

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError'] as const;

/** What is decided about venues, organizers and categories. All of it takes an EDITOR. */
export function addEntityMutations(builder: Builder, kind: Kind): void {
  const result = addReviewResult(builder);
  addResolveEntities(builder, result);
  addMapEntity(builder, kind, result);
  addForgetEntityMapping(builder, kind, result);
  addCreateEntity(builder, kind);
}

function addReviewResult(builder: Builder) {
  const data = builder.objectRef<Reviewed>('ReviewedEntities');
  data.implement({
    description: 'What was decided, and what followed from it.',
    fields: (t) => ({
      decided: t.exposeInt('decided', { description: 'Decisions that were taken.' }),
      releasedRows: t.exposeInt('releasedRows', {
        description:
          'Failed rows that waited for nothing else and are tried again now. Those of an import that is paused, cancelled or failed follow when it is resumed.',
      }),
      releasedImportIds: t.idList({
        description: 'The imports that the released rows belong to.',
        resolve: ({ releasedIn }) => [...releasedIn],
      }),
    }),
  });
  const success = builder.objectRef<Reviewed>('ReviewEntitiesSuccess');
  success.implement({
    description: 'It was decided.',
    fields: (t) => ({
      data: t.field({ type: data, description: 'What it came to.', resolve: (reviewed) => reviewed }),
    }),
  });
  return builder.unionType('ReviewEntitiesResult', {
    description: 'What a decision about entities answers with.',
    types: [success, ...ERRORS],
  });
}

type ReviewResult = ReturnType<typeof addReviewResult>;

/** The project's actor, once they may edit it. */
function editing(context: Context, projectId: string) {
  const viewer = viewerOf(context);
  requireRole(viewer, projectId, 'EDITOR');
  return { engine: context.engine, actor: viewer.actor, projectId };
}

const reviewed = (work: () => Promise<Reviewed>): Promise<ReviewAnswer> =>
  answer(async (): Promise<ReviewAnswer> => ({ __typename: 'ReviewEntitiesSuccess', ...(await work()) }));

function addResolveEntities(builder: Builder, result: ReviewResult): void {
  const action = builder.enumType('EntityAction', {
    description: 'What an entity of a source is.',
    values: {
      LINK: { description: "It is one of the project's own, which entityId names." },
      CREATE: { description: 'It is one of its own: it is made, or what an import made stays.' },
      IGNORE: { description: 'Events go without it; what an import made for it is taken off them and removed.' },
    } as const,
  });
  const decision = builder.inputType('EntityDecisionInput', {
    description: 'What one entity of the review queue is.',
    fields: (t) => ({
      id: t.id({ required: true, description: "The unresolvedEntity's id." }),
      action: t.field({ type: action, required: true, description: 'What it is.' }),
      entityId: t.id({ description: "With LINK: the project's venue, organizer or category." }),
    }),
  });
  const input = builder.inputType('ResolveEntitiesInput', {
    description: 'Decisions about the review queue.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      decisions: t.field({
        type: [decision],
        required: true,
        description: `At least one, at most ${MAX_ANSWERS}; all are taken, or none.`,
      }),
    }),
  });
  builder.mutationField('resolveEntities', (t) =>
    t.field({
      type: result,
      description:
        'Says what entities of the review queue are. It is remembered for later imports, events that refer to them follow, and the rows that are parked for them are tried again by themselves. Takes an EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'What is decided.' }) },
      resolve: (_root, { input: { projectId, decisions } }, context) =>
        reviewed(() => resolveEntities(editing(context, projectId), decisions.map(decisionOf))),
    }),
  );
}

function decisionOf(
  given: { readonly id: string; readonly action: Answer['action']; readonly entityId?: string | null | undefined },
  index: number,
): Answer & { readonly id: string } {
  const { id, action, entityId } = given;
  const path = ['decisions', String(index)];
  if (action !== 'LINK') {
    if (entityId) throw new InvalidInput([{ path: [...path, 'entityId'], message: `${action} takes no entity.` }]);
    return { id: uuidOr(id, [...path, 'id']), action };
  }
  if (!entityId) throw new InvalidInput([{ path: [...path, 'entityId'], message: 'Say which entity it is.' }]);
  return { id: uuidOr(id, [...path, 'id']), action, entityId: uuidOr(entityId, [...path, 'entityId']) };
}

function uuidOr(id: string, path: readonly string[]): string {
  if (isUuid(id)) return id.toLowerCase();
  throw new InvalidInput([{ path, message: `There is nothing with the id "${id}".` }]);
}

function addMapEntity(builder: Builder, kind: Kind, result: ReviewResult): void {
  const input = builder.inputType('MapEntityInput', {
    description: "What a source's name means in the project.",
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      kind: t.field({ type: kind, required: true, description: 'What it is the name of.' }),
      name: t.string({
        required: true,
        description: 'As the source writes it; case, accents and punctuation do not count.',
      }),
      place: t.string({ description: 'Venues: the city, where the source says it.' }),
      entityId: t.id({ description: "The project's entity; null: events go without it." }),
    }),
  });
  builder.mutationField('mapEntity', (t) =>
    t.field({
      type: result,
      description:
        "Maps a source's category (venue, organizer) to the project's own, or to nothing, before it is met or after; in place of what was remembered of the name. Takes an EDITOR.",
      args: { input: t.arg({ type: input, required: true, description: 'What means what.' }) },
      resolve: (_root, { input: { projectId, kind: of, name, place, entityId } }, context) =>
        reviewed(() =>
          mapEntity(
            editing(context, projectId),
            { kind: of, name, ...(place ? { place } : {}) },
            entityId ? uuidOr(entityId, ['entityId']) : null,
          ),
        ),
    }),
  );
}

function addForgetEntityMapping(builder: Builder, kind: Kind, result: ReviewResult): void {
  builder.mutationField('forgetEntityMapping', (t) =>
    t.field({
      type: result,
      description: 'Forgets what is remembered of a source; later imports ask again. Takes an EDITOR.',
      args: {
        projectId: t.arg.id({ required: true, description: 'The project.' }),
        kind: t.arg({ type: kind, required: true, description: 'Of which kind.' }),
        key: t.arg.string({ required: true, description: "The mapping's key." }),
      },
      resolve: (_root, { projectId, kind: of, key }, context) =>
        reviewed(() => forgetMapping(editing(context, projectId), of, key)),
    }),
  );
}

function addCreateEntity(builder: Builder, kind: Kind): void {
  const input = builder.inputType('CreateEntityInput', {
    description: 'A venue, organizer or category of the project.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      kind: t.field({ type: kind, required: true, description: 'What it is.' }),
      name: t.string({ required: true, description: 'Its name.' }),
      details: t.field({
        type: 'JSON',
        description:
          'Texts by the names that the type has: of a venue address, city, region, postalCode, country, phone, website.',
      }),
    }),
  });
  const success = builder.objectRef<{ readonly id: string }>('CreateEntitySuccess');
  success.implement({
    description: 'It is there.',
    fields: (t) => ({ data: t.id({ description: 'Its id.', resolve: ({ id }) => id }) }),
  });
  const result = builder.unionType('CreateEntityResult', {
    description: 'What createEntity answers with.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('createEntity', (t) =>
    t.field({
      type: result,
      description:
        "Makes one of the project's own, or finds the one that has its name and place, reviewed as it is. Rows that are parked for that name are tried again. Takes an EDITOR.",
      args: { input: t.arg({ type: input, required: true, description: 'What to make.' }) },
      resolve: (_root, { input: { projectId, kind: of, name, details } }, context) =>
        answer(
          async (): Promise<CreateAnswer> => ({
            __typename: 'CreateEntitySuccess',
            id: await createEntity(editing(context, projectId), of, name, detailsOf(details ?? {})),
          }),
        ),
    }),
  );
}

const MAX_DETAILS = 50;

function detailsOf(details: Json): JsonObject {
  const texts = isObject(details) ? Object.values(details) : [null];
  const areTexts =
    texts.length <= MAX_DETAILS && texts.every((text) => typeof text === 'string' && text.length <= 2_000);
  if (isObject(details) && areTexts && isStorable(details)) return details;
  const message = `Give an object of at most ${MAX_DETAILS} texts, of 2,000 characters each at most, without NUL.`;
  throw new InvalidInput([{ path: ['details'], message }]);
}
