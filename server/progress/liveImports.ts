import { FINAL_STATUSES } from '../engine/model/status.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/** Ids of the project's imports that still move, or that wait for somebody to let them. */
export async function liveImports(prisma: PrismaClient, projectId: string): Promise<string[]> {
  const rows = await prisma.import.findMany({
    where: { projectId, status: { notIn: [...FINAL_STATUSES] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
