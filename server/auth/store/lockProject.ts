import type { Prisma } from '../../generated/prisma/client.ts';

/**
 * Lets changes of one project's people and keys happen one after the other, until the transaction ends: two
 * administrators who remove each other at once must not both succeed.
 */
export async function lockProject(tx: Prisma.TransactionClient, projectId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM project WHERE id = ${projectId} FOR UPDATE`;
}
