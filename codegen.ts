import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * The console's types, from the printed schema and the documents in admin/gql/. Their output is committed, so that
 * a fresh clone builds its console without running this; tests/admin/generated.test.ts holds that it is current.
 * Run with `npm run codegen` after a change of either.
 */
const config: CodegenConfig = {
  schema: 'server/graphql/schema.graphql',
  documents: 'admin/gql/*.graphql',
  generates: {
    'admin/gql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown', File: 'File' },
      },
    },
  },
};

export default config;
