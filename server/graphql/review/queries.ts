import type { Builder } from '../builder.ts';
import { PAGE_ARGS, PROJECT_ARG, pageFor } from '../connection.ts';
import { viewerOf } from '../viewerOf.ts';
import { addEntityMatch } from './entityMatch.ts';
import { addEntityRule } from './entityRule.ts';
import { apiKind, filteredKinds, type KindRef, keptKind, TARGET_ARG } from './kinds.ts';
import { countEntityMatches, readEntityMatches } from './store/readEntityMatches.ts';
import { readEntityRules } from './store/readEntityRules.ts';

/** What can be read of the review queue and its rules. */
export function addReviewQueries(builder: Builder, kind: KindRef): void {
  addEntityMatchesQuery(builder, kind);
  addEntityRulesQuery(builder, kind);
  addReviewKindsQuery(builder, kind);
  addEntityOptionsQuery(builder, kind);
}

function addEntityMatchesQuery(builder: Builder, kind: KindRef): void {
  const filter = builder.inputType('EntityMatchFilter', {
    description: 'A filter of the review queue. An entity must match all conditions.',
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'Only entities of this kind.' }),
      target: t.string({ description: 'Only records that are looked for in this table, as the importer names it.' }),
      search: t.string({ description: 'Part of the name (case-insensitive).' }),
      parked: t.boolean({ description: 'Only entities that rows wait for.' }),
    }),
  });
  builder.queryField('entityMatches', (t) =>
    t.field({
      type: addEntityMatch(builder, kind),
      description:
        "The project's review queue: names that rows wait for or that an import created a record for. Names that rows wait for come first, then the oldest.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT_ARG }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'A filter; all if absent.' }),
      },
      resolve: (_root, { projectId, filter: wanted, ...args }, context) =>
        pageFor(context, projectId, args, (page) => {
          const kinds = filteredKinds(context.engine.reviewKinds(), wanted?.kind, wanted?.target);
          return readEntityMatches(context.records, context.engine, projectId, { ...wanted, kinds }, page);
        }),
    }),
  );
}

function addEntityRulesQuery(builder: Builder, kind: KindRef): void {
  builder.queryField('entityRules', (t) =>
    t.field({
      type: addEntityRule(builder, kind),
      description:
        "The rules for names in a source. For the kind CATEGORY, they map a calendar's categories to the project's own.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT_ARG }),
        kind: t.arg({ type: kind, required: true, description: 'The kind.' }),
        target: t.arg.string({ description: TARGET_ARG }),
        search: t.arg.string({ description: 'Part of the name in the source (case-insensitive).' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (_root, { projectId, kind: wanted, target, search, ...args }, context) =>
        pageFor(context, projectId, args, async (page) =>
          readEntityRules(
            context.records,
            context.engine,
            projectId,
            filteredKinds(context.engine.reviewKinds(), wanted, target)[0] ?? '',
            search ?? '',
            page,
          ),
        ),
    }),
  );
}

interface ReviewKindShape {
  readonly kind: string;
  readonly label: string;
  readonly hasPlace: boolean;
  readonly open: number;
}

/** ReviewKind: what the importers refer to, and how much of it waits. */
function addReviewKindsQuery(builder: Builder, kind: KindRef): void {
  const node = builder.objectRef<ReviewKindShape>('ReviewKind');
  node.implement({
    description: 'A kind of record that importers of the server refer to by name.',
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'The kind.', resolve: (row) => apiKind(row.kind).kind }),
      target: t.string({
        nullable: true,
        description: 'The table of a RECORD, as the importer names it; null for another kind.',
        resolve: (row) => apiKind(row.kind).target,
      }),
      label: t.exposeString('label', { description: 'What the importer calls a record of this kind, in English.' }),
      hasPlace: t.exposeBoolean('hasPlace', {
        description: 'Whether a name may come with a place, such as the city of a venue.',
      }),
      open: t.exposeInt('open', { description: 'Names of this kind in the review queue.' }),
    }),
  });
  builder.queryField('reviewKinds', (t) =>
    t.field({
      type: [node],
      description: 'The kinds of records that names can mean, with how many names of each await a decision.',
      args: { projectId: t.arg.id({ required: true, description: PROJECT_ARG }) },
      resolve: async (_root, { projectId }, context) => {
        if (viewerOf(context).roleIn(projectId) === null) return [];
        const known = context.engine.reviewKinds();
        const kinds = known.map((each) => each.kind);
        const counts = await countEntityMatches(context.records, projectId, kinds);
        return known.map((each) => ({ ...each, open: counts.get(each.kind) ?? 0 }));
      },
    }),
  );
}

/** More than a person scans. */
const MAX_OPTIONS = 100;

function addEntityOptionsQuery(builder: Builder, kind: KindRef): void {
  const node = builder.objectRef<{ entityId: string; name: string; place: string }>('EntityOption');
  node.implement({
    description: 'A record of the project that a name can mean.',
    fields: (t) => ({
      entityId: t.exposeID('entityId', { description: 'Its id.' }),
      name: t.exposeString('name', { description: 'Its name.' }),
      place: t.exposeString('place', { description: 'The city of a venue; empty otherwise.' }),
    }),
  });
  builder.queryField('entityOptions', (t) =>
    t.field({
      type: [node],
      description: 'Records of the project that a name can mean, by name; to pick one from.',
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT_ARG }),
        kind: t.arg({ type: kind, required: true, description: 'The kind.' }),
        target: t.arg.string({ description: TARGET_ARG }),
        search: t.arg.string({ description: 'Part of the name (case-insensitive).' }),
        ids: t.arg.idList({ description: 'Only the records with these ids, at most 100.' }),
        first: t.arg.int({ description: `At most this many, 1 to ${MAX_OPTIONS}; 20 by default.` }),
      },
      resolve: async (_root, { projectId, kind: wanted, target, search, ids, first }, context) => {
        const { engine } = context;
        if (viewerOf(context).roleIn(projectId) === null) return [];
        const kept = keptKind(wanted, target);
        if (ids) return [...(await engine.namedEntities(projectId, kept, ids.slice(0, MAX_OPTIONS)))];
        const limit = Math.min(Math.max(first ?? 20, 1), MAX_OPTIONS);
        return [...(await engine.searchEntities(projectId, kept, (search ?? '').slice(0, 500), limit))];
      },
    }),
  );
}
