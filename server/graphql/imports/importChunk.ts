import type { Builder } from '../builder.ts';
import { addConnection } from '../connection.ts';
import { parseAttempts } from '../parseColumn.ts';
import type { ImportChunkShape } from '../shapes.ts';

/** ImportChunk, ChunkAttempt and the list of chunks. */
export function addImportChunk(builder: Builder) {
  const chunk = builder.objectRef<ImportChunkShape>('ImportChunk');
  chunk.implement({
    description: 'A fixed run of consecutive rows: the unit of work, of transaction and of retry.',
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Chunks are applied in this order, from 0.' }),
      status: t.exposeString('status', { description: 'PENDING, DONE or FAILED.' }),
      firstRow: t.exposeInt('firstRow', { description: 'Number of its first row.' }),
      lastRow: t.exposeInt('lastRow', { description: 'Number of its last row.' }),
      attempts: t.field({
        type: ['ChunkAttempt'],
        description: 'Transient errors of this chunk, oldest first; empty if the first attempt succeeded.',
        resolve: (parent) => parseAttempts(parent.attempts),
      }),
    }),
  });
  builder.objectType('ChunkAttempt', {
    description: 'An attempt that failed because of the environment.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'The time at which the attempt failed.' }),
      error: t.field({ type: 'Message', description: 'What happened.', resolve: ({ error }) => error }),
      code: t.exposeString('code', { description: 'The stable error code.' }),
    }),
  });
  return addConnection(builder, chunk, 'chunks');
}
