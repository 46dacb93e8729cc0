import type { Builder } from '../builder.ts';

/** What a project's members see of how it tells of its imports. */
export function addProjectNotifications(builder: Builder): void {
  builder.objectFields('Project', (t) => ({
    emailDomains: t.stringList({
      description: 'Domains whose addresses may be notified of its imports, beside those of its members.',
      resolve: async ({ id }, _args, { prisma }) => {
        const settings = await prisma.notificationSettings.findUnique({ where: { projectId: id } });
        return settings?.emailDomains ?? [];
      },
    }),
    webhookSecretSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the secret that signs its webhooks was made; null where none was.',
      resolve: async ({ id }, _args, { prisma }) => {
        const newest = await prisma.webhookSecret.findFirst({ where: { projectId: id }, orderBy: { id: 'desc' } });
        return newest?.createdAt ?? null;
      },
    }),
  }));
}
