import { changePassword } from '../../auth/commands/changePassword.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, ChangePasswordAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

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
