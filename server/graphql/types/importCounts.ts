import type { Builder } from '../builder.ts';

const GROUPS = 50;

/** How far an import is: fields of Import that a snapshot of its progress has too. */
export function addImportCounts(builder: Builder): void {
  builder.prismaObjectFields('Import', (t) => ({
    counts: t.field({
      type: 'ImportCounts',
      description: 'Rows by outcome.',
      select: {
        planned: true,
        rowsRead: true,
        created: true,
        updated: true,
        unchanged: true,
        skipped: true,
        failed: true,
        discarded: true,
      },
      resolve: ({ created, updated, unchanged, skipped, failed, discarded, ...row }) => ({
        total: row.planned ? row.rowsRead : null,
        created,
        updated,
        unchanged,
        skipped,
        failed,
        discarded,
        pending: row.rowsRead - created - updated - unchanged - skipped - failed - discarded,
      }),
    }),
    chunks: t.field({
      type: 'ChunkCounts',
      description: 'Chunks by status.',
      select: { planned: true, chunksTotal: true, chunksDone: true, chunksFailed: true },
      resolve: (row) => ({
        total: row.planned ? row.chunksTotal : null,
        done: row.chunksDone,
        failed: row.chunksFailed,
        pending: row.chunksTotal - row.chunksDone - row.chunksFailed,
      }),
    }),
    lastRow: t.exposeInt('lastRow', {
      description: 'Highest row number before which every row has its outcome.',
    }),
    percent: t.exposeFloat('percent', { description: 'Of the phase, 0 to 100; never goes back within one.' }),
    rowsPerSecond: t.float({
      nullable: true,
      description: 'Of late; null when it is not running.',
      resolve: async (row, _args, context) => (await context.progressOf(row.id))?.rowsPerSecond ?? null,
    }),
    etaSeconds: t.int({
      nullable: true,
      description: 'Seconds left in this phase; null when unknown.',
      resolve: async (row, _args, context) => (await context.progressOf(row.id))?.etaSeconds ?? null,
    }),
    errorSummary: t.field({
      type: ['ErrorGroup'],
      description: `Open failed rows by code and field, most frequent first, at most ${GROUPS} groups.`,
      select: { errorGroups: { orderBy: [{ count: 'desc' }, { code: 'asc' }, { field: 'asc' }] } },
      resolve: (row) =>
        row.errorGroups
          .filter(({ count }) => count > 0)
          .slice(0, GROUPS)
          .map((group) => ({ ...group, field: group.field || null })),
    }),
  }));
}
