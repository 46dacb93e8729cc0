import type { Builder } from '../../../graphql/builder.ts';
import { addConnection } from '../../../graphql/connection.ts';
import type { Connection } from '../../../graphql/paging.ts';
import type { EntityKind } from '../entityReference.ts';

export interface EntityShape {
  readonly id: string;
  readonly name: string;
  readonly details: unknown;
  readonly needsReview: boolean;
  readonly importId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Ref<Shape> = PothosSchemaTypes.ObjectRef<Builder['$inferSchemaTypes'], Shape>;

export interface EntityTypes {
  readonly nodes: Readonly<Record<EntityKind, Ref<EntityShape>>>;
  readonly connections: Readonly<Record<EntityKind, Ref<Connection<EntityShape>>>>;
}

/** Venue, Organizer and EventCategory, and the lists of them. */
export function addEntities(builder: Builder): EntityTypes {
  const nodes = {
    VENUE: addEntity(builder, 'Venue', 'A place where events take place.', {
      address: 'The street and the house.',
      city: 'The city.',
      region: 'The region or state.',
      postalCode: 'The postal code.',
      country: 'The country.',
      phone: 'The value, as given.',
      website: 'The website, as given; with a scheme if it is a URL.',
    }),
    ORGANIZER: addEntity(builder, 'Organizer', 'A host of events.', {
      email: 'The value, as given.',
      phone: 'The value, as given.',
      website: 'The website, as given; with a scheme if it is a URL.',
    }),
    CATEGORY: addEntity(builder, 'EventCategory', 'A kind of event.', { slug: 'The short name in addresses.' }),
  };
  const connections = {
    VENUE: addConnection(builder, nodes.VENUE, 'venues'),
    ORGANIZER: addConnection(builder, nodes.ORGANIZER, 'organizers'),
    CATEGORY: addConnection(builder, nodes.CATEGORY, 'categories'),
  };
  return { nodes, connections };
}

function addEntity(
  builder: Builder,
  name: string,
  description: string,
  details: Readonly<Record<string, string>>,
): Ref<EntityShape> {
  const node = builder.objectRef<EntityShape>(name);
  node.implement({
    description,
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      name: t.exposeString('name', { description: 'The name, as the source spells it.' }),
      ...Object.fromEntries(
        Object.entries(details).map(([detail, about]) => [
          detail,
          t.string({ nullable: true, description: about, resolve: (entity) => detailOf(entity, detail) }),
        ]),
      ),
      needsReview: t.exposeBoolean('needsReview', {
        description: 'Whether an import created it and it has not been reviewed. It is then in entityMatches.',
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which it was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
    }),
  });
  return node;
}

function detailOf({ details }: EntityShape, name: string): string | null {
  const value =
    typeof details === 'object' && details !== null ? Object.entries(details).find(([key]) => key === name) : undefined;
  return typeof value?.[1] === 'string' ? value[1] : null;
}
