import { revokeApiKey } from '../../auth/commands/revokeApiKey.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { ApiKeyAnswer, addPeopleResults } from '../types/peopleResults.ts';
import { viewerOf } from '../viewerOf.ts';

export function addRevokeApiKey(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  builder.mutationField('revokeApiKey', (t) =>
    t.field({
      type: results.apiKey,
      description:
        'Ends a key for good and at once; what is watched or uploaded with it ends within seconds. For ADMINs of its project.',
      args: { id: t.arg.id({ required: true, description: "The key's id, which is not the key." }) },
      resolve: (_root, { id }, context) =>
        answer(async (): Promise<ApiKeyAnswer> => {
          const apiKey = await revokeApiKey(context.prisma, viewerOf(context), id);
          return { __typename: 'ApiKeySuccess', apiKey };
        }),
    }),
  );
}
