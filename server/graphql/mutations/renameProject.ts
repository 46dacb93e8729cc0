import { renameProject } from '../../auth/commands/renameProject.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, ProjectAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

export function addRenameProject(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('RenameProjectInput', {
    description: 'Which project, and what it is to be called.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      name: t.string({ required: true, description: 'What people will call it, at most 100 characters.' }),
    }),
  });
  builder.mutationField('renameProject', (t) =>
    t.field({
      type: results.project,
      description: 'Gives a project another name; its id stays. For its ADMINs.',
      args: { input: t.arg({ type: input, required: true, description: 'Which project, and its name.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<ProjectAnswer> => {
          const project = await renameProject(context.prisma, viewerOf(context), args.input);
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}
