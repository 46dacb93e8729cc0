import { requireRole } from '../../auth/requireRole.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Progress } from '../../engine/model/import.ts';
import { plainMessage } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';
import { ImportPhase, ImportStatus } from '../enums.ts';
import { toGraphQLError } from '../errors.ts';
import { createLoader } from '../loader.ts';
import { viewerOf } from '../viewerOf.ts';
import { requireImportScope } from './requireImport.ts';

/** ImportProgress and the counts that it shares with Import. */
export function addProgress(builder: Builder): void {
  addCounts(builder);
  builder.objectType('ImportProgress', {
    description:
      'A snapshot of an import, shared by all subscribers. To read other fields, query the import by id when revision increases.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The import's id." }),
      status: t.field({ type: ImportStatus, description: 'The status.', resolve: (p) => p.status }),
      statusReason: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why the import failed, paused or was cancelled; null otherwise.',
        resolve: (p) => p.statusReason,
      }),
      phase: t.field({
        type: ImportPhase,
        description: 'What the import is doing, or did last.',
        resolve: (p) => p.phase,
      }),
      revision: t.exposeInt('revision', { description: 'Increases with every change.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
      percent: t.exposeFloat('percent', {
        description: 'Progress of the phase, 0 to 100. It never decreases within a phase.',
      }),
      counts: t.field({ type: 'ImportCounts', description: 'Rows by outcome.', resolve: (p) => p.counts }),
      chunkCounts: t.field({ type: 'ChunkCounts', description: 'Chunks by status.', resolve: (p) => p.chunks }),
      rowsPerSecond: t.exposeFloat('rowsPerSecond', {
        nullable: true,
        description: 'The recent speed; null if the import is not running.',
      }),
      etaSeconds: t.exposeInt('etaSeconds', {
        nullable: true,
        description: 'Seconds left in this phase; null if unknown.',
      }),
      errorSummary: t.field({
        type: ['ErrorGroup'],
        description: 'Open failed rows by code and field, most frequent first, at most 50 groups.',
        resolve: (p) => p.errorSummary,
      }),
    }),
  });
}

function addCounts(builder: Builder): void {
  builder.objectType('ImportCounts', {
    description:
      'Every row of the source is in exactly one of these counts at any time: once total is known, total = created + updated + unchanged + skipped + failed + discarded + pending.',
    fields: (t) => ({
      total: t.exposeInt('total', {
        nullable: true,
        description: 'Rows of the source; null until the whole source is read.',
      }),
      created: t.exposeInt('created', { description: 'Rows that created a record.' }),
      updated: t.exposeInt('updated', { description: 'Rows that changed a record.' }),
      unchanged: t.exposeInt('unchanged', { description: 'Rows whose record already has their values.' }),
      skipped: t.exposeInt('skipped', { description: 'Rows that the duplicate policy skipped.' }),
      failed: t.exposeInt('failed', { description: 'Rows that wait for a correction.' }),
      discarded: t.exposeInt('discarded', { description: 'Failed rows that were discarded.' }),
      pending: t.exposeInt('pending', {
        description: 'Rows that were read and have not been attempted. They never count as failed.',
      }),
    }),
  });
  builder.objectType('ChunkCounts', {
    description: 'Chunks by status.',
    fields: (t) => ({
      total: t.exposeInt('total', { nullable: true, description: 'All chunks; null until the whole source is read.' }),
      done: t.exposeInt('done', { description: 'Chunks that were applied.' }),
      failed: t.exposeInt('failed', {
        description: 'Chunks that failed after all retries. Their rows are failed rows.',
      }),
      pending: t.exposeInt('pending', { description: 'Chunks that are stored and have not been applied.' }),
    }),
  });
  builder.objectType('ErrorGroup', {
    description: 'Failed rows of one code and field.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'The stable code of the error.' }),
      field: t.exposeString('field', {
        nullable: true,
        description: 'The field that the error is about, if any.',
      }),
      count: t.exposeInt('count', { description: 'The number of rows with this error.' }),
      sampleValue: t.exposeString('sampleValue', { nullable: true, description: 'The value of one of the rows.' }),
      sampleMessage: t.field({
        type: 'Message',
        description: 'The message of one of the rows.',
        resolve: ({ code, sampleMessage }) => sampleMessage ?? plainMessage(code),
      }),
    }),
  });
}

export function createProgressLoader(engine: Engine): (importId: string) => Promise<Progress | undefined> {
  return createLoader(async (ids) => {
    const snapshots = await engine.progress(ids);
    return new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  });
}

export function addImportProgress(builder: Builder): void {
  builder.subscriptionField('importProgress', (t) =>
    t.field({
      type: 'ImportProgress',
      description:
        'The import as it is now, then after every change (at most ten per second), and at least every 15 s as a heartbeat. It ends when the status is COMPLETED, COMPLETED_WITH_ERRORS, FAILED, CANCELLED or UNDONE; for an import with such a status, it sends one snapshot and ends. Subscribe again to watch a retry, resume or undo.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      subscribe: async (_root, { id }, context) => {
        const scope = await toGraphQLError(() => requireImportScope(context, id, 'VIEWER'));
        return context.accessMonitor.guard(viewerOf(context), scope.projectId, context.hub.watchImport(scope.id));
      },
      resolve: (progress) => progress,
    }),
  );
}

export function addProjectImports(builder: Builder): void {
  builder.subscriptionField('projectImports', (t) =>
    t.field({
      type: 'ImportProgress',
      description:
        'Every import of the project that has not ended, then every import that changes. Updates are throttled and heartbeats are sent as in importProgress. It does not end.',
      args: { projectId: t.arg.id({ required: true, description: "The project's id." }) },
      subscribe: async (_root, { projectId }, context) => {
        const viewer = viewerOf(context);
        await toGraphQLError(async () => requireRole(viewer, projectId, 'VIEWER'));
        return context.accessMonitor.guard(viewer, projectId, context.hub.watchProject(projectId));
      },
      resolve: (progress) => progress,
    }),
  );
}
