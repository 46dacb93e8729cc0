import { acceptInvitation } from '../../auth/commands/acceptInvitation.ts';
import { revokeInvitation } from '../../auth/commands/revokeInvitation.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addPeopleResults, InvitationResult } from './results.ts';

/** The one mutation that an anonymous client can send: the token says who they are. */
export function addAcceptInvitation(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('AcceptInvitationInput', {
    description: 'The token, and the account to create.',
    fields: (t) => ({
      token: t.string({ required: true, description: 'The token that addMember returned.' }),
      password: t.string({
        description:
          'The password of the new account, 8 to 128 characters. Leave it out if you are signed in with an existing account.',
      }),
      name: t.string({ description: "The person's name; their address if absent." }),
    }),
  });
  builder.mutationField('acceptInvitation', (t) =>
    t.field({
      type: results.invitation,
      description:
        'Accepts an invitation: creates an account and makes it a member. If the address already has an account, sign in with it first; otherwise no sign-in is needed.',
      args: { input: t.arg({ type: input, required: true, description: 'The token and the account.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<InvitationResult> => {
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
      description: 'Withdraws an invitation. An accepted invitation stays accepted. Requires ADMIN.',
      args: { id: t.arg.id({ required: true, description: "The invitation's id." }) },
      resolve: (_root, { id }, context) =>
        toResult(async (): Promise<InvitationResult> => {
          const invitation = await revokeInvitation(context.prisma, viewerOf(context), id);
          return { __typename: 'InvitationSuccess', invitation };
        }),
    }),
  );
}
