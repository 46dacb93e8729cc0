import type { Builder } from '../../../graphql/builder.ts';
import { addConnection } from '../../../graphql/connection.ts';
import type { EntityShape, EntityTypes } from './entity.ts';

export interface EventShape {
  readonly id: string;
  readonly url: string | null;
  readonly slug: string;
  readonly source: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly excerpt: string | null;
  readonly startAt: Date;
  readonly endAt: Date | null;
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly timezone: string | null;
  readonly allDay: boolean;
  readonly imageUrl: string | null;
  readonly cost: string | null;
  readonly website: string | null;
  readonly status: string | null;
  readonly tags: readonly string[];
  readonly customFields: unknown;
  readonly removed: boolean;
  readonly removedBy: string | null;
  readonly importId: string | null;
  readonly importedAt: Date | null;
  readonly updatedAt: Date;
  /** Read with the page of events, all at once. */
  readonly venue: EntityShape | null;
  readonly organizers: readonly EntityShape[];
  readonly categories: readonly EntityShape[];
}

/** Event and the list of them. */
export function addEvent(builder: Builder, { nodes }: EntityTypes) {
  const event = builder.objectRef<EventShape>('Event');
  const connection = addConnection(builder, event, 'events');
  event.implement({
    description: 'An event of a calendar.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The event's id." }),
      url: t.exposeString('url', { nullable: true, description: "The event's page, unique in the project." }),
      slug: t.exposeString('slug', {
        description: 'The short name in URLs; made from the title if the source has none.',
      }),
      source: t.exposeString('source', { nullable: true, description: 'The host of the calendar.' }),
      title: t.exposeString('title', { description: 'Plain text.' }),
      description: t.exposeString('description', { nullable: true, description: 'Sanitized HTML.' }),
      excerpt: t.exposeString('excerpt', { nullable: true, description: 'Sanitized HTML.' }),
      startAt: t.expose('startAt', { type: 'DateTime', description: 'The start.' }),
      endAt: t.expose('endAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The end, which may equal the start.',
      }),
      startLocal: t.exposeString('startLocal', { description: 'The start in its own time zone: yyyy-MM-dd HH:mm:ss.' }),
      endLocal: t.exposeString('endLocal', {
        nullable: true,
        description: 'The end in its own time zone: yyyy-MM-dd HH:mm:ss.',
      }),
      timezone: t.exposeString('timezone', {
        nullable: true,
        description:
          'IANA name, UTC or an offset such as +05:30; null if the source gives none, in which case local times are UTC.',
      }),
      allDay: t.exposeBoolean('allDay', { description: 'Whether the event is all-day.' }),
      imageUrl: t.exposeString('imageUrl', { nullable: true, description: 'The URL of the image.' }),
      cost: t.exposeString('cost', { nullable: true, description: 'The value, as given.' }),
      website: t.exposeString('website', { nullable: true, description: 'A URL with more information.' }),
      status: t.exposeString('status', { nullable: true, description: "The source's word, such as publish." }),
      tags: t.stringList({ description: 'In alphabetical order.', resolve: ({ tags }) => [...tags] }),
      customFields: t.expose('customFields', { type: 'JSON', description: "The calendar's custom fields, as given." }),
      removed: t.exposeBoolean('removed', {
        description:
          'Whether the event is missing from its feed and an import with removeMissing marked it as removed.',
      }),
      removedBy: t.exposeID('removedBy', { nullable: true, description: 'The import that last marked it.' }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      importedAt: t.expose('importedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which it was created.',
      }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
      venue: t.field({
        type: nodes.VENUE,
        nullable: true,
        description: 'The venue.',
        resolve: (row) => row.venue,
      }),
      organizers: t.field({
        type: [nodes.ORGANIZER],
        description: 'The organizers, in the order of the source.',
        resolve: (row) => [...row.organizers],
      }),
      categories: t.field({
        type: [nodes.CATEGORY],
        description: "The categories, from the project's own.",
        resolve: (row) => [...row.categories],
      }),
    }),
  });
  return { event, connection };
}
