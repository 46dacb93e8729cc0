import { revokeInvitation } from '../../auth/commands/revokeInvitation.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, InvitationAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

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
