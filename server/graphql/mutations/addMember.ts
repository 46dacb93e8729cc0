import { addMember, INVITATION_DAYS } from '../../auth/commands/addMember.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { answer } from '../errors.ts';
import type { AddMemberAnswer, addPeopleResults } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

export function addAddMember(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('AddMemberInput', {
    description: 'Who is to be a member of which project, and as what.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      email: t.string({ required: true, description: "The person's e-mail address." }),
      role: t.field({ type: Role, required: true, description: 'What they may do in the project.' }),
    }),
  });
  builder.mutationField('addMember', (t) =>
    t.field({
      type: results.addMember,
      description: `Makes somebody a member by their e-mail address, or invites them for ${INVITATION_DAYS} days. For ADMINs of the project.`,
      args: { input: t.arg({ type: input, required: true, description: 'Who, where and as what.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<AddMemberAnswer> => {
          const added = await addMember(context.prisma, viewerOf(context), args.input);
          const member = added.kind === 'member' ? added.member : null;
          const { invitation, token } = added.kind === 'invitation' ? added : { invitation: null, token: null };
          return { __typename: 'AddMemberSuccess', added: { member, invitation, token } };
        }),
    }),
  );
}
