import type { EntityKind } from '../../entities/kinds.ts';
import type { Builder } from '../builder.ts';
import { addConnection } from './connection.ts';
import type { addEntityKind } from './unresolvedEntity.ts';

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
