import type { UndoCounts } from '../../engine/model/requests.ts';
import type { Import, Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import { createLoader } from '../loader.ts';
import { type ProjectSettings, readProjectSettings } from '../projects/store/readProjectSettings.ts';
import { countUndoResults } from './store/countUndoResults.ts';
import { readImports } from './store/readImports.ts';
import { readSameSources } from './store/readSameSources.ts';
import { readThroughput, type ThroughputShape } from './store/readThroughput.ts';

/** What belongs to imports and their projects, read for all of an operation's at once. */
export interface ImportLoaders {
  /** Id of the newest earlier import of the same bytes. */
  sameSourceOf(importId: string): Promise<string | undefined>;
  undoCountsOf(importId: string): Promise<UndoCounts | undefined>;
  throughputOf(importId: string, points: number): Promise<readonly ThroughputShape[] | undefined>;
  /** An import with what `select` says of it. */
  importOf(importId: string, select: Prisma.ImportSelect): Promise<Pick<Import, 'id'> | undefined>;
  settingsOf(projectId: string): Promise<ProjectSettings | undefined>;
}

export function createImportLoaders(prisma: PrismaClient): ImportLoaders {
  const throughput = new Map<number, ReturnType<typeof throughputLoader>>();
  const imports = new Map<string, ReturnType<typeof importLoader>>();
  return {
    importOf(importId, select) {
      const key = JSON.stringify(select);
      const loader = imports.get(key) ?? importLoader(prisma, select);
      imports.set(key, loader);
      return loader(importId);
    },
    sameSourceOf: createLoader((ids: readonly string[]) => readSameSources(prisma, ids)),
    undoCountsOf: createLoader((ids: readonly string[]) => countUndoResults(prisma, ids)),
    throughputOf(importId, points) {
      const loader = throughput.get(points) ?? throughputLoader(prisma, points);
      throughput.set(points, loader);
      return loader(importId);
    },
    settingsOf: createLoader((ids: readonly string[]) => readProjectSettings(prisma, ids)),
  };
}

function throughputLoader(prisma: PrismaClient, points: number) {
  return createLoader((ids: readonly string[]) => readThroughput(prisma, ids, points));
}

function importLoader(prisma: PrismaClient, select: Prisma.ImportSelect) {
  return createLoader((ids: readonly string[]) => readImports(prisma, select, ids));
}
