import { addMember, INVITATION_DAYS } from '../../auth/commands/addMember.ts';
import { changeMemberRole } from '../../auth/commands/changeMemberRole.ts';
import { removeMember } from '../../auth/commands/removeMember.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { AddMemberResult, addPeopleResults, MemberResult } from './results.ts';

export function addAddMember(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('AddMemberInput', {
    description: 'The new member, the project and the role.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      email: t.string({ required: true, description: "The person's e-mail address." }),
      role: t.field({ type: Role, required: true, description: "The member's role in the project." }),
    }),
  });
  builder.mutationField('addMember', (t) =>
    t.field({
      type: results.addMember,
      description: `Adds a member by e-mail address, or invites them for ${INVITATION_DAYS} days. Requires ADMIN.`,
      args: { input: t.arg({ type: input, required: true, description: 'The new member, the project and the role.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<AddMemberResult> => {
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
    description: 'The member and the new role.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      userId: t.id({ required: true, description: "The member's userId." }),
      role: t.field({ type: Role, required: true, description: 'The new role.' }),
    }),
  });
  builder.mutationField('changeMemberRole', (t) =>
    t.field({
      type: results.member,
      description: "Changes a member's role immediately. A project keeps at least one ADMIN. Requires ADMIN.",
      args: { input: t.arg({ type: input, required: true, description: 'The member and the new role.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<MemberResult> => {
          const member = await changeMemberRole(context.prisma, viewerOf(context), args.input);
          return { __typename: 'MemberSuccess', member };
        }),
    }),
  );
}

export function addRemoveMember(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('RemoveMemberInput', {
    description: 'The member and the project.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: "The project's id." }),
      userId: t.id({ required: true, description: "The member's userId." }),
    }),
  });
  builder.mutationField('removeMember', (t) =>
    t.field({
      type: results.member,
      description:
        'Removes a member from a project immediately. Their subscriptions and uploads there end within seconds. A project keeps at least one ADMIN. Requires ADMIN.',
      args: { input: t.arg({ type: input, required: true, description: 'The member to remove.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<MemberResult> => {
          const member = await removeMember(context.prisma, viewerOf(context), args.input);
          return { __typename: 'MemberSuccess', member };
        }),
    }),
  );
}
