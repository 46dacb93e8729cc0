import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { apiKind, type KindRef } from './kinds.ts';

export interface CandidateShape {
  readonly entityId: string;
  readonly name: string;
  readonly place: string;
  readonly score: number;
}

export interface EntityMatchShape {
  readonly id: string;
  /** As it is kept. */
  readonly kind: string;
  readonly label: string;
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

/** EntityMatch and the list of them: the review queue. */
export function addEntityMatch(builder: Builder, kind: KindRef) {
  const candidate = builder.objectRef<CandidateShape>('EntityCandidate');
  candidate.implement({
    description: 'A record of the project with a similar name.',
    fields: (t) => ({
      entityId: t.exposeID('entityId', { description: 'Its id, for LINK.' }),
      name: t.exposeString('name', { description: 'Its name.' }),
      place: t.exposeString('place', { description: 'The city of a venue, to compare; empty otherwise.' }),
      score: t.exposeFloat('score', { description: 'The similarity of the names, from 0 to 1.' }),
    }),
  });
  const node = builder.objectRef<EntityMatchShape>('EntityMatch');
  node.implement({
    description: 'A name in a source that needs review: rows wait for it, or an import created a record for it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The id for decideEntityMatches.' }),
      kind: t.field({ type: kind, description: 'The kind.', resolve: (row) => apiKind(row.kind).kind }),
      target: t.string({
        nullable: true,
        description: 'The table that a RECORD is looked for in, as the importer names it; null for another kind.',
        resolve: (row) => apiKind(row.kind).target,
      }),
      label: t.exposeString('label', { description: 'What the importer calls a record of this kind, in English.' }),
      name: t.exposeString('name', { description: 'The name, as the source spells it.' }),
      details: t.expose('details', {
        type: 'JSON',
        description: 'Other details from the source, such as address and city.',
      }),
      source: t.exposeString('source', { nullable: true, description: 'The host of the source.' }),
      sourceId: t.exposeString('sourceId', { nullable: true, description: 'Its id in the source.' }),
      createdEntityId: t.id({
        nullable: true,
        description: 'The record that an import created for it; null if its rows wait.',
        resolve: ({ entityId }) => entityId,
      }),
      waitingRows: t.exposeInt('waitingRows', { description: 'Failed rows of all imports that wait for it.' }),
      candidates: t.field({
        type: [candidate],
        description: 'The five most similar records of the project, best match first.',
        resolve: (row) => [...row.candidates],
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that first found it.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which it was first found.' }),
    }),
  });
  return addConnection(builder, node, 'entities to review');
}
