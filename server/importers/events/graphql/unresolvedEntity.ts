import type { Builder } from '../../../graphql/builder.ts';
import { addConnection } from '../../../graphql/connection.ts';
import type { EntityKind } from '../mention.ts';

export interface CandidateShape {
  readonly entityId: string;
  readonly name: string;
  readonly place: string;
  readonly score: number;
}

export interface UnresolvedEntityShape {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly details: unknown;
  readonly source: string | null;
  readonly sourceId: string | null;
  readonly entityId: string | null;
  readonly importId: string | null;
  readonly createdAt: Date;
  readonly waitingRows: number;
  readonly candidates: readonly CandidateShape[];
}

/** UnresolvedEntity and the list of them: the review queue. */
export function addUnresolvedEntity(builder: Builder, kind: ReturnType<typeof addEntityKind>) {
  const candidate = builder.objectRef<CandidateShape>('EntityCandidate');
  candidate.implement({
    description: 'An entity of the project whose name is alike.',
    fields: (t) => ({
      entityId: t.exposeID('entityId', { description: 'Its id, for LINK.' }),
      name: t.exposeString('name', { description: 'Its name.' }),
      place: t.exposeString('place', { description: 'The city of a venue, for comparing; else empty.' }),
      score: t.exposeFloat('score', { description: 'How alike the names are, from 0 to 1.' }),
    }),
  });
  const node = builder.objectRef<UnresolvedEntityShape>('UnresolvedEntity');
  node.implement({
    description:
      'A venue, organizer or category of a source that somebody has to look at: rows are parked for it, or an import made it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'For resolveEntities.' }),
      kind: t.field({ type: kind, description: 'What it is.', resolve: (row) => row.kind }),
      name: t.exposeString('name', { description: 'As the source writes it.' }),
      details: t.expose('details', { type: 'JSON', description: 'What else the source says of it: address, city ...' }),
      source: t.exposeString('source', { nullable: true, description: 'The host that it came from.' }),
      sourceId: t.exposeString('sourceId', { nullable: true, description: 'Its id there.' }),
      createdEntityId: t.id({
        nullable: true,
        description: 'The entity that an import made for it; null where its rows are parked.',
        resolve: ({ entityId }) => entityId,
      }),
      waitingRows: t.exposeInt('waitingRows', { description: 'Failed rows of all imports that wait for it.' }),
      candidates: t.field({
        type: [candidate],
        description: 'The five of the project that are most alike, the best first.',
        resolve: (row) => [...row.candidates],
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that asked first.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked first.' }),
    }),
  });
  return addConnection(builder, node, 'entities to review');
}

export function addEntityKind(builder: Builder) {
  return builder.enumType('EntityKind', {
    description: 'What an event refers to.',
    values: {
      VENUE: { description: 'Where it takes place.' },
      ORGANIZER: { description: 'Who holds it.' },
      CATEGORY: { description: 'What kind it is.' },
    } as const,
  });
}
