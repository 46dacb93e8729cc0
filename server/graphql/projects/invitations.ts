import { acceptInvitation } from '../../auth/commands/acceptInvitation.ts';
import { revokeInvitation } from '../../auth/commands/revokeInvitation.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, InvitationAnswer } from './results.ts';

/** The one mutation that a stranger may ask for: the token says who they are. */
export function addAcceptInvitation(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('AcceptInvitationInput', {
    description: 'The token, and the account that it is to make.',
    fields: (t) => ({
      token: t.string({ required: true, description: 'As addMember gave it.' }),
      password: t.string({
        description: 'For the new account, 8 to 128 characters. Absent for who has an account and signed in with it.',
      }),
      name: t.string({ description: 'What the person calls themselves; their address when absent.' }),
    }),
  });
  builder.mutationField('acceptInvitation', (t) =>
    t.field({
      type: results.invitation,
      description:
        'Makes whoever holds an invitation a member, with a new account. Where its address has an account, sign in with that first; otherwise it needs no sign-in.',
      args: { input: t.arg({ type: input, required: true, description: 'The token and the account.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<InvitationAnswer> => {
          const invitation = await acceptInvitation(context.prisma, context.viewer, args.input);
          return { __typename: 'InvitationSuccess', invitation };
        }),
    }),
  );
}

export function addRevokeInvitation(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  builder.mutationField('revokeInvitation', (t) =>
    t.field({
      type: results.invitation,
      description: 'Withdraws an invitation; one that was accepted stays so. For ADMINs of its project.',
      args: { id: t.arg.id({ required: true, description: "The invitation's id." }) },
      resolve: (_root, { id }, context) =>
        answer(async (): Promise<InvitationAnswer> => {
          const invitation = await revokeInvitation(context.prisma, viewerOf(context), id);
          return { __typename: 'InvitationSuccess', invitation };
        }),
    }),
  );
}
