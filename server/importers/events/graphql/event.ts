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
      url: t.exposeString('url', { nullable: true, description: 'Its page; unique in the project.' }),
      slug: t.exposeString('slug', {
        description: 'Its short name in addresses; made of the title where it has none.',
      }),
      source: t.exposeString('source', { nullable: true, description: 'The host of the calendar that it came from.' }),
      title: t.exposeString('title', { description: 'Plain text.' }),
      description: t.exposeString('description', { nullable: true, description: 'HTML, sanitised.' }),
      excerpt: t.exposeString('excerpt', { nullable: true, description: 'HTML, sanitised.' }),
      startAt: t.expose('startAt', { type: 'DateTime', description: 'When it begins.' }),
      endAt: t.expose('endAt', { type: 'DateTime', nullable: true, description: 'When it ends; may be the start.' }),
      startLocal: t.exposeString('startLocal', { description: 'The start in its own time zone: yyyy-MM-dd HH:mm:ss.' }),
      endLocal: t.exposeString('endLocal', { nullable: true, description: 'The end likewise.' }),
      timezone: t.exposeString('timezone', {
        nullable: true,
        description:
          'IANA name, UTC or an offset such as +05:30; null where the source does not say, and local is UTC.',
      }),
      allDay: t.exposeBoolean('allDay', { description: 'Whether it takes whole days.' }),
      imageUrl: t.exposeString('imageUrl', { nullable: true, description: 'The address of its picture.' }),
      cost: t.exposeString('cost', { nullable: true, description: 'As it was given.' }),
      website: t.exposeString('website', { nullable: true, description: 'Where there is more about it.' }),
      status: t.exposeString('status', { nullable: true, description: "The source's word, such as publish." }),
      tags: t.stringList({ description: 'In the order of their names.', resolve: ({ tags }) => [...tags] }),
      customFields: t.expose('customFields', { type: 'JSON', description: "The calendar's own, as they came." }),
      removed: t.exposeBoolean('removed', {
        description: 'It vanished from its feed, and an import with removeMissing marked it so.',
      }),
      removedBy: t.exposeID('removedBy', { nullable: true, description: 'The import that marked it last.' }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      importedAt: t.expose('importedAt', { type: 'DateTime', nullable: true, description: 'When it was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
      venue: t.field({
        type: nodes.VENUE,
        nullable: true,
        description: 'Where it takes place.',
        resolve: (row) => row.venue,
      }),
      organizers: t.field({
        type: [nodes.ORGANIZER],
        description: 'Who holds it, in the order of the source.',
        resolve: (row) => [...row.organizers],
      }),
      categories: t.field({
        type: [nodes.CATEGORY],
        description: "What kind it is, by the project's own categories.",
        resolve: (row) => [...row.categories],
      }),
    }),
  });
  return { event, connection };
}
