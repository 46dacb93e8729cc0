import { changeMemberRole } from '../../auth/commands/changeMemberRole.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, MemberAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

export function addChangeMemberRole(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('ChangeMemberRoleInput', {
    description: 'Which member of which project, and what they are to be.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      userId: t.id({ required: true, description: "The member's userId." }),
      role: t.field({ type: Role, required: true, description: 'What they may do from now on.' }),
    }),
  });
  builder.mutationField('changeMemberRole', (t) =>
    t.field({
      type: results.member,
      description:
        'Gives a member another role, at once. A project keeps at least one ADMIN. For ADMINs of the project.',
      args: { input: t.arg({ type: input, required: true, description: 'Who, and what.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<MemberAnswer> => {
          const member = await changeMemberRole(context.prisma, viewerOf(context), args.input);
          return { __typename: 'MemberSuccess', member };
        }),
    }),
  );
}
