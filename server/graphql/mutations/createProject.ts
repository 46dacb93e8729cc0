import { createProject } from '../../auth/commands/createProject.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, ProjectAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

export function addCreateProject(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('CreateProjectInput', {
    description: 'What the project is to be.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'What people call it, at most 100 characters.' }),
      id: t.id({
        description: 'Its id for ever, such as "crm": 1 to 63 of a to z, 0 to 9 and hyphens. Made up when absent.',
      }),
    }),
  });
  builder.mutationField('createProject', (t) =>
    t.field({
      type: results.project,
      description: 'Makes a project. For administrators of the server; whoever makes it is its first ADMIN.',
      args: { input: t.arg({ type: input, required: true, description: 'What it is to be.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<ProjectAnswer> => {
          const project = await createProject(context.prisma, viewerOf(context), args.input);
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}
