import type { Progress } from '../../engine/engine.ts';
import { NotFound } from '../../engine/errors.ts';
import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';

/**
 * How far an import is: fields of Import that a snapshot of its progress has too. What must add up comes from such a
 * snapshot, one statement for all imports of an answer: error groups read beside the row would be of a later moment than
 * its counts. Status, phase, percent and revision stay the row's: a stream tells what is newer than that revision.
 */
export function addImportCounts(builder: Builder): void {
  builder.prismaObjectFields('Import', (t) => ({
    counts: t.field({
      type: 'ImportCounts',
      description: 'Rows by outcome.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).counts,
    }),
    chunks: t.field({
      type: 'ChunkCounts',
      description: 'Chunks by status.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).chunks,
    }),
    lastRow: t.exposeInt('lastRow', {
      description: 'Highest row number before which every row has its outcome.',
    }),
    percent: t.exposeFloat('percent', { description: 'Of the phase, 0 to 100; never goes back within one.' }),
    rowsPerSecond: t.float({
      nullable: true,
      description: 'Of late; null when it is not running.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).rowsPerSecond,
    }),
    etaSeconds: t.int({
      nullable: true,
      description: 'Seconds left in this phase; null when unknown.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).etaSeconds,
    }),
    errorSummary: t.field({
      type: ['ErrorGroup'],
      description: 'Open failed rows by code and field, most frequent first, at most 50 groups.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).errorSummary,
    }),
  }));
}

async function snapshotOf({ id }: { readonly id: string }, context: Context): Promise<Progress> {
  const snapshot = await context.progressOf(id);
  // Its project was removed just now.
  if (!snapshot) throw new NotFound(`Import ${id} is no longer there.`);
  return snapshot;
}
