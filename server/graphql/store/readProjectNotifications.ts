import type { PrismaClient } from '../../generated/prisma/client.ts';

export interface ProjectNotifications {
  readonly emailDomains: readonly string[];
  /** When the newest secret was made; null where none was. */
  readonly webhookSecretSince: Date | null;
}

/** How each of these projects tells of its imports. */
export async function readProjectNotifications(
  prisma: PrismaClient,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, ProjectNotifications>> {
  const projects = await prisma.project.findMany({
    where: { id: { in: [...projectIds] } },
    select: {
      id: true,
      notificationSettings: { select: { emailDomains: true } },
      webhookSecrets: { select: { createdAt: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  });
  return new Map(
    projects.map(({ id, notificationSettings, webhookSecrets }) => [
      id,
      {
        emailDomains: notificationSettings?.emailDomains ?? [],
        webhookSecretSince: webhookSecrets[0]?.createdAt ?? null,
      },
    ]),
  );
}
