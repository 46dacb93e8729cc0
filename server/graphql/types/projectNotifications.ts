import type { Builder } from '../builder.ts';

/** What a project's members see of how it tells of its imports. */
export function addProjectNotifications(builder: Builder): void {
  builder.objectFields('Project', (t) => ({
    emailDomains: t.stringList({
      description: 'Domains whose addresses may be notified of its imports, beside those of its members.',
      resolve: async ({ id }, _args, { imports }) => [...((await imports.notificationsOf(id))?.emailDomains ?? [])],
    }),
    webhookSecretSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the secret that signs its webhooks was made; null where none was.',
      resolve: async ({ id }, _args, { imports }) => (await imports.notificationsOf(id))?.webhookSecretSince ?? null,
    }),
  }));
}
