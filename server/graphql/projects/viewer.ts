import { changePassword } from '../../auth/commands/changePassword.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ChangePasswordResult } from './results.ts';

/** Viewer, what they may see, and the query that gives them. */
export function addViewer(builder: Builder): void {
  builder.objectType('Viewer', {
    description: 'The viewer: a person who is signed in, or an API key.',
    fields: (t) => ({
      email: t.exposeString('email', {
        nullable: true,
        description: "The person's e-mail address; null for an API key.",
      }),
      administrator: t.exposeBoolean('administrator', {
        description: 'Whether the viewer administers the whole server and can create projects.',
      }),
      projects: t.field({
        type: ['ViewerProject'],
        description: 'The projects that the viewer can see, by name.',
        resolve: (viewer) => viewer.projects,
      }),
    }),
  });
  builder.objectType('ViewerProject', {
    description: "A project and the viewer's role in it.",
    fields: (t) => ({
      project: t.field({ type: 'Project', description: 'The project.', resolve: (entry) => entry.project }),
      role: t.field({ type: Role, description: "The viewer's role in the project.", resolve: (entry) => entry.role }),
    }),
  });
  builder.objectType('Project', {
    description: 'A project. Imports and records belong to it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The project's id; the demo project's is `demo`." }),
      name: t.exposeString('name', { description: 'The display name.' }),
    }),
  });
}

export function addViewerQuery(builder: Builder): void {
  builder.queryField('viewer', (t) =>
    t.field({ type: 'Viewer', description: 'The viewer.', resolve: (_root, _args, context) => viewerOf(context) }),
  );
}

export function addChangePassword(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('ChangePasswordInput', {
    description: 'The current and the new password.',
    fields: (t) => ({
      currentPassword: t.string({ required: true, description: 'The current password.' }),
      newPassword: t.string({ required: true, description: 'The new password, 8 to 128 characters.' }),
    }),
  });
  builder.mutationField('changePassword', (t) =>
    t.field({
      type: results.changePassword,
      description: "Changes the viewer's password and ends all their other sessions. Requires a session.",
      args: { input: t.arg({ type: input, required: true, description: 'The current and the new password.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<ChangePasswordResult> => {
          const viewer = viewerOf(context);
          await changePassword(context.prisma, context.limits, viewer, args.input);
          return { __typename: 'ChangePasswordSuccess', viewer };
        }),
    }),
  );
}
