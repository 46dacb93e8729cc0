import { createApiKey } from '../../auth/commands/createApiKey.ts';
import { revokeApiKey } from '../../auth/commands/revokeApiKey.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { answer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { ApiKeyAnswer, addPeopleResults, CreateApiKeyAnswer } from './results.ts';

export function addCreateApiKey(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('CreateApiKeyInput', {
    description: 'What the key is to be.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The one project that it opens.' }),
      name: t.string({
        required: true,
        description: 'What people call it, at most 100 characters; no two of a project that hold are called alike.',
      }),
      role: t.field({ type: Role, required: true, description: 'What it may do in the project.' }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'From when on it does not hold any more; never when absent.',
      }),
    }),
  });
  builder.mutationField('createApiKey', (t) =>
    t.field({
      type: results.createApiKey,
      description: 'Makes an API key, which is shown in the answer and never again. For ADMINs of the project.',
      args: { input: t.arg({ type: input, required: true, description: 'What it is to be.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<CreateApiKeyAnswer> => {
          const made = await createApiKey(context.prisma, viewerOf(context), args.input);
          return { __typename: 'CreateApiKeySuccess', ...made };
        }),
    }),
  );
}

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
