import { MAX_CONCURRENT, setMaxConcurrentImports } from '../../auth/commands/setMaxConcurrentImports.ts';
import type { Builder } from '../builder.ts';

import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ProjectResult } from './results.ts';

/** What a project's members see of how it runs its imports, and tells of them. */
export function addProjectSettings(builder: Builder): void {
  builder.objectFields('Project', (t) => ({
    maxConcurrentImports: t.int({
      nullable: true,
      description: "The maximum number of concurrent imports; null for the server's default.",
      resolve: async ({ id }, _args, { imports }) => (await imports.settingsOf(id))?.maxConcurrentImports ?? null,
    }),
    emailDomains: t.stringList({
      description: 'Domains whose addresses can be notified of its imports, besides those of its members.',
      resolve: async ({ id }, _args, { imports }) => [...((await imports.settingsOf(id))?.emailDomains ?? [])],
    }),
    webhookSecretSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The time at which the webhook secret was created; null if there is none.',
      resolve: async ({ id }, _args, { imports }) => (await imports.settingsOf(id))?.webhookSecretSince ?? null,
    }),
  }));
}

export function addSetMaxConcurrentImports(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('SetMaxConcurrentImportsInput', {
    description: 'The project and its maximum number of concurrent imports.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      maxConcurrentImports: t.int({
        description: `From 1 to ${MAX_CONCURRENT}; null for the server's default (SLUICE_MAX_CONCURRENT_IMPORTS).`,
      }),
    }),
  });
  builder.mutationField('setMaxConcurrentImports', (t) =>
    t.field({
      type: results.project,
      description:
        'Sets the maximum number of concurrent imports of a project. Running imports continue; waiting imports start within a minute. Requires an administrator of the server.',
      args: { input: t.arg({ type: input, required: true, description: 'The project and its limit.' }) },
      resolve: (_root, { input: { projectId, maxConcurrentImports = null } }, context) =>
        toResult(async (): Promise<ProjectResult> => {
          const project = await setMaxConcurrentImports(context.prisma, viewerOf(context), {
            projectId,
            maxConcurrentImports,
          });
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}
