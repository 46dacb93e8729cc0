import { includesRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import type { Progress } from '../../engine/model/import.ts';
import { availableActions, FINAL_STATUSES } from '../../engine/model/status.ts';
import { message } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ImportAction, ImportPhase, ImportStatus } from '../enums.ts';

/**
 * Where an import stands and how far it is: fields of Import that a snapshot of its progress has too. All come from such
 * a snapshot, one statement for all imports of an operation: error groups that are read beside the row would be of a later
 * moment than its counts, and a revision would be one of others.
 */
export function addImportCounts(builder: Builder): void {
  builder.prismaObjectFields('Import', (t) => ({
    status: t.field({
      type: ImportStatus,
      description: 'The status.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).status,
    }),
    statusReason: t.field({
      type: 'Message',
      nullable: true,
      description: 'Why it failed, paused or was cancelled; null otherwise.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).statusReason,
    }),
    availableActions: t.field({
      type: [ImportAction],
      description: 'The actions that the viewer can take now.',
      select: { projectId: true, dryRun: true },
      resolve: async (row, _args, context) => {
        const role = context.viewer?.roleIn(row.projectId);
        if (!role || !includesRole(role, 'EDITOR')) return [];
        const { status, phase, counts } = await snapshotOf(row, context);
        return availableActions({ status, phase, failed: counts.failed, dryRun: row.dryRun });
      },
    }),
    finishedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time at which the import ended.',
      select: { finishedAt: true, revision: true },
      resolve: async (row, _args, context) => {
        const { status, revision, updatedAt } = await snapshotOf(row, context);
        // It ended between the two statements: that was its last change.
        if (revision > row.revision && row.finishedAt === null && FINAL_STATUSES.includes(status)) return updatedAt;
        return row.finishedAt;
      },
    }),
    phase: t.field({
      type: ImportPhase,
      description: 'What the import is doing, or did last.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).phase,
    }),
    revision: t.int({
      description:
        'Increases with every change. Compare it to order the result of a query and the events of a subscription.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).revision,
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'The time of the last change.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).updatedAt,
    }),
    counts: t.field({
      type: 'ImportCounts',
      description: 'Rows by outcome.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).counts,
    }),
    chunkCounts: t.field({
      type: 'ChunkCounts',
      description: 'Chunks by status.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).chunks,
    }),
    lastRow: t.exposeInt('lastRow', {
      description: 'The highest row number up to which every row has an outcome.',
    }),
    percent: t.float({
      description: 'Progress of the phase, 0 to 100. It never decreases within a phase.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).percent,
    }),
    rowsPerSecond: t.float({
      nullable: true,
      description: 'The recent speed; null if the import is not running.',
      resolve: async (row, _args, context) => (await snapshotOf(row, context)).rowsPerSecond,
    }),
    etaSeconds: t.int({
      nullable: true,
      description: 'Seconds left in this phase; null if unknown.',
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
  if (!snapshot) throw new NotFound(message('NO_IMPORT_SEEN', { id }));
  return snapshot;
}
