import type { Prisma } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import type { ImportFilterShape, ImportOrderShape } from '../../inputShapes.ts';

/** The project's imports that the filter selects. */
export function importsWhere(projectId: string, filter: ImportFilterShape): Prisma.ImportWhereInput {
  const { importer, status, dryRun, createdAfter, createdBefore, search } = filter;
  return {
    projectId,
    ...(importer ? { importerName: importer } : {}),
    ...(status ? { status: { in: [...status] } } : {}),
    ...(dryRun == null ? {} : { dryRun }),
    createdAt: { ...(createdAfter ? { gte: createdAfter } : {}), ...(createdBefore ? { lt: createdBefore } : {}) },
    ...(search ? { OR: searchIn(search) } : {}),
  };
}

function searchIn(search: string): Prisma.ImportWhereInput[] {
  const contains = { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  const byId = isUuid(search) ? [{ id: search }] : [];
  return [{ sourceName: contains }, { createdBy: contains }, ...byId];
}

/** Newest first by default. The id follows the direction of the indexes. */
export function importsOrder(order: ImportOrderShape | null): Prisma.ImportOrderByWithRelationInput[] {
  const { field, direction } = order ?? { field: 'CREATED_AT', direction: 'DESC' };
  const way = direction === 'ASC' ? 'asc' : 'desc';
  const back = direction === 'ASC' ? 'desc' : 'asc';
  if (field === 'STATUS') return [{ status: way }, { id: way }];
  return [field === 'CREATED_AT' ? { createdAt: way } : { finishedAt: way }, { id: back }];
}
