import { createProject } from '../../auth/commands/createProject.ts';
import { renameProject } from '../../auth/commands/renameProject.ts';
import type { Builder } from '../builder.ts';

import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ProjectResult } from './results.ts';

export function addProjectQuery(builder: Builder): void {
  builder.queryField('project', (t) =>
    t.field({
      type: 'Project',
      nullable: true,
      description: 'A project; null if there is none with this id or the viewer cannot see it.',
      args: { id: t.arg.id({ required: true, description: "The project's id." }) },
      resolve: (_root, { id }, context) =>
        viewerOf(context).projects.find(({ project }) => project.id === id)?.project ?? null,
    }),
  );
}

export function addCreateProject(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('CreateProjectInput', {
    description: 'The new project.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'The name, at most 100 characters.' }),
      id: t.id({
        description: 'The permanent id, such as "crm": 1 to 63 of a to z, 0 to 9 and hyphens. Generated if absent.',
      }),
    }),
  });
  builder.mutationField('createProject', (t) =>
    t.field({
      type: results.project,
      description: 'Creates a project. The creator becomes its first ADMIN. Requires an administrator of the server.',
      args: { input: t.arg({ type: input, required: true, description: 'The new project.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<ProjectResult> => {
          const project = await createProject(context.prisma, viewerOf(context), args.input);
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}

export function addRenameProject(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('RenameProjectInput', {
    description: 'The project and its new name.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      name: t.string({ required: true, description: 'The new name, at most 100 characters.' }),
    }),
  });
  builder.mutationField('renameProject', (t) =>
    t.field({
      type: results.project,
      description: 'Renames a project. Its id does not change. Requires ADMIN.',
      args: { input: t.arg({ type: input, required: true, description: 'The project and its new name.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<ProjectResult> => {
          const project = await renameProject(context.prisma, viewerOf(context), args.input);
          return { __typename: 'ProjectSuccess', project };
        }),
    }),
  );
}
