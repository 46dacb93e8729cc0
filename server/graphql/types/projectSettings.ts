import type { Builder } from '../builder.ts';

/** What a project's members see of how it runs its imports, and tells of them. */
export function addProjectSettings(builder: Builder): void {
  builder.objectFields('Project', (t) => ({
    importsAtOnce: t.int({
      nullable: true,
      description: 'How many of its imports run at the same time; null: as many as the server lets every project.',
      resolve: async ({ id }, _args, { imports }) => (await imports.settingsOf(id))?.importsAtOnce ?? null,
    }),
    emailDomains: t.stringList({
      description: 'Domains whose addresses may be notified of its imports, beside those of its members.',
      resolve: async ({ id }, _args, { imports }) => [...((await imports.settingsOf(id))?.emailDomains ?? [])],
    }),
    webhookSecretSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the secret that signs its webhooks was made; null where none was.',
      resolve: async ({ id }, _args, { imports }) => (await imports.settingsOf(id))?.webhookSecretSince ?? null,
    }),
  }));
}
