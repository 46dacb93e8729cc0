import { changePassword } from '../../auth/commands/changePassword.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, ChangePasswordAnswer } from './results.ts';

/** Viewer, what they may see, and the query that gives them. */
export function addViewer(builder: Builder): void {
  builder.objectType('Viewer', {
    description: 'Who asks: a person who signed in, or an API key.',
    fields: (t) => ({
      email: t.exposeString('email', {
        nullable: true,
        description: "The person's e-mail address; null for an API key.",
      }),
      administrator: t.exposeBoolean('administrator', {
        description: 'Whether they administer the whole server: they may make projects.',
      }),
      projects: t.field({
        type: ['ViewerProject'],
        description: 'The projects that the viewer may see, by name.',
        resolve: (viewer) => viewer.projects,
      }),
    }),
  });
  builder.objectType('ViewerProject', {
    description: "A project and the viewer's role in it.",
    fields: (t) => ({
      project: t.field({ type: 'Project', description: 'The project.', resolve: (entry) => entry.project }),
      role: t.field({ type: Role, description: 'What the viewer may do in it.', resolve: (entry) => entry.role }),
    }),
  });
  builder.objectType('Project', {
    description: 'What imports and records belong to.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The project's id; the demo project's is `demo`." }),
      name: t.exposeString('name', { description: 'What people call it.' }),
    }),
  });
}

export function addViewerQuery(builder: Builder): void {
  builder.queryField('viewer', (t) =>
    t.field({ type: 'Viewer', description: 'Who asks.', resolve: (_root, _args, context) => viewerOf(context) }),
  );
}

export function addChangePassword(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('ChangePasswordInput', {
    description: 'The old password and the new one.',
    fields: (t) => ({
      currentPassword: t.string({ required: true, description: 'The password until now.' }),
      newPassword: t.string({ required: true, description: 'The password from now on, 8 to 128 characters.' }),
    }),
  });
  builder.mutationField('changePassword', (t) =>
    t.field({
      type: results.changePassword,
      description: 'Changes the password of who asks, and ends all their other sessions. For people who signed in.',
      args: { input: t.arg({ type: input, required: true, description: 'The old and the new one.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<ChangePasswordAnswer> => {
          const viewer = viewerOf(context);
          await changePassword(context.prisma, context.limits, viewer, args.input);
          return { __typename: 'ChangePasswordSuccess', viewer };
        }),
    }),
  );
}
