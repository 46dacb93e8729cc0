import type { Builder } from '../../../graphql/builder.ts';
import { PAGE_ARGS } from '../../../graphql/connection.ts';
import type { Context } from '../../../graphql/context.ts';
import { SortDirection } from '../../../graphql/inputShapes.ts';
import { type Connection, connectionOf, type PageArgs, pageOf } from '../../../graphql/paging.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { addEntityMapping, type EntityTypes } from './entity.ts';
import { addEvent } from './event.ts';
import { readEntities, readEntity } from './store/readEntities.ts';
import { readEntityMappings } from './store/readEntityMappings.ts';
import { readEvent, readEvents } from './store/readEvents.ts';
import { readUnresolved } from './store/readUnresolved.ts';
import { type addEntityKind, addUnresolvedEntity } from './unresolvedEntity.ts';

/** What can be read of events, what they refer to, and what is to be decided about that. */
export function addEventQueries(builder: Builder, entities: EntityTypes, kind: ReturnType<typeof addEntityKind>): void {
  addEventsQuery(builder, entities);
  addEntityQueries(builder, entities);
  addEntityQuery(builder, entities);
  addUnresolvedEntitiesQuery(builder, kind);
  addEntityMappingsQuery(builder, kind);
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

const PROJECT = 'Of which project; nothing where the viewer may not see it.';

function addEventsQuery(builder: Builder, entities: EntityTypes): void {
  const filter = builder.inputType('EventFilter', {
    description: 'Which events; what is said is all true of each.',
    fields: (t) => ({
      search: t.string({ description: 'Part of the title or the URL, in any case.' }),
      startsAfter: t.field({ type: 'DateTime', description: 'Beginning at this time or later.' }),
      startsBefore: t.field({ type: 'DateTime', description: 'Beginning before this time.' }),
      venueId: t.id({ description: 'At this venue.' }),
      organizerId: t.id({ description: 'Held by this organizer.' }),
      categoryId: t.id({ description: 'Of this category.' }),
      removed: t.boolean({ description: 'Only those that vanished and were marked as removed, or only the others.' }),
      missingFrom: t.id({ description: 'Missing from the source of the import with this id.' }),
    }),
  });
  const field = builder.enumType('EventOrderField', {
    description: 'What events are ordered by.',
    values: { START: { description: 'When they begin.' }, TITLE: { description: 'Their titles.' } } as const,
  });
  const order = builder.inputType('EventOrder', {
    description: 'An order of events.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'By what.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'Which way.' }),
    }),
  });
  const { event, connection } = addEvent(builder, entities);
  builder.queryField('event', (t) =>
    t.field({
      type: event,
      nullable: true,
      description: 'One event; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The event's id." }) },
      resolve: (_root, { id }, context) => visible(context, () => readEvent(context.records, id)),
    }),
  );
  builder.queryField('events', (t) =>
    t.field({
      type: connection,
      description: "A project's events, the earliest first unless told.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'Which of them; all when absent.' }),
        orderBy: t.arg({ type: order, description: 'By their start when absent.' }),
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
    description: 'Which venues, organizers or categories; what is said is all true of each.',
    fields: (t) => ({
      search: t.string({ description: 'Part of the name, in any case.' }),
      needsReview: t.boolean({
        description: 'Only those that an import made and nobody has looked at, or the others.',
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
          filter: t.arg({ type: filter, description: 'Which of them; all when absent.' }),
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
        description: `One ${what}; null when there is none with this id, or the viewer may not see it.`,
        args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
        resolve: (_root, { id }, context) => visible(context, () => readEntity(context.records, kind, id)),
      }),
    );
  }
}

function addUnresolvedEntitiesQuery(builder: Builder, kind: ReturnType<typeof addEntityKind>): void {
  const filter = builder.inputType('UnresolvedEntityFilter', {
    description: 'Which entities to review; what is said is all true of each.',
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'Of this kind.' }),
      search: t.string({ description: 'Part of the name, in any case.' }),
      parked: t.boolean({ description: 'Only those for which rows are parked.' }),
    }),
  });
  builder.queryField('unresolvedEntities', (t) =>
    t.field({
      type: addUnresolvedEntity(builder, kind),
      description:
        "The project's review queue: venues, organizers and categories for which rows are parked, or that an import made. Those first for which rows wait, then the oldest.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'Which of them; all when absent.' }),
      },
      resolve: (_root, { projectId, filter: wanted, ...args }, context) =>
        pageFor(context, projectId, args, (page) => readUnresolved(context.records, projectId, wanted ?? {}, page)),
    }),
  );
}

function addEntityMappingsQuery(builder: Builder, kind: ReturnType<typeof addEntityKind>): void {
  builder.queryField('entityMappings', (t) =>
    t.field({
      type: addEntityMapping(builder, kind),
      description:
        "What is remembered of a source's venues, organizers or categories. Of kind CATEGORY it is the table that maps a calendar's categories to the project's own.",
      args: {
        projectId: t.arg.id({ required: true, description: PROJECT }),
        kind: t.arg({ type: kind, required: true, description: 'Of which kind.' }),
        search: t.arg.string({ description: "Part of the source's name, in any case." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (_root, { projectId, kind: wanted, search, ...args }, context) =>
        pageFor(context, projectId, args, (page) =>
          readEntityMappings(context.records, projectId, wanted, search ?? '', page),
        ),
    }),
  );
}
