import type { Builder } from '../../../graphql/builder.ts';
import { addConnection } from '../../../graphql/connection.ts';
import type { Connection } from '../../../graphql/paging.ts';
import type { EntityKind } from '../mention.ts';

import type { addEntityKind } from './unresolvedEntity.ts';

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
    VENUE: addEntity(builder, 'Venue', 'Where events take place.', {
      address: 'The street and the house.',
      city: 'The city.',
      region: 'The region or state.',
      postalCode: 'The postal code.',
      country: 'The country.',
      phone: 'As it was given.',
      website: 'As it was given; with a scheme where it is an address.',
    }),
    ORGANIZER: addEntity(builder, 'Organizer', 'Who holds events.', {
      email: 'As it was given.',
      phone: 'As it was given.',
      website: 'As it was given; with a scheme where it is an address.',
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
      name: t.exposeString('name', { description: 'As the source that it came from writes it.' }),
      ...Object.fromEntries(
        Object.entries(details).map(([detail, about]) => [
          detail,
          t.string({ nullable: true, description: about, resolve: (entity) => detailOf(entity, detail) }),
        ]),
      ),
      needsReview: t.exposeBoolean('needsReview', {
        description: 'An import made it, and nobody has looked at it yet: it is in unresolvedEntities.',
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that made it.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it changed last.' }),
    }),
  });
  return node;
}

function detailOf({ details }: EntityShape, name: string): string | null {
  const value =
    typeof details === 'object' && details !== null ? Object.entries(details).find(([key]) => key === name) : undefined;
  return typeof value?.[1] === 'string' ? value[1] : null;
}

export interface EntityMappingShape {
  readonly kind: EntityKind;
  readonly key: string;
  readonly name: string;
  readonly source: string | null;
  readonly entityId: string | null;
  readonly entityName: string | null;
  readonly decidedBy: string | null;
  readonly createdAt: Date;
}

/** EntityMapping and the list of them: what is remembered, and so the mapping table of categories. */
export function addEntityMapping(builder: Builder, kind: ReturnType<typeof addEntityKind>) {
  const node = builder.objectRef<EntityMappingShape>('EntityMapping');
  node.implement({
    description: "What a source's venue, organizer or category is in the project: later imports do not ask again.",
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'What it is.', resolve: (row) => row.kind }),
      key: t.exposeString('key', {
        description: 'What is recognised: name:NAME|PLACE as compared, or id:HOST#ID. For forgetEntityMapping.',
      }),
      name: t.exposeString('name', { description: 'As the source writes it.' }),
      source: t.exposeString('source', { nullable: true, description: 'The host that it came from.' }),
      entityId: t.exposeID('entityId', {
        nullable: true,
        description: "The project's entity; null: events go without it.",
      }),
      entityName: t.exposeString('entityName', { nullable: true, description: "The name of the project's entity." }),
      decidedBy: t.exposeString('decidedBy', {
        nullable: true,
        description: 'Who decided; null where an import found it by its name.',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when.' }),
    }),
  });
  return addConnection(builder, node, 'entity mappings');
}
