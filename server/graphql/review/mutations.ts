import { requireRole } from '../../auth/requireRole.ts';
import { InvalidInput } from '../../engine/model/errors.ts';
import type { MatchAnswer, MatchDecision, Reviewed } from '../../engine/model/review.ts';
import { MAX_DECISIONS } from '../../engine/review/review.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import { isObject, type Json, type JsonObject } from '../../sdk/json.ts';
import { isStorable } from '../../sdk/storable.ts';
import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { toResult } from '../errors.ts';
import { addResult, type Result } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { type KindRef, keptKind, TARGET_ARG } from './kinds.ts';

interface OfEntity {
  readonly id: string;
}
type ReviewEntitiesResult = Result<'ReviewEntitiesSuccess', Reviewed>;
type CreateEntityResult = Result<'CreateEntitySuccess', OfEntity>;

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError'] as const;

/** What is decided about names of sources. All of it requires EDITOR. */
export function addReviewMutations(builder: Builder, kind: KindRef): void {
  const result = addReviewResult(builder);
  addResolveEntities(builder, result);
  addSetEntityRule(builder, kind, result);
  addDeleteEntityRule(builder, kind, result);
  addCreateEntity(builder, kind);
}

function addReviewResult(builder: Builder) {
  const data = builder.objectRef<Reviewed>('ReviewedEntities');
  data.implement({
    description: 'The result of the decisions.',
    fields: (t) => ({
      decided: t.exposeInt('decided', { description: 'The number of decisions.' }),
      releasedRows: t.exposeInt('releasedRows', {
        description:
          'Failed rows that waited for nothing else and are being retried. Rows of an import that is paused, cancelled or failed follow when it is resumed.',
      }),
      releasedImportIds: t.idList({
        description: 'The imports that the released rows belong to.',
        resolve: ({ releasedIn }) => [...releasedIn],
      }),
    }),
  });
  return addResult<Reviewed>(builder, 'ReviewEntities', {
    of: 'a decision about entities',
    success: 'The decisions were saved.',
    errors: ERRORS,
    data: (t) => t.field({ type: data, description: 'The result.', resolve: (parent) => parent }),
  });
}

type ReviewResult = ReturnType<typeof addReviewResult>;

/** The project's actor, once they may edit it. */
function editorOf(context: Context, projectId: string): string {
  const viewer = viewerOf(context);
  requireRole(viewer, projectId, 'EDITOR');
  return viewer.actor;
}

const reviewed = (work: () => Promise<Reviewed>): Promise<ReviewEntitiesResult> =>
  toResult(async (): Promise<ReviewEntitiesResult> => ({ __typename: 'ReviewEntitiesSuccess', ...(await work()) }));

function addResolveEntities(builder: Builder, result: ReviewResult): void {
  const action = builder.enumType('EntityAction', {
    description: 'A decision about a name in a source.',
    values: {
      LINK: { description: "Link it to the project's record with the id entityId." },
      CREATE: { description: 'Create it, or keep the record that an import created.' },
      IGNORE: { description: 'Import rows without it. The record that an import created for it is removed.' },
    } as const,
  });
  const decision = builder.inputType('EntityMatchDecisionInput', {
    description: 'A decision about an entity of the review queue.',
    fields: (t) => ({
      id: t.id({ required: true, description: "The entityMatch's id." }),
      action: t.field({ type: action, required: true, description: 'The kind.' }),
      entityId: t.id({ description: "With LINK: the project's record of this kind." }),
    }),
  });
  const input = builder.inputType('DecideEntityMatchesInput', {
    description: 'Decisions about the review queue.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      decisions: t.field({
        type: [decision],
        required: true,
        description: `1 to ${MAX_DECISIONS} decisions. Either all are saved or none.`,
      }),
    }),
  });
  builder.mutationField('decideEntityMatches', (t) =>
    t.field({
      type: result,
      description:
        'Decides names of the review queue. Later imports remember the decisions, records that use what an import created are updated, and rows that wait are retried automatically. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The decisions.' }) },
      resolve: (_root, { input: { projectId, decisions } }, context) =>
        reviewed(() => {
          const actor = editorOf(context, projectId);
          return context.engine.decideMatches(actor, projectId, decisions.map(decisionOf));
        }),
    }),
  );
}

function decisionOf(
  given: { readonly id: string; readonly action: MatchAnswer['action']; readonly entityId?: string | null | undefined },
  index: number,
): MatchDecision {
  const { id, action, entityId } = given;
  const path = ['decisions', String(index)];
  if (action !== 'LINK') {
    if (entityId)
      throw new InvalidInput([{ path: [...path, 'entityId'], message: message('TAKES_NO_ENTITY', { action }) }]);
    return { id: uuidOr(id, [...path, 'id']), action };
  }
  if (!entityId) throw new InvalidInput([{ path: [...path, 'entityId'], message: message('WHICH_ENTITY') }]);
  return { id: uuidOr(id, [...path, 'id']), action, entityId };
}

function uuidOr(id: string, path: readonly string[]): string {
  if (isUuid(id)) return id.toLowerCase();
  throw new InvalidInput([{ path, message: message('NOTHING_WITH_ID', { id }) }]);
}

function addSetEntityRule(builder: Builder, kind: KindRef, result: ReviewResult): void {
  const input = builder.inputType('SetEntityRuleInput', {
    description: "The meaning of a source's name in the project.",
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      kind: t.field({ type: kind, required: true, description: 'The kind of the named entity.' }),
      target: t.string({ description: TARGET_ARG }),
      name: t.string({
        required: true,
        description: 'The name, as the source spells it. Case, accents and punctuation are ignored.',
      }),
      place: t.string({ description: 'For venues: the city, if the source gives it.' }),
      entityId: t.id({ description: "The project's entity; null if events are imported without it." }),
    }),
  });
  builder.mutationField('setEntityRule', (t) =>
    t.field({
      type: result,
      description:
        'Maps a name in a source to a record of the project or to nothing, before or after an import finds it. It replaces an earlier rule for the name. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The rule.' }) },
      resolve: (_root, { input: { projectId, kind: of, target, name, place, entityId } }, context) =>
        reviewed(() => {
          const actor = editorOf(context, projectId);
          const entityName = { kind: keptKind(of, target), name, ...(place ? { place } : {}) };
          return context.engine.setEntityRule(actor, projectId, entityName, entityId || null);
        }),
    }),
  );
}

function addDeleteEntityRule(builder: Builder, kind: KindRef, result: ReviewResult): void {
  builder.mutationField('deleteEntityRule', (t) =>
    t.field({
      type: result,
      description: 'Deletes a rule. Later imports ask again. Requires EDITOR.',
      args: {
        projectId: t.arg.id({ required: true, description: 'The project.' }),
        kind: t.arg({ type: kind, required: true, description: 'The kind.' }),
        target: t.arg.string({ description: TARGET_ARG }),
        key: t.arg.string({ required: true, description: "The mapping's key." }),
      },
      resolve: (_root, { projectId, kind: of, target, key }, context) =>
        reviewed(() => {
          const actor = editorOf(context, projectId);
          return context.engine.deleteEntityRule(actor, projectId, keptKind(of, target), key);
        }),
    }),
  );
}

function addCreateEntity(builder: Builder, kind: KindRef): void {
  const input = builder.inputType('CreateEntityInput', {
    description: 'A record of the project that names can mean, such as a venue.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project.' }),
      kind: t.field({ type: kind, required: true, description: 'The kind.' }),
      target: t.string({ description: TARGET_ARG }),
      name: t.string({ required: true, description: 'Its name.' }),
      details: t.field({
        type: 'JSON',
        description:
          'Texts by the field names of the type: for a venue, address, city, region, postalCode, country, phone and website.',
      }),
    }),
  });
  const result = addResult<OfEntity>(builder, 'CreateEntity', {
    of: 'createEntity',
    success: 'The entity exists.',
    errors: ERRORS,
    data: (t) => t.id({ description: 'Its id.', resolve: ({ id }) => id }),
  });
  builder.mutationField('createEntity', (t) =>
    t.field({
      type: result,
      description:
        'Creates an entity, or returns the existing entity with this name and place and marks it as reviewed. Rows that wait for the name are retried. Requires EDITOR.',
      args: { input: t.arg({ type: input, required: true, description: 'The entity to create.' }) },
      resolve: (_root, { input: { projectId, kind: of, target, name, details } }, context) =>
        toResult(async (): Promise<CreateEntityResult> => {
          const actor = editorOf(context, projectId);
          const entity = { kind: keptKind(of, target), name, details: detailsOf(details ?? {}) };
          return { __typename: 'CreateEntitySuccess', id: await context.engine.createEntity(actor, projectId, entity) };
        }),
    }),
  );
}

const MAX_DETAILS = 50;

function detailsOf(details: Json): JsonObject {
  const texts = isObject(details) ? Object.values(details) : [null];
  const areTexts =
    texts.length <= MAX_DETAILS && texts.every((text) => typeof text === 'string' && text.length <= 2_000);
  if (isObject(details) && areTexts && isStorable(details)) return details;
  throw new InvalidInput([{ path: ['details'], message: message('DETAILS_TEXTS', { limit: MAX_DETAILS }) }]);
}
