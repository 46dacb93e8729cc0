import { createApiKey } from '../../auth/commands/createApiKey.ts';
import { revokeApiKey } from '../../auth/commands/revokeApiKey.ts';
import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';
import { toResult } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import type { ApiKeyResult, addPeopleResults, CreateApiKeyResult } from './results.ts';

export function addCreateApiKey(builder: Builder, results: ReturnType<typeof addPeopleResults>): void {
  const input = builder.inputType('CreateApiKeyInput', {
    description: 'The new key.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that the key gives access to.' }),
      name: t.string({
        required: true,
        description: 'The name, at most 100 characters, unique among the active keys of the project.',
      }),
      role: t.field({ type: Role, required: true, description: "The key's role in the project." }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'The time at which the key expires; never if absent.',
      }),
    }),
  });
  builder.mutationField('createApiKey', (t) =>
    t.field({
      type: results.createApiKey,
      description: 'Creates an API key. Only this response contains the key. Requires ADMIN.',
      args: { input: t.arg({ type: input, required: true, description: 'The new key.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<CreateApiKeyResult> => {
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
        'Revokes a key immediately and permanently. Its subscriptions and uploads end within seconds. Requires ADMIN.',
      args: { id: t.arg.id({ required: true, description: "The key's id, which is not the key." }) },
      resolve: (_root, { id }, context) =>
        toResult(async (): Promise<ApiKeyResult> => {
          const apiKey = await revokeApiKey(context.prisma, viewerOf(context), id);
          return { __typename: 'ApiKeySuccess', apiKey };
        }),
    }),
  );
}
