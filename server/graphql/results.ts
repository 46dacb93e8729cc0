import type { Builder } from './builder.ts';
import type { ErrorAnswer } from './errors.ts';

type Success<Name extends string> = { readonly __typename: Name; readonly importId: string };
export type StartImportAnswer = Success<'StartImportSuccess'> | ErrorAnswer;
export type ImportActionAnswer = Success<'ImportActionSuccess'> | ErrorAnswer;

/** The unions that mutations on imports answer with. */
export function addResults(builder: Builder) {
  addSuccess(builder, 'StartImportSuccess', 'The import was started, or had been with the same idempotency key.');
  addSuccess(builder, 'ImportActionSuccess', 'The operation succeeded, now or earlier.');
  const startImport = builder.unionType('StartImportResult', {
    description: 'The result of startImport.',
    types: ['StartImportSuccess', ...ERRORS],
  });
  const importAction = builder.unionType('ImportActionResult', {
    description: 'The result of an action on an import.',
    types: ['ImportActionSuccess', ...ERRORS],
  });
  return { startImport, importAction };
}

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'ConflictError', 'LimitExceededError'] as const;

function addSuccess(builder: Builder, name: 'StartImportSuccess' | 'ImportActionSuccess', description: string): void {
  builder.objectType(name, {
    description,
    fields: (t) => ({
      data: t.prismaField({
        type: 'Import',
        description: 'The import as it is now.',
        resolve: (query, { importId }, _args, context) =>
          context.prisma.import.findUniqueOrThrow({ ...query, where: { id: importId } }),
      }),
    }),
  });
}
