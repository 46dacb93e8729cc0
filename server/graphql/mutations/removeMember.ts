import { removeMember } from '../../auth/commands/removeMember.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addPeopleResults, MemberAnswer } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

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
