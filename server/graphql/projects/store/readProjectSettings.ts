import type { PrismaClient } from '../../../generated/prisma/client.ts';

export interface ProjectSettings {
  /** How many of its imports run at the same time; null: as many as of every project. */
  readonly maxConcurrentImports: number | null;
  readonly emailDomains: readonly string[];
  /** When the newest secret was made; null where none was. */
  readonly webhookSecretSince: Date | null;
}

/** How each of these projects runs its imports, and tells of them. */
export async function readProjectSettings(
  prisma: PrismaClient,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ProjectSettings>> {
  const projects = await prisma.project.findMany({
    where: { id: { in: [...projectIds] } },
    select: {
      id: true,
      maxConcurrentImports: true,
      notificationSettings: { select: { emailDomains: true } },
      webhookSecrets: { select: { createdAt: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  });
  return new Map(
    projects.map(({ id, maxConcurrentImports, notificationSettings, webhookSecrets }) => [
      id,
      {
        maxConcurrentImports,
        emailDomains: notificationSettings?.emailDomains ?? [],
        webhookSecretSince: webhookSecrets[0]?.createdAt ?? null,
      },
    ]),
  );
}
