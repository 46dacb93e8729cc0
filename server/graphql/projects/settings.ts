import { limitImportsAtOnce, MOST_AT_ONCE } from '../../auth/commands/limitImportsAtOnce.ts';
import type { Builder } from '../builder.ts';

import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ProjectAnswer } from './results.ts';

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

export function addLimitImportsAtOnce(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('LimitImportsAtOnceInput', {
    description: 'Which project, and how many of its imports run at the same time.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      importsAtOnce: t.int({
        description: `From 1 to ${MOST_AT_ONCE}; null: as many as the server lets every project (SLUICE_IMPORTS_AT_ONCE).`,
      }),
    }),
  });
  builder.mutationField('limitImportsAtOnce', (t) =>
    t.field({
      type: results.project,
      description:
        'Lets a project run more or fewer imports at the same time than others. What runs goes on; what waits begins within a minute. For administrators of the server.',
      args: { input: t.arg({ type: input, required: true, description: 'Which project, and its number.' }) },
      resolve: (_root, { input: { projectId, importsAtOnce = null } }, context) =>
        answer(async (): Promise<ProjectAnswer> => {
          const project = await limitImportsAtOnce(context.prisma, viewerOf(context), { projectId, importsAtOnce });
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}
