import type { CodegenConfig } from '@graphql-codegen/cli';

const client = {
  preset: 'client' as const,
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    useTypeImports: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown', File: 'File' },
  },
};

/**
 * The types of the console, of `sluice/client` and of the `sluice` command, from the printed schema and their documents. The output is
 * committed, so that a fresh clone runs without this; tests/admin/generated.test.ts holds that it is current. Run with
 * `npm run codegen` after a change of either.
 */
const config: CodegenConfig = {
  schema: 'server/graphql/schema.graphql',
  generates: {
    'admin/gql/generated/': { ...client, documents: ['admin/gql/*.graphql', 'admin/plugin/importers/**/*.graphql'] },
    'client/generated/': {
      ...client,
      documents: 'client/documents.graphql',
      config: { ...client.config, importExtension: '.ts', scalars: { ...client.config.scalars, File: 'Blob' } },
    },
    'server/cli/generated/': {
      ...client,
      documents: 'server/cli/gql/*.graphql',
      config: {
        ...client.config,
        // Node resolves no import without it.
        importExtension: '.ts',
        scalars: { ...client.config.scalars, File: 'Blob' },
      },
    },
  },
};

export default config;
