import type { Builder } from '../../../graphql/builder.ts';
import { PAGE_ARGS } from '../../../graphql/connection.ts';
import type { Context } from '../../../graphql/context.ts';
import { SortDirection } from '../../../graphql/inputShapes.ts';
import { type Connection, connectionOf, type PageArgs, pageOf } from '../../../graphql/paging.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { addEntityRule, type EntityTypes } from './entity.ts';
import { type addEntityKind, addEntityMatch } from './entityMatch.ts';
import { addEvent } from './event.ts';
import { readEntities, readEntity } from './store/readEntities.ts';
import { readEntityMatches } from './store/readEntityMatches.ts';
import { readEntityRules } from './store/readEntityRules.ts';
import { readEvent, readEvents } from './store/readEvents.ts';

/** What can be read of events, what they refer to, and what is to be decided about that. */
export function addEventQueries(builder: Builder, entities: EntityTypes, kind: ReturnType<typeof addEntityKind>): void {
  addEventsQuery(builder, entities);
  addEntityQueries(builder, entities);
  addEntityQuery(builder, entities);
  addEntityMatchesQuery(builder, kind);
  addEntityRulesQuery(builder, kind);
}

/** A page of what the viewer may see: nothing of a project that they may not. */
function pageFor<Node>(
  context: Context,
  projectId: string,
  args: PageArgs,
  read: (page: ReturnType<typeof pageOf>) => Promise<Connection<Node>>,
): Promise<Connection<Node>> {
  const page = pageOf(args);
  if (viewerOf(context).roleIn(projectId) !== null) return read(page);
  const nothing = connectionOf<Node>(
    [],
    page,
    () => '',
    async () => 0,
  );
  return Promise.resolve(nothing);
}

/** What is the viewer's to see; null of what is not, as of what is not there. */
async function visible<Found extends { readonly projectId: string }>(
  context: Context,
  read: () => Promise<Found | null>,
): Promise<Found | null> {
  const viewer = viewerOf(context);
  const found = await read();
  return found && viewer.roleIn(found.projectId) !== null ? found : null;
}

const PROJECT = "The project's id. Empty for a project that the viewer cannot see.";

function addEventsQuery(builder: Builder, entities: EntityTypes): void {
  const filter = builder.inputType('EventFilter', {
    description: 'A filter of events. An event must match all conditions.',
    fields: (t) => ({
      search: t.string({ description: 'Part of the title or the URL (case-insensitive).' }),
      startsAfter: t.field({ type: 'DateTime', description: 'Only events that start at or after this time.' }),
      startsBefore: t.field({ type: 'DateTime', description: 'Only events that start before this time.' }),
      venueId: t.id({ description: 'Only events at this venue.' }),
      organizerId: t.id({ description: 'Only events of this organizer.' }),
      categoryId: t.id({ description: 'Only events of this category.' }),
      removed: t.boolean({ description: 'Only removed events (true) or only other events (false).' }),
      missingFrom: t.id({ description: 'Only events that are missing from the source of the import with this id.' }),
    }),
  });
  const field = builder.enumType('EventOrderField', {
    description: 'The sort field of events.',
    values: { START: { description: 'The start.' }, TITLE: { description: 'The title.' } } as const,
  });
  const order = builder.inputType('EventOrder', {
    description: 'The sort order of events.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'The sort field.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'The sort direction.' }),
    }),
  });
  const { event, connection } = addEvent(builder, entities);
  builder.queryField('event', (t) =>
    t.field({
      type: event,
      nullable: true,
      description: 'An event; null if there is none with this id or the viewer cannot see it.',
      args: { id: t.arg.id({ required: true, description: "The event's id." }) },
      resolve: (_root, { id }, context) => visible(context, () => readEvent(context.records, id)),
    }),
  );
  builder.queryField('events', (t) =>
    t.field({
      type: connection,
      description: "A project's events, earliest first by default.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'A filter; all if absent.' }),
        orderBy: t.arg({ type: order, description: 'The sort order; by start if absent.' }),
      },
      resolve: (_root, { projectId, filter: wanted, orderBy, ...args }, context) =>
        pageFor(context, projectId, args, (page) =>
          readEvents(context.records, projectId, wanted ?? {}, orderBy ?? { field: 'START', direction: 'ASC' }, page),
        ),
    }),
  );
}

function addEntityQueries(builder: Builder, { connections }: EntityTypes): void {
  const filter = builder.inputType('EntityFilter', {
    description: 'A filter of venues, organizers or categories. An entity must match all conditions.',
    fields: (t) => ({
      search: t.string({ description: 'Part of the name (case-insensitive).' }),
      needsReview: t.boolean({
        description: 'Only entities that an import created and that need review (true), or only others (false).',
      }),
    }),
  });
  for (const [name, kind, what] of [
    ['venues', 'VENUE', 'venues'],
    ['organizers', 'ORGANIZER', 'organizers'],
    ['eventCategories', 'CATEGORY', "events' categories"],
  ] as const) {
    builder.queryField(name, (t) =>
      t.field({
        type: connections[kind],
        description: `A project's ${what}, by name.`,
        args: {
          projectId: t.arg.id({ required: true, description: PROJECT }),
          first: t.arg.int({ description: PAGE_ARGS.first }),
          after: t.arg.string({ description: PAGE_ARGS.after }),
          offset: t.arg.int({ description: PAGE_ARGS.offset }),
          filter: t.arg({ type: filter, description: 'A filter; all if absent.' }),
        },
        resolve: (_root, { projectId, filter: wanted, ...args }, context) =>
          pageFor(context, projectId, args, (page) =>
            readEntities(context.records, kind, projectId, wanted ?? {}, page),
          ),
      }),
    );
  }
}

const SINGLE = [
  ['venue', 'VENUE', 'venue'],
  ['organizer', 'ORGANIZER', 'organizer'],
  ['eventCategory', 'CATEGORY', 'category of events'],
] as const;

function addEntityQuery(builder: Builder, { nodes }: EntityTypes): void {
  for (const [name, kind, what] of SINGLE) {
    builder.queryField(name, (t) =>
      t.field({
        type: nodes[kind],
        nullable: true,
        description: `A single ${what}; null if there is none with this id or the viewer cannot see it.`,
        args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
        resolve: (_root, { id }, context) => visible(context, () => readEntity(context.records, kind, id)),
      }),
    );
  }
}

function addEntityMatchesQuery(builder: Builder, kind: ReturnType<typeof addEntityKind>): void {
  const filter = builder.inputType('EntityMatchFilter', {
    description: 'A filter of the review queue. An entity must match all conditions.',
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'Only entities of this kind.' }),
      search: t.string({ description: 'Part of the name (case-insensitive).' }),
      parked: t.boolean({ description: 'Only entities that rows wait for.' }),
    }),
  });
  builder.queryField('entityMatches', (t) =>
    t.field({
      type: addEntityMatch(builder, kind),
      description:
        "The project's review queue: venues, organizers and categories that rows wait for or that an import created. Entities that rows wait for come first, then the oldest.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'A filter; all if absent.' }),
      },
      resolve: (_root, { projectId, filter: wanted, ...args }, context) =>
        pageFor(context, projectId, args, (page) => readEntityMatches(context.records, projectId, wanted ?? {}, page)),
    }),
  );
}

function addEntityRulesQuery(builder: Builder, kind: ReturnType<typeof addEntityKind>): void {
  builder.queryField('entityRules', (t) =>
    t.field({
      type: addEntityRule(builder, kind),
      description:
        "The rules for a source's venues, organizers or categories. For the kind CATEGORY, they map a calendar's categories to the project's own.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        kind: t.arg({ type: kind, required: true, description: 'The kind.' }),
        search: t.arg.string({ description: 'Part of the name in the source (case-insensitive).' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (_root, { projectId, kind: wanted, search, ...args }, context) =>
        pageFor(context, projectId, args, (page) =>
          readEntityRules(context.records, projectId, wanted, search ?? '', page),
        ),
    }),
  );
}
