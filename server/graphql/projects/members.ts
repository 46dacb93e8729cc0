import { addMember, INVITATION_DAYS } from '../../auth/commands/addMember.ts';
import { changeMemberRole } from '../../auth/commands/changeMemberRole.ts';
import { removeMember } from '../../auth/commands/removeMember.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { AddMemberAnswer, addPeopleResults, MemberAnswer } from './results.ts';

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

export function addRemoveMember(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('RemoveMemberInput', {
    description: 'Which member of which project.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      userId: t.id({ required: true, description: "The member's userId." }),
    }),
  });
  builder.mutationField('removeMember', (t) =>
    t.field({
      type: results.member,
      description:
        'Takes a person out of a project, at once; what they watch or upload there ends within seconds. A project keeps at least one ADMIN. For ADMINs of the project.',
      args: { input: t.arg({ type: input, required: true, description: 'Who.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<MemberAnswer> => {
          const member = await removeMember(context.prisma, viewerOf(context), args.input);
          return { __typename: 'MemberSuccess', member };
        }),
    }),
  );
}
