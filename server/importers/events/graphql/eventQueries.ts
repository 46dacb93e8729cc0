import type { Builder } from '../../../graphql/builder.ts';
import { PAGE_ARGS, PROJECT_ARG, pageFor } from '../../../graphql/connection.ts';
import type { Context } from '../../../graphql/context.ts';
import { SortDirection } from '../../../graphql/inputShapes.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import type { EntityTypes } from './entity.ts';
import { addEvent } from './event.ts';
import { readEntities, readEntity } from './store/readEntities.ts';
import { readEvent, readEvents } from './store/readEvents.ts';

/** What can be read of events and what they refer to. */
export function addEventQueries(builder: Builder, entities: EntityTypes): void {
  addEventsQuery(builder, entities);
  addEntityQueries(builder, entities);
  addEntityQuery(builder, entities);
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
        projectId: t.arg.id({ required: true, description: PROJECT_ARG }),
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
          projectId: t.arg.id({ required: true, description: PROJECT_ARG }),
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
