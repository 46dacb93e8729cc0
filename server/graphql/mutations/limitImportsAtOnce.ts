import { limitImportsAtOnce, MOST_AT_ONCE } from '../../auth/commands/limitImportsAtOnce.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, ProjectAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

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
