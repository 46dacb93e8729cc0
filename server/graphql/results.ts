import type { FieldMap } from '@pothos/core';
import type { Builder } from './builder.ts';
import type { ErrorName, ErrorResult } from './errors.ts';

/** What the resolver of a mutation returns: the shape of its success type, or an error. */
export type Result<Name extends string, Shape> = ({ readonly __typename: Name } & Shape) | ErrorResult;

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'ConflictError', 'LimitExceededError'] as const;

export type ResultFields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<Builder['$inferSchemaTypes'], Shape>;

interface ResultOptions<Shape> {
  /** What the union is the result of. */
  readonly of: string;
  /** The description of the success type. */
  readonly success: string;
  readonly data: (t: ResultFields<Shape>) => FieldMap[string];
  /** The fields beside `data`. */
  readonly fields?: (t: ResultFields<Shape>) => FieldMap;
  /** The errors that the mutation can return; all of them if absent. */
  readonly errors?: readonly ErrorName[];
}

/** Adds what a mutation returns: the type `<name>Success` and `<name>Result`, the union of it and the errors. */
export function addResult<Shape extends object>(
  builder: Builder,
  name: string,
  { of, success, data, fields, errors = ERRORS }: ResultOptions<Shape>,
) {
  const successType = builder.objectRef<Shape>(`${name}Success`).implement({
    description: success,
    fields: (t) => ({ data: data(t), ...fields?.(t) }),
  });
  return builder.unionType(`${name}Result`, { description: `The result of ${of}.`, types: [successType, ...errors] });
}

interface OfImport {
  readonly importId: string;
}
interface OfImports {
  readonly importIds: readonly string[];
}
export type StartImportsResult = Result<'StartImportsSuccess', OfImports>;
export type StartImportResult = Result<'StartImportSuccess', OfImport>;
export type ImportActionResult = Result<'ImportActionSuccess', OfImport>;

/** The results of mutations on imports. */
export function addImportResults(builder: Builder) {
  const data = (t: ResultFields<OfImport>) =>
    t.prismaField({
      type: 'Import',
      description: 'The import as it is now.',
      resolve: (query, { importId }, _args, context) =>
        context.prisma.import.findUniqueOrThrow({ ...query, where: { id: importId } }),
    });
  const startImport = addResult<OfImport>(builder, 'StartImport', {
    of: 'startImport',
    success: 'The import was started, or had been with the same idempotency key.',
    data,
  });
  const startImports = addResult<OfImports>(builder, 'StartImports', {
    of: 'startImports',
    success: 'All imports were started, or had been with the same idempotency keys.',
    data: (t) =>
      t.prismaField({
        type: ['Import'],
        description: 'The imports, in the order of the inputs.',
        resolve: async (query, { importIds }, _args, context) => {
          const rows = await context.prisma.import.findMany({ ...query, where: { id: { in: [...importIds] } } });
          const byId = new Map(rows.map((row) => [row.id, row]));
          return importIds.flatMap((id) => byId.get(id) ?? []);
        },
      }),
  });
  const importAction = addResult<OfImport>(builder, 'ImportAction', {
    of: 'an action on an import',
    success: 'The operation succeeded, now or earlier.',
    data,
  });
  return { startImport, startImports, importAction };
}
