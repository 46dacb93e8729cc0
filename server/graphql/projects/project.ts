import { createProject } from '../../auth/commands/createProject.ts';
import { renameProject } from '../../auth/commands/renameProject.ts';
import type { Builder } from '../builder.ts';

import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ProjectAnswer } from './results.ts';

export function addProjectQuery(builder: Builder): void {
  builder.queryField('project', (t) =>
    t.field({
      type: 'Project',
      nullable: true,
      description: 'One project; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The project's id." }) },
      resolve: (_root, { id }, context) =>
        viewerOf(context).projects.find(({ project }) => project.id === id)?.project ?? null,
    }),
  );
}

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
