import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { apiKind, type KindRef } from './kinds.ts';

export interface EntityRuleShape {
  /** As it is kept. */
  readonly kind: string;
  readonly key: string;
  readonly name: string;
  readonly source: string | null;
  readonly entityId: string | null;
  readonly entityName: string | null;
  readonly decidedBy: string | null;
  readonly createdAt: Date;
}

/** EntityRule and the list of them: what is remembered, and so the mapping table of categories. */
export function addEntityRule(builder: Builder, kind: KindRef) {
  const node = builder.objectRef<EntityRuleShape>('EntityRule');
  node.implement({
    description: 'A rule that says what a name in a source means in the project. Later imports apply it.',
    fields: (t) => ({
      kind: t.field({ type: kind, description: 'The kind.', resolve: (row) => apiKind(row.kind).kind }),
      target: t.string({
        nullable: true,
        description: 'The table of a RECORD, as the importer names it; null for another kind.',
        resolve: (row) => apiKind(row.kind).target,
      }),
      key: t.exposeString('key', {
        description: 'The key for deleteEntityRule: name:NAME|PLACE as compared, or id:HOST#ID.',
      }),
      name: t.exposeString('name', { description: 'The name, as the source spells it.' }),
      source: t.exposeString('source', { nullable: true, description: 'The host of the source.' }),
      entityId: t.exposeID('entityId', {
        nullable: true,
        description: "The project's record; null if rows are imported without it.",
      }),
      entityName: t.exposeString('entityName', { nullable: true, description: "The name of the project's record." }),
      decidedBy: t.exposeString('decidedBy', {
        nullable: true,
        description: 'The person who decided; null if an import found the record by name.',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which the rule was created.' }),
    }),
  });
  return addConnection(builder, node, 'entity rules');
}
